"""The picture of a survey: how many replies show which barrier, and how sure that is."""

from collections.abc import Iterator, Sequence

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Picture, Text
from integration_cli.cli.screens.parts import LOCAL, beside, heading, labelled, text
from integration_cli.model import Barrier, Category, Knowledge
from integration_cli.survey import Group, Quote, Share, Survey
from integration_cli.surveying.result import FEW

SHORT_CATEGORIES = 5
SHORT_BARRIERS = 8
SHORT_GROUPS = 6
SHORT_QUOTES = 1
IN_A_GROUP = 3
"""What one screen has room for; --full shows all, but for the barriers of a group."""

TOO_FEW = f"Fewer than {FEW} replies: too few to read anything from these shares."

BAR = 10
"""Cells of the bar of the most frequent; the others are in proportion."""

RIGHT = {"strong": 93, "likely": 59, "possible": 17}
"""Per cent of findings of each strength that were right when it was measured: the table in docs/matching.md."""


def render_survey(survey: Survey, knowledge: Knowledge, full: bool) -> Picture:
    """A survey as one screen, or whole."""
    yield from _head(survey)
    if survey.barriers:
        yield from _shares(
            "Families of barriers (replies, share of those read, 95 % interval)",
            survey.categories,
            knowledge,
            full,
            SHORT_CATEGORIES,
        )
        yield heading("Barriers (details count for their main barrier)")
        shown = survey.barriers if full else survey.barriers[:SHORT_BARRIERS]
        for share in shown:
            yield _line(share, survey.barriers, knowledge.barriers[share.id], named=True)
            quotes = survey.quotes.get(share.id, ())
            yield from _quotes(quotes if full else quotes[:SHORT_QUOTES])
        yield from _more(len(survey.barriers) - len(shown))
    yield from _groups(survey, knowledge, full)
    yield from _unmatched(survey)
    yield from _broken(survey)
    if survey.barriers:
        yield from _how_to_read(survey)
    yield from _next(survey)


def _head(survey: Survey) -> Iterator[Part]:
    yield heading(f"{_replies(survey.read)} read")
    left = {"blank": survey.blank, "could not be read": survey.broken}
    if any(left.values()):
        parts = ", ".join(f"{count:,} {what}" for what, count in left.items() if count)
        yield text(f"of {survey.total:,} rows; in no share: {parts}", "dim")
    if survey.barriers and survey.read < FEW:
        yield text(TOO_FEW, "yellow")
    if survey.read and not survey.barriers:
        yield text("No reply shows a barrier plainly enough to be counted.")
    yield text("")


def _shares(title: str, shares: Sequence[Share], knowledge: Knowledge, full: bool, short: int) -> Iterator[Part]:
    yield heading(title)
    shown = shares if full else shares[:short]
    yield from (_line(share, shares, knowledge.categories[share.id]) for share in shown)
    yield from _more(len(shares) - len(shown))
    yield text("")


def _line(share: Share, among: Sequence[Share], entry: Barrier | Category, named: bool = False, by: int = 2) -> Hanging:
    """Bar, replies, share, interval, title; the bar of the most frequent is full; `named` adds the id."""
    filled = max(1, round(BAR * share.share / among[0].share))
    numbers = Text("█" * filled + "░" * (BAR - filled), "green")
    low, high = (100 * end for end in share.interval)
    numbers.append(f"{share.replies:>7,} {100 * share.share:>3.0f} %")
    numbers.append(f" {f'({low:.0f}–{high:.0f} %)':<11} ", "dim")
    title = text(entry.title + (LOCAL if entry.local else ""), "bold")
    if named:
        title.append(inert(f"  {entry.id}"), "dim")
    return beside(numbers, title, by)


def _quotes(quotes: Sequence[Quote]) -> Iterator[Part]:
    for quote in quotes:
        line = text(f"row {quote.number:,}: “{_shortened(quote.text)}”", "dim")
        yield Hanging(line, 4, 1)


def _groups(survey: Survey, knowledge: Knowledge, full: bool) -> Iterator[Part]:
    if not survey.by:
        return
    yield text("")
    yield heading(f"By {_shortened(survey.by, 60)} ({len(survey.groups)})")
    shown = survey.groups if full else survey.groups[:SHORT_GROUPS]
    for group in shown:
        yield from _group(group, knowledge)
    yield from _more(len(survey.groups) - len(shown))


def _group(group: Group, knowledge: Knowledge) -> Iterator[Part]:
    line = text(_shortened(group.name, 60) or "(not given)", "bold")
    line.append(f"  {_replies(group.read)}, {group.unmatched:,} of them unmatched", "dim")
    yield Hanging(line)
    if group.few:
        yield Hanging(text(TOO_FEW, "yellow"), 4)
    for share in group.barriers[:IN_A_GROUP]:
        yield _line(share, group.barriers, knowledge.barriers[share.id], by=4)


def _unmatched(survey: Survey) -> Iterator[Part]:
    if not survey.unmatched:
        return
    yield text("")
    yield heading(f"Unmatched: {survey.unmatched:,} ({100 * survey.unmatched / survey.read:.0f} %)")
    yield from (Hanging(text(f"{count:>7,}  {reason}"), 0, 9, 9) for reason, count in survey.why)
    yield from _quotes(survey.unmatched_quotes)


def _broken(survey: Survey) -> Iterator[Part]:
    if not survey.broken:
        return
    yield text("")
    yield heading(f"Rows that could not be read: {survey.broken:,}")
    yield from (Hanging(text(f"row {row.number:,} {row.reason}", "yellow")) for row in survey.broken_rows)
    if survey.broken > len(survey.broken_rows):
        yield Hanging(text("… --rows FILE lists all of them", "dim"))


def _how_to_read(survey: Survey) -> Iterator[Part]:
    yield text("")
    yield heading("How to read this")
    if survey.possible:
        counted = (
            f"- Possible findings are counted too. When it was measured, {RIGHT['possible']} % of them were right: "
            "take the counts as an upper bound."
        )
    else:
        counted = (
            f"- Strong and likely findings are counted ({RIGHT['strong']} % and {RIGHT['likely']} % of them were right "
            f"when it was measured); possible ones ({RIGHT['possible']} %) are not, unless with --possible."
        )
    yield Hanging(text(counted, "dim"))
    yield Hanging(
        text(
            "- A reply counts once for each barrier that it shows. In brackets: the 95 % Wilson interval, for chance "
            "alone; it knows nothing of who did not reply, nor of findings that are wrong.",
            "dim",
        )
    )
    if survey.masked:
        yield Hanging(
            text(
                "- Masked is what could be recognised. Surnames alone, nicknames, villages, wards and what makes a "
                "story one person's are not: read before you pass it on.",
                "yellow",
            )
        )
    yield text("")


def _next(survey: Survey) -> Iterator[Part]:
    if not survey.barriers:
        other = "one of them" if survey.read else "a reply"
        yield labelled("next", f'advisor diagnose "{other}" shows what becomes of a text')
        return
    best = survey.barriers[0].id
    yield labelled("next", f"advisor show {best}", "bold")
    yield labelled("a plan", f"advisor checklist --barrier {best} -o plan.md", "bold")


def _more(left: int) -> Iterator[Part]:
    if left > 0:
        yield Hanging(text(f"… and {left} more with --full", "dim"))


def _replies(count: int) -> str:
    return f"{count:,} {'reply' if count == 1 else 'replies'}"


def _shortened(content: str, most: int = 60) -> str:
    flat = " ".join(content.split())
    return flat if len(flat) <= most else flat[: most - 1].rstrip() + "…"
