"""Feeds the readers bytes that nobody would write: each answers, or raises an AdvisorError that says why not.

    python -m tools.fuzz plans 180

runs one of them for so many seconds: with atheris, which looks for new ways through the code, where that is installed
(`pip install atheris`), else with bytes that hypothesis makes of the same seeds.
"""

import io
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from integration_cli import Advisor
from integration_cli.errors import AdvisorError
from integration_cli.survey import Reply

BATCH = 200
"""Inputs that hypothesis makes at a stroke."""

PIECES = (
    b"\0", b"\r\n", b"\n", b"- [ ] ", b"<!-- ", b"-->", b'"', b"'", b": ", b"&a ", b"*a", b"[", b"{", b"]", b"}", b",",
    b";", b"\t", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xa8", b"\xed\xa0\x80", b"9" * 400, b"(" * 200,
)  # fmt: skip
MADE, TODAY = "2026-05-04", "2026-11-22"
SITUATION = "Nobody can say who signs off the pooled budget."
FORM = b"""advisor-assessment: 1
by: "Riverside"
on: "2026-05-04"
ratings:
- barrier: fear-of-sharing-data
  statement: >-
    Staff share what they may.
  rating: 3
  comment: "since spring"
- {barrier: no-shared-vision, rating: do not know}
"""
ENTRY = b"""- id: a-body
  term: A body
  kind: body
  status: abolished
  since: 2020
  nations: [UK]
  note: "gone"
  verified: false
  mentioned_in: []
  page: {says: gone}
  affects: [fear-of-sharing-data]
"""
TABLE = b'team,comment\r\na,"Nobody signs ""it"" off, they say"\r\nb,\r\n'
LINES = b'{"team": "a", "comment": "nobody signs it off"}\n{"comment": null, "more": [1, 2e3]}\n'


class Target(NamedTuple):
    """What is fed, and good inputs to begin with; it may raise nothing but what a person can mend."""

    feed: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]


@cache
def _advisor() -> Advisor:
    return Advisor.load()


@cache
def _mask() -> Callable[[str], str]:
    return _advisor().masking()


def _situations(data: bytes) -> None:
    advisor, text = _advisor(), data.decode("utf-8", "surrogateescape")
    found = advisor.diagnose(text)
    advisor.checklist(advisor.plan([finding.barrier for finding in found.findings], text), MADE)
    list(advisor.judge([Reply(1, text)]))
    _mask()(text)


def _plans(data: bytes) -> None:
    advisor = _advisor()
    updated = advisor.update(data, TODAY).data
    if updated != advisor.update(updated, TODAY).data:
        raise AssertionError("a second update changes the plan again")
    advisor.progress({"plan.md": updated}, TODAY)
    advisor.hand_out(updated)
    advisor.sheet(updated, TODAY)


def _registers(data: bytes) -> None:
    advisor = _advisor()
    drafted = advisor.risks(["fear-of-sharing-data"])
    for name in ("register.md", "register.csv"):
        with suppress(AdvisorError):
            updated = advisor.update_register(data, drafted, TODAY, name)[0].data
            if updated != advisor.update_register(updated, drafted, TODAY, name)[0].data:
                raise AssertionError("a second update changes the register again")


def _overlays(data: bytes) -> None:
    from integration_cli.loading.check import check

    names = ("updates.yaml", "barriers/a/b.yaml", "solutions/finance.yaml", "sources.yaml", "risks.yaml")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, names[data[0] % len(names)] if data else names[0])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data[1:])
        check(Path(folder))


def _assessments(data: bytes) -> None:
    advisor = _advisor()
    for name in ("form.yaml", "form.xlsx"):
        with suppress(AdvisorError):
            advisor.profile(advisor.read_forms([(name, data)])[0][1])


def _tables(data: bytes) -> None:
    from integration_cli.tables.columns import choose_text_column
    from integration_cli.tables.opening import open_table

    for name in ("a.csv", "a.jsonl", "a.txt"):
        with suppress(AdvisorError):
            list(choose_text_column(open_table(io.BufferedReader(io.BytesIO(data)), name), None).table.rows)  # type: ignore[arg-type]


def _plan() -> bytes:
    advisor = _advisor()
    return advisor.checklist(advisor.plan(["unclear-governance-and-hosting"], SITUATION), MADE).encode()


def _register_seeds() -> list[bytes]:
    advisor = _advisor()
    drafted = advisor.risks(["fear-of-sharing-data"])
    return [advisor.register(drafted, MADE).encode(), advisor.register_table(drafted)]


TARGETS = {
    "situations": Target(_situations, lambda: [SITUATION.encode(), b"> On Monday Bob wrote:\n- no\n- yes\n"]),
    "plans": Target(_plans, lambda: [_plan(), _plan().replace(b"\n", b"\r\n"), _plan().decode().encode("utf-16")]),
    "registers": Target(_registers, _register_seeds),
    "overlays": Target(_overlays, lambda: [b"\0" + ENTRY, b"\1" + ENTRY, b"\2" + ENTRY, b"\3" + ENTRY]),
    "assessments": Target(_assessments, lambda: [FORM, FORM.replace(b"\n", b"\r\n")]),
    "tables": Target(_tables, lambda: [TABLE, LINES, TABLE.decode().encode("utf-16-le")]),
}


def fed(target: Target, data: bytes) -> None:
    """Feed a target once; what it refuses is well."""
    with suppress(AdvisorError):
        target.feed(data)


def batch(target: Target, number: int, inputs: int = BATCH) -> None:
    """Feed a target with so many inputs that hypothesis makes; the same number gives the same ones."""

    @seed(number)
    @settings(max_examples=inputs, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(_spliced(target.seeds()))
    def run(data: bytes) -> None:
        fed(target, data)

    run()


@st.composite
def _spliced(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """A good input with some of it cut out, and other bytes in their place."""
    data = draw(st.sampled_from([*seeds, b""]))
    for _ in range(draw(st.integers(1, 5))):
        at, cut = draw(st.integers(0, len(data))), draw(st.sampled_from([0, 0, 1, 7, 300]))
        piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=30)))
        data = data[:at] + piece * draw(st.sampled_from([1, 1, 1, 40])) + data[at + cut :]
    return data


def main(argv: Sequence[str]) -> int:
    """Run one target for a number of seconds."""
    if len(argv) != 2 or argv[0] not in TARGETS or not argv[1].isdecimal():
        print(f"python -m tools.fuzz TARGET SECONDS, where TARGET is one of {', '.join(TARGETS)}", file=sys.stderr)
        return 2
    target, seconds = TARGETS[argv[0]], int(argv[1])
    try:
        import atheris
    except ImportError:
        return _with_hypothesis(target, seconds)
    # What a target needs is imported when it is fed first.
    with atheris.instrument_imports(include=["integration_cli"]):
        for data in target.seeds():
            fed(target, data)
    with tempfile.TemporaryDirectory() as corpus:
        for number, data in enumerate(target.seeds()):
            Path(corpus, str(number)).write_bytes(data)
        limits = ["-max_len=30000", "-timeout=30", "-rss_limit_mb=4000", "-print_final_stats=1"]
        atheris.Setup([sys.argv[0], f"-max_total_time={seconds}", *limits, corpus], lambda data: fed(target, data))
        atheris.Fuzz()
    return 0


def _with_hypothesis(target: Target, seconds: int) -> int:
    until, number = time.monotonic() + seconds, 0
    while time.monotonic() < until:
        batch(target, number)
        number += 1
    print(f"{number * BATCH} inputs", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
