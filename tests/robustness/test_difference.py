"""What an update would change is shown inert, also where the plan or its name is hostile."""

from pathlib import Path

import pytest

from integration_cli import Advisor
from tests.conftest import Run
from tests.robustness.payloads import STEERING, steers


@pytest.mark.parametrize("payload", STEERING.values(), ids=STEERING)
def test_a_difference_is_inert(run: Run, advisor: Advisor, payload: str, tmp_path: Path):
    made = advisor.checklist(advisor.plan(["fear-of-sharing-data"]), "2026-05-04")
    plan = tmp_path / f"plan {payload.replace('/', '')}.md"
    text = f"{payload}\n\n{made}\n\n{payload}\n".replace("  - Owner:", f"  - Owner: {payload}")
    plan.write_text(text, encoding="utf-8", newline="")

    for more in (["--dry-run"], ["--json"], []):
        code, out, err = run("update", str(plan), "--with", f"nobody signs off the pooled budget {payload}", *more)

        assert code in (0, 2), err
        assert code == 0 or "from an older copy" in err
        assert set() == steers(out) | steers(err), more
