"""The labelled texts under benchmarks/data/."""

import json
from dataclasses import dataclass, field
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Row:
    """A labelled text; labels are main barriers. `kind` is that of an off-topic text."""

    id: str
    text: str
    best: str = ""
    accepted: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)
    kind: str = ""


def rows(name: str, folder: Path = DATA) -> list[Row]:
    """Read `name`.jsonl from a folder."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    known = Row.__dataclass_fields__
    return [Row(**{k: v for k, v in json.loads(line).items() if k in known}) for line in lines if line.strip()]
