"""A survey as plain data, for programs."""

from collections.abc import Iterable
from typing import Any

from integration_cli.model import Knowledge
from integration_cli.survey import Quote, Share, Survey

INTERVAL = "95 % Wilson score interval"


def to_data(survey: Survey, knowledge: Knowledge) -> dict[str, Any]:
    """Return the counts; shares are between 0 and 1, of the replies that could be read."""

    def categories(shares: Iterable[Share]) -> list[dict[str, Any]]:
        return [{"category": s.id, "title": knowledge.categories[s.id].title, **_share(s)} for s in shares]

    def barriers(shares: Iterable[Share]) -> list[dict[str, Any]]:
        found = ((share, knowledge.barriers[share.id]) for share in shares)
        return [
            {"barrier": b.id, "title": b.title, "category": b.category, "local": b.local, **_share(share)}
            for share, b in found
        ]

    return {
        "knowledge": knowledge.version,
        "rows": survey.total,
        "read": survey.read,
        "blank": survey.blank,
        "broken": survey.broken,
        "unmatched": survey.unmatched,
        "unmatched_because": [{"reason": reason, "replies": count} for reason, count in survey.why],
        "counted_strengths": ["strong", "likely", *(["possible"] if survey.possible else [])],
        "interval": INTERVAL,
        "masked": survey.masked,
        "categories": categories(survey.categories),
        "barriers": [
            {**data, "quotes": [_quote(quote) for quote in survey.quotes.get(data["barrier"], ())]}
            for data in barriers(survey.barriers)
        ],
        "by": survey.by or None,
        "groups": [
            {
                "group": group.name,
                "read": group.read,
                "unmatched": group.unmatched,
                "few": group.few,
                "categories": categories(group.categories),
                "barriers": barriers(group.barriers),
            }
            for group in survey.groups
        ],
        "unmatched_quotes": [_quote(quote) for quote in survey.unmatched_quotes],
        "broken_rows": [{"row": row.number, "reason": row.reason} for row in survey.broken_rows],
    }


def _share(share: Share) -> dict[str, Any]:
    low, high = share.interval
    return {
        "replies": share.replies,
        "of": share.of,
        "share": round(share.share, 4),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {"row": quote.number, "text": quote.text}
