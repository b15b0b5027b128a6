"""Where the assessments of several partners agree, and where they do not.

The spread of ratings is told by their interquartile range, as Delphi studies do. No definition of consensus is common
to all such studies (Diamond et al. 2014, J Clin Epidemiol 67:401-409); on a scale of four or five points an
interquartile range of 1 or less is often taken for it (reviewed by von der Gracht 2012, Technol Forecast Soc Change
79:1525-1536). The quartiles are those of Hyndman & Fan (1996) type 7, linear interpolation between the ratings in
order, as in R's default and in QUARTILE.INC of spreadsheets.
"""

from collections.abc import Sequence

from integration_cli.assessment import Assessment
from integration_cli.model import Knowledge
from integration_cli.readiness import FEW, Agreement, Said, Spread


def agreement(assessments: Sequence[Assessment], knowledge: Knowledge) -> Agreement:
    """Compare assessments; their order does not matter."""
    partners = _named(assessments)
    spreads, single = [], []
    for id_, barrier in knowledge.barriers.items():
        said = tuple(Said(name, one.ratings.get(id_)) for name, one in partners)
        if not any(s.rating for s in said):
            continue
        scores = sorted(s.rating.score for s in said if s.rating and s.rating.score is not None)
        if len(scores) < 2:
            single.append(barrier)
        else:
            spreads.append(Spread(barrier, said, *quartiles(scores), few=len(scores) < FEW))
    # Sorting is stable: equal disagreements stay in the knowledge's order.
    spreads.sort(key=lambda s: (s.agreed, -s.iqr, -s.width))
    return Agreement(tuple(one._replace(by=name) for name, one in partners), tuple(spreads), tuple(single))


def quartiles(scores: Sequence[int]) -> tuple[float, float, float]:
    """Median, lower and upper quartile of two or more scores (Hyndman & Fan 1996, type 7)."""
    from statistics import quantiles

    low, median, high = quantiles(scores, n=4, method="inclusive")
    return median, low, high


def _named(assessments: Sequence[Assessment]) -> list[tuple[str, Assessment]]:
    """Assessments by the names of their partners, in order; where two share one, the file tells them apart."""
    names = [one.whose.casefold() for one in assessments]
    named = [
        (f"{one.whose} ({one.name})" if names.count(one.whose.casefold()) > 1 and one.name else one.whose, one)
        for one in assessments
    ]
    return sorted(named, key=lambda item: (item[0].casefold(), item[0], item[1].on, _marks(item[1])))


def _marks(one: Assessment) -> list[tuple[str, str, str]]:
    return sorted((rating.barrier, rating.mark, rating.comment) for rating in one.ratings.values())
