"""Plain data to the model, entry by entry."""

from collections.abc import Callable, Mapping
from typing import Any

from integration_cli import model, update

Data = Mapping[str, Any]


def _evidence(items: list[Data]) -> tuple[model.Evidence, ...]:
    return tuple(model.Evidence(e["source"], e["section"], tuple(e["key_words"]), e.get("note", "")) for e in items)


def _barrier(d: Data) -> model.Barrier:
    counters = d.get("not_signs", ())
    return model.Barrier(
        **_plain(d, "id category title summary basis question part_of notes local"),
        **_tuples(d, "terms signs formerly"),
        not_to_confuse=tuple(model.Neighbour(n["barrier"], n["test"]) for n in d["not_to_confuse"]),
        evidence=_evidence(d["evidence"]),
        links=tuple(model.Link(k["solution"], k["basis"], k.get("local", False)) for k in d["links"]),
        not_signs=tuple(
            model.NotSign(n["text"], "" if n["belongs_to"] == "none" else n["belongs_to"]) for n in counters
        ),
        local_signs=frozenset(d.get("local_signs", ())),
    )


def _solution(d: Data) -> model.Solution:
    return model.Solution(
        **_plain(d, "id kind title summary standing who local"),
        **_tuples(d, "formerly"),
        evidence=_evidence(d["evidence"]),
        measure=model.Measure(d["measure"]["text"], d["measure"]["basis"]),
        actions=tuple(
            model.Action(a["id"], a["text"], a["basis"], _evidence(a.get("evidence", [])), a.get("local", False))
            for a in d["actions"]
        ),
    )


def _source(d: Data) -> model.Source:
    return model.Source(
        **_plain(d, "id title author publisher date date_basis completeness file title_basis local"),
        **_tuples(d, "missing_charts"),
        sections=tuple(model.Section(s["heading"], s.get("inside", "")) for s in d["sections"]),
    )


def _update(d: Data) -> update.Update:
    return update.Update(
        **_plain(d, "id term kind status since note verified as_at successor caveat local"),
        **_tuples(d, "nations affects aliases unless_inside other_pages"),
        mentioned_in=tuple(update.Mention(m["place"], m.get("source", "")) for m in d["mentioned_in"]),
        page=update.Page(**d["page"]),
        may_also_mean=tuple(update.OtherMeaning(**m) for m in d.get("may_also_mean", ())),
    )


def _framework(d: Data) -> model.Framework:
    return model.Framework(
        **_plain(d, "id title source section note local"),
        **_tuples(d, "supports key_words"),
        rows=tuple(
            {key: tuple(cell) if isinstance(cell, list) else cell for key, cell in row.items()} for row in d["rows"]
        ),
    )


def _plain(d: Data, names: str) -> dict[str, Any]:
    return {name: d[name] for name in names.split() if name in d}


def _tuples(d: Data, names: str) -> dict[str, Any]:
    return {name: tuple(d[name]) for name in names.split() if name in d}


def _category(d: Data) -> model.Category:
    return model.Category(**_plain(d, "id title summary local"))


def _example(d: Data) -> model.Example:
    return model.Example(**_plain(d, "id text source section voice local"), **_tuples(d, "key_words supports"))


def _risk(d: Data) -> model.Risk:
    return model.Risk(
        **_plain(d, "id text sharing carried_by basis note local"),
        **_tuples(d, "arises_from mitigations formerly"),
        evidence=_evidence(d.get("evidence", [])),
    )


def _forms(d: Data) -> model.Forms:
    return model.Forms(d["id"], tuple(d["forms"]), d.get("local", False))


def _elsewhere(d: Data) -> tuple[str, ...]:
    return tuple(d["texts"])


MAKERS: dict[str, Callable[[Data], Any]] = {
    "category": _category,
    "barrier": _barrier,
    "solution": _solution,
    "source": _source,
    "update": _update,
    "example": _example,
    "framework": _framework,
    "risk": _risk,
    "forms": _forms,
    "elsewhere": _elsewhere,
}
"""For each kind of entry, what makes its model from its data; the data's shape must have been checked."""
