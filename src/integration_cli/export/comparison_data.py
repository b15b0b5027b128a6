"""A comparison as plain data, for programs."""

from typing import Any

from integration_cli.comparison import Comparison, Pair, Partner, Row, Sight
from integration_cli.model import Knowledge


def to_data(comparison: Comparison, knowledge: Knowledge) -> dict[str, Any]:
    """Return the comparison as dictionaries, lists and texts, the same for any order of the partners.

    `share` is the Jaccard index. A barrier's `named_by` is all, some, one or none; `strength` is null where a plan
    names it. `only_possible` holds barriers that nobody names surely.
    """
    return {
        "knowledge": {"version": knowledge.version, "as_at": knowledge.as_at},
        "partners": [_partner(partner, comparison) for partner in comparison.partners],
        "barriers": [_row(row, comparison, knowledge) for row in comparison.rows],
        "only_possible": [_row(row, comparison, knowledge) for row in comparison.hints],
        "agreement": [_pair(pair) for pair in comparison.pairs],
        "widest_gaps": [_pair(pair) for pair in comparison.widest_gaps],
    }


def _partner(partner: Partner, comparison: Comparison) -> dict[str, Any]:
    return {"name": partner.name, "file": partner.file or None, "barriers": comparison.count_for(partner.name)}


def _row(row: Row, comparison: Comparison, knowledge: Knowledge) -> dict[str, Any]:
    barrier = knowledge.barriers[row.barrier]
    partners = {partner.name: partner for partner in comparison.partners}
    return {
        "barrier": barrier.id,
        "title": barrier.title,
        "category": barrier.category,
        "question": barrier.question,
        "local": barrier.local,
        "named_by": row.group,
        "weight": row.weight,
        "partners": [_sight(sight, partners[sight.partner]) for sight in row.sights],
        "possible_for": list(row.maybe),
    }


def _sight(sight: Sight, partner: Partner) -> dict[str, Any]:
    return {
        "name": sight.partner,
        "strength": sight.strength,
        "score": sight.score,
        "names": [_named(id_, partner) for id_ in sight.named],
    }


def _named(id_: str, partner: Partner) -> dict[str, Any]:
    finding = partner.findings[id_]
    return {
        "barrier": id_,
        "strength": finding.strength if finding else None,
        "words": partner.words_for(id_),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {**pair._asdict(), "share": round(pair.share, 4)}
