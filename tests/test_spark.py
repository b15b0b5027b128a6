"""The recipe for Spark in docs/survey.md does what it says."""

import re
import shutil
import sys
from pathlib import Path

import pytest

from integration_cli import Advisor
from integration_cli.survey import Reply
from tests.matching.clear import CLEAR

RECIPE = Path(__file__).parents[1] / "docs" / "survey.md"


@pytest.mark.spark
@pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java, which is not here")
def test_the_recipe_counts_what_survey_counts(advisor: Advisor, monkeypatch: pytest.MonkeyPatch):
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    pytest.importorskip("pyarrow", reason="mapInPandas needs pyarrow, which is not installed")
    from pyspark.sql import SparkSession

    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    (code,) = re.findall(r"<!-- tested: tests/test_spark.py -->\n```python\n(.*?)```", RECIPE.read_text("utf-8"), re.S)
    recipe: dict = {}
    exec(code, recipe)
    texts = [*CLEAR[:6], *CLEAR[:3], "how do I bake sourdough", None]
    spark = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false").getOrCreate()
    try:
        frame = spark.createDataFrame(list(enumerate(texts)), "id string, comment string")
        found = {row["barrier"]: row["count"] for row in recipe["survey"](frame).collect()}
    finally:
        spark.stop()

    survey = advisor.survey(Reply(number, text or "") for number, text in enumerate(texts))
    assert {share.id: share.replies for share in survey.barriers} == found
