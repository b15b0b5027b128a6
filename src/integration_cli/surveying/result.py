"""What a survey shows: the finished counts, with shares and how sure they are."""

from collections.abc import Callable, Collection, Iterable, Mapping

from integration_cli.model import Knowledge
from integration_cli.survey import Group, Judged, Quote, Share, Survey
from integration_cli.surveying.counts import Counts
from integration_cli.surveying.interval import wilson

FEW = 10
"""Replies below which nothing can be read from a group's shares."""


def survey_of(replies: Iterable[Judged], knowledge: Knowledge, by: str = "", possible: bool = False) -> Survey:
    """Count judged replies; only counters and a few quotes of them are kept."""
    counts = Counts()
    for judged in replies:
        counts.add(judged, knowledge)
    return summed(counts, knowledge, by, possible)


def summed(counts: Counts, knowledge: Knowledge, by: str = "", possible: bool = False) -> Survey:
    """Turn counters into shares with intervals; `by` names the groups' column, largest group first."""
    read = sum(counts.read.values())
    names = [name for name, _ in _ordered(counts.read)]
    return Survey(
        counts.total,
        read,
        counts.blank,
        counts.broken,
        sum(counts.unmatched.values()),
        possible,
        tuple(_shares(counts.barriers, knowledge.barriers, names, read)),
        tuple(_shares(counts.categories, knowledge.categories, names, read)),
        by,
        tuple(_group(name, counts, knowledge) for name in names) if by else (),
        {id_: tuple(counts.quotes[id_]) for id_ in knowledge.barriers if id_ in counts.quotes},
        tuple(_ordered(counts.why)),
        tuple(counts.unmatched_quotes),
        tuple(counts.broken_rows),
    )


def masked(survey: Survey, mask: Callable[[str], str]) -> Survey:
    """The survey with `mask` applied to the texts that are quoted. Groups are masked before they are counted."""
    return survey._replace(
        by=mask(survey.by),
        quotes={id_: _masked(quotes, mask) for id_, quotes in survey.quotes.items()},
        unmatched_quotes=_masked(survey.unmatched_quotes, mask),
        masked=True,
    )


def _masked(quotes: Iterable[Quote], mask: Callable[[str], str]) -> tuple[Quote, ...]:
    return tuple(quote._replace(text=mask(quote.text)) for quote in quotes)


def _group(name: str, counts: Counts, knowledge: Knowledge) -> Group:
    read = counts.read[name]
    barriers = _shares(counts.barriers, knowledge.barriers, (name,), read)
    categories = _shares(counts.categories, knowledge.categories, (name,), read)
    return Group(name, read, counts.unmatched[name], read < FEW, tuple(barriers), tuple(categories))


def _shares(
    counted: Mapping[tuple[str, str], int], ids: Iterable[str], groups: Collection[str], of: int
) -> list[Share]:
    """The shares of barriers, or of categories, over some groups; most frequent first, then in their fixed order."""
    totals = ((id_, sum(counted.get((name, id_), 0) for name in groups)) for id_ in ids)
    shares = [Share(id_, count, of, wilson(count, of)) for id_, count in totals if count]
    return sorted(shares, key=lambda share: -share.replies)


def _ordered(counter: Mapping[str, int]) -> list[tuple[str, int]]:
    """Largest first, by name where they are as large: the order must not hang on which row came first."""
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))
