"""Plain data to the model."""

from collections.abc import Mapping
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


def _update(d: Data, as_at: str) -> update.Update:
    return update.Update(
        **_plain(d, "id term kind status since note verified successor caveat local"),
        **_tuples(d, "nations affects aliases unless_inside other_pages"),
        as_at=d.get("as_at", as_at),
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


def build(data: Mapping[str, Mapping[str, Data]], digest: str) -> model.Knowledge:
    """Make the model from entries by kind and id; their shape must have been checked."""
    about = data["about"]["about"]
    return model.Knowledge(
        version=about["version"],
        as_at=about["as_at"],
        limits=tuple(about["limits"]),
        digest=digest,
        categories={k: model.Category(**_plain(d, "id title summary local")) for k, d in data["category"].items()},
        barriers={k: _barrier(d) for k, d in _in_order(data).items()},
        solutions={k: _solution(d) for k, d in data["solution"].items()},
        sources={k: _source(d) for k, d in data["source"].items()},
        updates={k: _update(d, about["as_at"]) for k, d in data["update"].items()},
        examples={
            k: model.Example(**_plain(d, "id text source section voice local"), **_tuples(d, "key_words supports"))
            for k, d in data["example"].items()
        },
        frameworks={k: _framework(d) for k, d in data["framework"].items()},
        vocabulary=tuple(
            model.Forms(d["id"], tuple(d["forms"]), d.get("local", False)) for d in data["forms"].values()
        ),
        elsewhere=tuple(text for d in data["elsewhere"].values() for text in d["texts"]),
        formerly={
            old: id_
            for kind in ("barrier", "solution")
            for id_, d in data[kind].items()
            for old in d.get("formerly", ())
        },
    )


def _in_order(data: Mapping[str, Mapping[str, Data]]) -> dict[str, Data]:
    """Barriers by category in its fixed order, main barriers by id, each followed by its details."""
    rank = {id_: number for number, id_ in enumerate(data["category"])}

    def place(item: tuple[str, Data]) -> tuple[int, str, bool, str]:
        id_, d = item
        return rank[d["category"]], d.get("part_of") or id_, "part_of" in d, id_

    return dict(sorted(data["barrier"].items(), key=place))
