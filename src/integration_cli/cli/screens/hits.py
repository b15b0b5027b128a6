"""The picture of what a search found."""

from collections.abc import Iterator, Sequence

from integration_cli.browsing.search import Hit
from integration_cli.cli.pictures import Hanging, Part, Picture
from integration_cli.cli.screens.parts import LOCAL, labelled, text


def render_hits(query: str, hits: Sequence[Hit], top: int) -> Picture:
    """The best hits, each with the text in which a word was found."""
    return _parts(query, hits, top)


def _parts(query: str, hits: Sequence[Hit], top: int) -> Iterator[Part]:
    if not hits:
        yield text(f"No entry holds all of: {query}")
        yield labelled("next", f'advisor diagnose "{query}" looks for the sense, not for the words')
        return
    for hit in hits[:top]:
        line = text(f"{hit.kind} {hit.entry.id}{LOCAL if hit.entry.local else ''}", "bold")
        yield line
        yield Hanging(text(hit.where if len(hit.where) <= 160 else hit.where[:159] + "…", "dim"))
    if len(hits) > top:
        yield text(f"… and {len(hits) - top} more with --top {len(hits)}", "dim")
    yield labelled("next", f"advisor show {hits[0].kind}:{hits[0].entry.id}", "bold")
