"""What the pages on the self-assessment say of forms and of the scale is so."""

from pathlib import Path

from integration_cli import Advisor
from integration_cli.assessment import SCALE, Assessment, Rating
from integration_cli.export.form_yaml import to_yaml

DOCS = Path(__file__).parents[1] / "docs"
RATING = Rating("unclear-governance-and-hosting", 2, comment="the host is named, who signs is not")


def test_the_row_of_the_page_is_what_a_form_holds(advisor: Advisor):
    row = (DOCS / "how-to" / "assess.md").read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    form = to_yaml([], advisor.knowledge, Assessment({RATING.barrier: RATING}, "Riverside Council", "2026-06-30"))

    assert len(row) > 0
    assert row in form


def test_the_page_tells_the_scale_as_the_command_does():
    text = (DOCS / "assess.md").read_text(encoding="utf-8")

    assert [] == [meaning for score, meaning in SCALE.items() if f"| {score} | {meaning} |" not in text]
