"""A report for people who decide: one page, from a situation, a plan, assessments or a survey."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from statistics import median
from typing import Any, NamedTuple

from integration_cli.answer import Answer, honest_gap
from integration_cli.diagnosis import phrases
from integration_cli.model import Knowledge
from integration_cli.publishing.given import SCALE, Profile, Survey
from integration_cli.publishing.pages import render, script
from integration_cli.publishing.quoting import quoted
from integration_cli.publishing.radar import radar
from integration_cli.publishing.safety import data_block
from integration_cli.sheet import Entry, Sheet
from integration_cli.update import Notice
from integration_cli.upkeep import Box

STYLE = "report.css"
SHOWN = {"solutions": 6, "parts": 8, "weak": 6, "spreads": 12, "changes": 6}
"""How much of each a reader takes in; lists that are longer say so."""


OWN = "Steps of your own"


class Material(NamedTuple):
    """What a report is made from; each part may be missing.

    `made` is the day (ISO), `notices` what has changed of that which the plan speaks of.
    """

    title: str
    made: str
    knowledge: Knowledge
    answer: Answer | None = None
    sheet: Sheet | None = None
    notices: Sequence[Notice] = ()
    profiles: Sequence[Profile] = ()
    survey: Survey | None = None


class Voice(NamedTuple):
    """What one partner says of a barrier; `score` is None where there is none."""

    partner: str
    score: int | None
    comment: str


class Spread(NamedTuple):
    """A barrier that two partners or more have rated; `width` is the distance from the lowest to the highest rating."""

    title: str
    voices: tuple[Voice, ...]
    width: int
    middle: float


def report(material: Material) -> str:
    """The page. Raises AdvisorError where Jinja2 is not installed."""
    notices = _notices(material)
    values: dict[str, Any] = {
        "title": material.title,
        "sections": _sections(material, notices),
        "report": material,
        "knowledge": material.knowledge,
        "notices": notices,
        "honest_gap": honest_gap,
        "phrases": phrases,
        "most": SCALE,
        "shown": SHOWN,
        **_diagnosis(material.answer),
        **_checklist(material.sheet),
        **_assessment(material.profiles),
    }
    sheet = material.sheet
    if sheet is None:
        return render("report.html", values, "", STYLE)
    return render("report.html", {**values, "data": {"sheet": _sheet_data(sheet)}}, script("checklist"), STYLE)


def _sections(material: Material, notices: Sequence[Notice]) -> list[tuple[str, str]]:
    """The parts of the page in order, by id and heading."""
    ready = "How ready are the partners" if len(material.profiles) > 1 else "How ready we are"
    wanted = (
        ("diagnosis", "What gets in the way", material.answer),
        ("assessment", ready, material.profiles),
        ("survey", "What people say", material.survey),
        ("solutions", "What was proposed", material.answer and material.answer.choices),
        ("checklist", "Checklist", material.sheet),
        ("changes", "What has changed since the documents were written", notices),
    )
    return [(id_, heading) for id_, heading, there in wanted if there]


def _notices(material: Material) -> list[Notice]:
    """What has changed since, each once; first what the texts call by its name."""
    found = [*(material.answer.notices if material.answer else ()), *material.notices]
    once: dict[str, Notice] = {}
    for notice in found:
        once.setdefault(notice.update.id, notice)
    return sorted(once.values(), key=lambda notice: not notice.named)


def _diagnosis(answer: Answer | None) -> Mapping[str, Any]:
    if answer is None:
        return {"quoted": [], "families": []}
    findings = answer.diagnosis.findings
    barriers = answer.knowledge.barriers
    families = {category: [f for f in findings if barriers[f.barrier].category == category] for category in
                dict.fromkeys(barriers[f.barrier].category for f in findings)}  # fmt: skip
    return {"quoted": quoted(answer.diagnosis.situation, findings), "families": list(families.items())}


def _checklist(sheet: Sheet | None) -> Mapping[str, Any]:
    """The boxes with their numbers, as they stand under headings, and how many there are of each status."""
    if sheet is None:
        return {"steps": [], "counts": {}, "progress": []}
    steps = [(heading, list(inside)) for heading, inside in groupby(enumerate(sheet.entries), key=_heading)]
    counted = [entry.box for entry in sheet.entries if entry.box.kind != "withdrawn"]
    counts = {status: sum(box.status == status for box in counted) for status in ("done", "open", "not applicable")}
    late = sum(box.overdue for box in counted)
    unowned = sum(box.status == "open" and not box.owners for box in counted)
    progress = _progress(counted) if counts["done"] or late else []
    return {"steps": steps, "counts": {**counts, "late": late, "unowned": unowned}, "progress": progress}


def _progress(boxes: Sequence[Box]) -> list[tuple[str, list[Mapping[str, Any]]]]:
    """How far each barrier has come, by category, in the order of the file."""
    families: dict[str, dict[str, list[Box]]] = {}
    for box in boxes:
        place = box.place
        inside = families.setdefault(place.category_title or OWN, {})
        inside.setdefault(place.barrier_title or place.heading or OWN, []).append(box)
    return [(name, [_row(title, found) for title, found in inside.items()]) for name, inside in families.items()]


def _row(title: str, boxes: Sequence[Box]) -> Mapping[str, Any]:
    done, of = (sum(box.status in wanted for box in boxes) for wanted in (("done",), ("done", "open")))
    return {
        "title": title,
        "done": done,
        "of": of,
        "share": done / of if of else 0,
        "late": sum(box.overdue for box in boxes),
    }


def _heading(item: tuple[int, Entry]) -> tuple[str, str, str]:
    """What a box stands under: barrier, solution's id, and the heading of it."""
    box = item[1].box
    if box.kind == "withdrawn":
        return "No longer recommended", "", ""
    place = box.place
    if not place.barrier:
        return place.heading or place.category_title or OWN, "", ""
    return place.barrier_title, place.solution, place.solution_title or OWN


def _sheet_data(sheet: Sheet) -> str:
    boxes = [{"state": entry.state, "fields": entry.slots} for entry in sheet.entries]
    return data_block({"name": sheet.name, "pieces": sheet.pieces, "boxes": boxes})


def _assessment(profiles: Sequence[Profile]) -> Mapping[str, Any]:
    families = {family.id: family.title for profile in profiles for family in profile.families}
    means = [{family.id: family for family in profile.families} for profile in profiles]
    series = [
        (profile.by, [found[id_].mean if id_ in found else None for id_ in families])
        for profile, found in zip(profiles, means, strict=True)
    ]
    return {
        "radar": radar(series, SCALE),
        "means": [(title, [found.get(id_) for found in means]) for id_, title in families.items()],
        "spreads": _spreads(profiles),
    }


def _spreads(profiles: Sequence[Profile]) -> list[Spread]:
    """The barriers that several partners have rated, the widest disagreement first, then the weakest."""
    said: dict[str, dict[int, Voice]] = {}
    titles = {}
    for number, profile in enumerate(profiles):
        for rated in (one for family in profile.families for one in family.barriers):
            titles[rated.barrier] = rated.title
            said.setdefault(rated.barrier, {})[number] = Voice(profile.by, rated.score, rated.comment)
    found = []
    for id_, voices in said.items():
        scores = [voice.score for voice in voices.values() if voice.score is not None]
        if len(scores) > 1:
            every = tuple(voices.get(n, Voice(profile.by, None, "")) for n, profile in enumerate(profiles))
            found.append(Spread(titles[id_], every, max(scores) - min(scores), median(scores)))
    return sorted(found, key=lambda spread: (-spread.width, spread.middle, spread.title))
