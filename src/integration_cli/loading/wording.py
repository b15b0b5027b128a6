"""What must hold of the texts themselves: lengths of signs, repetitions, stray characters, clashing names."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from integration_cli.errors import Fault
from integration_cli.loading.merge import Entries
from integration_cli.loading.places import PlacedText
from integration_cli.loading.rules import Rule, at

SIGN_WORDS = (2, 60)
"""Fewest and most words of a sign: one word says too little, a longer text is several signs."""

RISK_WORDS = (8, 40)
"""Fewest and most words of a risk: cause, event and effect need some, and a register has little room for more."""

RUN = 8
"""Words in a row that no two texts of different origin share by chance."""


def words(text: str) -> list[str]:
    """The words of a text as the rules on wording compare them: small letters, no apostrophes, no possessive."""
    return re.findall(r"[a-z0-9]+", re.sub(r"['’](s\b)?", "", text.lower()))


def _signs(entries: Entries) -> Iterator[tuple[str, Any]]:
    for id_, barrier in entries["barrier"].items():
        for sign in barrier.get("signs", []):
            yield id_, sign
        for counter in barrier.get("not_signs", []):
            if "text" in counter:
                yield id_, counter["text"]


def sign_lengths(entries: Entries) -> Iterator[Fault]:
    """A sign has a sensible number of words."""
    least, most = SIGN_WORDS
    for _, sign in _signs(entries):
        count = len(words(sign))
        if not least <= count <= most:
            yield at(sign, "sign-length", f"a sign has {least} to {most} words; this one has {count}")


def risk_lengths(entries: Entries) -> Iterator[Fault]:
    """A risk has a number of words that a line of a register can hold."""
    least, most = RISK_WORDS
    for risk in entries["risk"].values():
        if "text" in risk and not least <= (count := len(words(risk["text"]))) <= most:
            yield at(risk["text"], "risk-length", f"a risk has {least} to {most} words; this one has {count}")


def repeated_signs(entries: Entries) -> Iterator[Fault]:
    """No sign stands twice, under one barrier or under two."""
    seen: dict[str, tuple[str, Any]] = {}
    for id_, sign in _signs(entries):
        key = " ".join(words(sign))
        if key in seen:
            other, first = seen[key]
            yield at(sign, "repeated-sign", f"stands already under '{other}' ({first.place.path}:{first.place.line})")
        else:
            seen[key] = (id_, sign)


def copied_runs(entries: Entries) -> Iterator[Fault]:
    """No sign repeats a long run of words of another barrier's sign."""
    seen: dict[tuple[str, ...], str] = {}
    for id_, sign in _signs(entries):
        run = words(sign)
        pieces = [tuple(run[i : i + RUN]) for i in range(len(run) - RUN + 1)]
        shared = next((piece for piece in pieces if seen.get(piece, id_) != id_), None)
        if shared:
            yield at(sign, "copied-run", f"'{' '.join(shared)}' stands also in a sign of '{seen[shared]}'")
        for piece in pieces:
            seen.setdefault(piece, id_)


def stray_characters(entries: Entries) -> Iterator[Fault]:
    """No text holds control characters, or characters that reverse the direction of writing."""
    for kind in entries.values():
        for record in kind.values():
            for text in texts(record):
                stray = next((c for c in text if unicodedata.category(c) in ("Cc", "Cf", "Cs") and c != "\n"), None)
                if stray:
                    yield at(text, "stray-character", f"the text holds the invisible character U+{ord(stray):04X}")


def clashing_names(entries: Entries) -> Iterator[Fault]:
    """An alias belongs to one update, and a form to one group of the vocabulary."""
    for kind, field in (("update", "aliases"), ("forms", "forms")):
        seen: dict[str, str] = {}
        for id_, record in entries[kind].items():
            for name in record.get(field, []):
                if seen.get(name, id_) != id_:
                    yield at(name, "clashing-name", f"'{name}' belongs already to '{seen[name]}'")
                seen.setdefault(name, id_)


def texts(data: Any) -> Iterator[PlacedText]:
    """Every text of a record, however deep."""
    if isinstance(data, PlacedText):
        yield data
    elif isinstance(data, dict):
        for value in data.values():
            yield from texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from texts(value)


WORDING: tuple[Rule, ...] = (sign_lengths, risk_lengths, repeated_signs, copied_runs, stray_characters, clashing_names)
