"""An answer as plain data, for programs."""

from typing import Any

from integration_cli.answer import Answer, Choice, honest_gap
from integration_cli.diagnosis import Finding, Reason, Segment, Span
from integration_cli.export.choice_data import choice_data
from integration_cli.export.entry_data import notice_data


def to_data(answer: Answer) -> dict[str, Any]:
    """Return the answer as dictionaries, lists and texts.

    Offsets count characters of `situation`. `findings` is empty where nothing matches; `why_not` then says why:
    empty (no words to go by), elsewhere (not about health and care working together), weak, or filtered.
    """
    diagnosis = answer.diagnosis
    return {
        "situation": diagnosis.situation,
        "knowledge": {"version": answer.knowledge.version, "as_at": answer.knowledge.as_at},
        "nation": answer.nation,
        "findings": [_finding(finding, answer) for finding in diagnosis.findings],
        "solutions": [_choice(choice, answer) for choice in answer.choices],
        "updates": [notice_data(notice) for notice in answer.notices],
        "uncovered": [_segment(segment) for segment in diagnosis.uncovered],
        "question": answer.question._asdict() if answer.question else None,
        "nearest_categories": list(diagnosis.nearest),
        "why_not": diagnosis.why_not or None,
    }


def _finding(finding: Finding, answer: Answer) -> dict[str, Any]:
    barrier = answer.knowledge.barriers[finding.barrier]
    return {
        "barrier": finding.barrier,
        "part_of": finding.part_of or None,
        "title": barrier.title,
        "category": barrier.category,
        "summary": barrier.summary,
        "strength": finding.strength,
        "score": finding.score,
        "local": barrier.local,
        "gap": honest_gap(barrier.links) or None,
        "other_nations": list(answer.elsewhere_only.get(finding.barrier, ())),
        "segment": _segment(finding.segment),
        "reasons": [_reason(reason, answer.diagnosis.situation) for reason in finding.reasons],
    }


def _choice(choice: Choice, answer: Answer) -> dict[str, Any]:
    solution = choice.solution
    return {
        **choice_data(choice),
        "other_nations": list(answer.elsewhere_only.get(solution.id, ())),
        "sources": [
            {"source": e.source, "section": e.section, "key_words": list(e.key_words)} for e in solution.evidence
        ],
        "actions": [
            {"id": f"{solution.id}/{a.id}", "text": a.text, "basis": a.basis, "local": a.local}
            for a in solution.actions
        ],
    }


def _reason(reason: Reason, situation: str) -> dict[str, Any]:
    words = [{**_span(span), "text": situation[span.start : span.end]} for span in reason.words]
    return {"words": words, "field": reason.field, "met": reason.met, "local": reason.local}


def _segment(segment: Segment) -> dict[str, Any]:
    return {**_span(segment.span), "text": segment.text}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
