"""One question that would settle an uncertain diagnosis, and what its answer changes."""

from integration_cli.diagnosis import Diagnosis, Finding, Question
from integration_cli.matching import calibration
from integration_cli.model import Knowledge

NEAR = 0.15
"""Difference of two chances below which it is open which finding comes first."""


def question_for(diagnosis: Diagnosis, knowledge: Knowledge) -> Question | None:
    """The question to ask where the best finding is only possible, or the two best are nearly tied."""
    if len(diagnosis.findings) < 2:
        return None
    one, other = diagnosis.findings[:2]
    if one.strength != "possible" and one.score - other.score >= NEAR:
        return None
    if knowledge.barriers[one.barrier].main == knowledge.barriers[other.barrier].main:
        return None
    return Question(
        one.barrier,
        other.barrier,
        _speaks_for(one.barrier, other.barrier, knowledge),
        _speaks_for(other.barrier, one.barrier, knowledge),
    )


def _speaks_for(one: str, other: str, knowledge: Knowledge) -> str:
    """What is said of a barrier to tell it from another: the test, else its summary."""
    barrier = knowledge.barriers[one]
    tests = [near.test for near in barrier.not_to_confuse if near.barrier == other]
    return f"{barrier.title}: {tests[0] if tests else barrier.summary}"


def answered(diagnosis: Diagnosis, question: Question, chosen: str) -> Diagnosis:
    """The diagnosis after the question: the chosen barrier first, the other after it, the rest as they were."""
    first, second = (question.one, question.other) if chosen == question.one else (question.other, question.one)
    by_id = {finding.barrier: finding for finding in diagnosis.findings}
    high = max(by_id[first].score, by_id[second].score, calibration.LIKELY)
    low = min(by_id[first].score, by_id[second].score)
    moved = [_with_chance(by_id[first], high), _with_chance(by_id[second], low)]
    rest = [finding for finding in diagnosis.findings if finding.barrier not in (first, second)]
    return diagnosis._replace(findings=(*moved, *rest))


def _with_chance(finding: Finding, chance: float) -> Finding:
    return finding._replace(score=chance, strength=calibration.strength(chance))
