"""Assessments of several partners side by side as plain data, for programs."""

from typing import Any

from integration_cli.readiness import CONSENSUS, Agreement, Said, Spread


def to_data(agreement: Agreement) -> dict[str, Any]:
    """Return the partners, and each barrier with median, quartiles and what everybody said, disagreements first.

    Quartiles are those of Hyndman & Fan (1996), type 7. `few` says that they are a rough guide. `single` holds the
    barriers with fewer than two scores.
    """
    return {
        "partners": [{"by": one.whose, "on": one.on or None, "file": one.name} for one in agreement.partners],
        "consensus": {"greatest_iqr": CONSENSUS},
        "barriers": [_spread(spread) for spread in agreement.spreads],
        "single": [barrier.id for barrier in agreement.single],
    }


def _spread(spread: Spread) -> dict[str, Any]:
    return {
        "barrier": spread.barrier.id,
        "title": spread.barrier.title,
        "category": spread.barrier.category,
        "statement": spread.barrier.question,
        "agreed": spread.agreed,
        "few": spread.few,
        "median": spread.median,
        "lower_quartile": spread.low,
        "upper_quartile": spread.high,
        "iqr": spread.iqr,
        "width": spread.width,
        "said": [_said(said) for said in spread.said],
        "local": spread.barrier.local,
    }


def _said(said: Said) -> dict[str, Any]:
    rating = said.rating
    return {
        "partner": said.partner,
        "asked": rating is not None,
        "score": rating.score if rating else None,
        "unknown": bool(rating and rating.unknown),
        "comment": (rating.comment or None) if rating else None,
    }
