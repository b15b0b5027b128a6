"""The picture of an explanation."""

from collections.abc import Iterator

from integration_cli.cli.inert import inert
from integration_cli.cli.pictures import Hanging, Part, Picture
from integration_cli.cli.screens.parts import heading, labelled, text
from integration_cli.matching.explain import Explanation
from integration_cli.model import Knowledge

SHOWN_WORDS = 8

SCORERS = {
    "words": "words and pairs of words (BM25)",
    "phrases": "direction of the statements (tf-idf centroid)",
    "pieces": "pieces of words (centroid)",
}


def render_explanation(explanation: Explanation, situation: str, knowledge: Knowledge) -> Picture:
    """Rank and chance, what each scorer says, the words that count, the nearest signs, the runner-up."""
    return _parts(explanation, situation, knowledge)


def _parts(explanation: Explanation, situation: str, knowledge: Knowledge) -> Iterator[Part]:
    barrier = knowledge.barriers[explanation.barrier]
    line = text(barrier.title, "bold")
    line.append(f"  {barrier.id}", "dim")
    yield Hanging(line, 0)
    if explanation.parts > 1:
        said = labelled(f"the part of the text that speaks for it most, of {explanation.parts}", "")
        yield said.append(f"“{inert(explanation.segment.text)}”", "italic")
    yield labelled("rank", f"{explanation.rank} of {len(knowledge.barriers)}")
    yield labelled("score", f"{explanation.fused:.2f} standard deviations above the mean barrier")
    yield labelled("chance of being right", f"{explanation.chance:.2f}")
    ours = "yes" if explanation.in_field else "no: the command answers that nothing matches"
    yield labelled("about health and care bodies working together", ours)
    yield heading("What each scorer says")
    for share in explanation.shares:
        yield Hanging(text(f"{share.part:+6.2f}  {SCORERS.get(share.scorer, share.scorer)}, rank {share.rank}"))
    if explanation.parts > 1:
        yield Hanging(text(f"{explanation.around:+6.2f}  what stands around it"))
    yield heading("Words of the text that count for it, and against it")
    ordered = sorted(explanation.words, key=lambda word: -abs(word.gain))[:SHOWN_WORDS]
    for word in sorted(ordered, key=lambda word: -word.gain):
        yield Hanging(text(f"{word.gain:+6.2f}  {situation[word.span.start : word.span.end]}"))
    yield heading("Nearest statements of the barrier")
    for statement in explanation.nearest:
        yield Hanging(text(f"- {statement}"))
    if explanation.other:
        yield from _runner_up(explanation, knowledge)


def _runner_up(explanation: Explanation, knowledge: Knowledge) -> Iterator[Part]:
    above = "just above it" if explanation.rank > 1 else "just below it"
    other = knowledge.barriers[explanation.other]
    yield heading(f"The barrier {above}")
    yield Hanging(text(f"{explanation.other_fused:+6.2f}  {other.title}  {other.id}"))
    if explanation.test:
        yield Hanging(labelled("to tell them apart", explanation.test))
