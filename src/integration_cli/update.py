"""What has changed since the documents were written, as values that never change."""

from typing import Literal, NamedTuple

Nation = Literal["England", "Scotland", "Wales", "Northern Ireland", "UK"]


class OtherMeaning(NamedTuple):
    """What an ambiguous alias may stand for instead."""

    alias: str
    meaning: str


class Mention(NamedTuple):
    """Where a document speaks of something; `source` is empty when none of the five does."""

    place: str
    source: str = ""


class Page(NamedTuple):
    """The page that shows a fact, and our summary of what it says."""

    says: str
    title: str = ""
    url: str = ""


class Update(NamedTuple):
    """A fact that has changed since the documents were written.

    `aliases` are the words by which a text names it; an alias does not count inside one of `unless_inside`.
    `as_at` is the date (ISO) at which the facts stand.
    """

    id: str
    term: str
    kind: str
    status: str
    since: str
    nations: tuple[Nation, ...]
    note: str
    verified: bool
    mentioned_in: tuple[Mention, ...]
    page: Page
    affects: tuple[str, ...]
    as_at: str
    successor: str = ""
    caveat: str = ""
    aliases: tuple[str, ...] = ()
    unless_inside: tuple[str, ...] = ()
    may_also_mean: tuple[OtherMeaning, ...] = ()
    other_pages: tuple[str, ...] = ()
    local: bool = False


class Notice(NamedTuple):
    """An update worth showing, and why: the words that name it, or none where an entry is affected.

    `or_meaning` says what an ambiguous name may stand for instead.
    """

    update: Update
    named: str = ""
    or_meaning: str = ""

    @property
    def says(self) -> str:
        """What to read after its status: what came in its place, the note, what else the name may mean."""
        parts = [f"Now: {self.update.successor}."] if self.update.successor else []
        parts.append(self.update.note)
        if self.or_meaning:
            parts.append(f"“{self.named}” may also mean {self.or_meaning}; this is about the former.")
        return " ".join(parts)
