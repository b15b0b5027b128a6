"""Make the pictures of the documentation again, from invented material, as Chromium shows the pages today.

They show the fonts of the machine on which they are made, and the day. Needs Chromium with its driver, selenium and
Pillow.

usage: python -m docs.pictures.make [NAME ...]     (in the root of the checkout; without names, all of them)
"""

import base64
import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

from PIL import Image
from selenium.webdriver import Chrome
from tests.publishing.browser import ask, chromium, show

from integration_cli.cli.main import main as advisor

TARGET = Path(__file__).parent.resolve()
LARGEST = 150_000
"""Bytes of a picture; the pages have few colours."""

SITUATION = (
    "Nobody can say who signs off the pooled budget. Social workers are scared of a fine, so they put nothing on the "
    "shared record. Each April the money for prevention goes first when the hospital overspends."
)
PARTNERS = {
    "Riverside Council": {"leadership": 1, "money": -1, "data-sharing": -1},
    "Riverside ICB": {"governance": 1, "money": 1, "workforce": -1},
    "Weir Hospital Trust": {"governance": -2, "data-sharing": 1, "risk-appetite": -1},
}
"""Invented partners, and by how much each finds a category better or worse in hand than the others do."""

WHY = {
    ("Riverside Council", "unclear-governance-and-hosting"): (2, "the host is named, who signs is not"),
    ("Riverside ICB", "unclear-governance-and-hosting"): (4, "it is all in the section 75 agreement"),
    ("Weir Hospital Trust", "unclear-governance-and-hosting"): (0, "ask three people, get four answers"),
    ("Riverside Council", "savings-fall-elsewhere"): (0, "we pay, the beds are saved next door"),
    ("Riverside ICB", "savings-fall-elsewhere"): (3, ""),
}
"""What some of them say of a barrier, and why."""

REPLIES = (
    ("council", "Nobody could tell me who signs off spending from the joint pot."),
    ("council", "We spend on prevention and the hospital keeps what is saved."),
    ("council", "Our social workers fear a fine, so they share nothing about a person."),
    ("council", "Each partner looks after its own budget first."),
    ("council", "The car park is full by nine."),
    ("trust", "The two record systems cannot talk to each other."),
    ("trust", "Staff are afraid to pass on what they know about a patient."),
    ("trust", "Nobody knows who decides when the partnership board disagrees."),
    ("trust", "Targets for the ward pull against the plan that we made together."),
    ("trust", "Three different IT systems, and none of them shows the care plan."),
    ("charity", "We are told of decisions after they are made."),
    ("charity", "Grants end every March and the good people leave."),
    ("charity", "Information about a person stops at the hospital door."),
    ("charity", "It is not clear who is in charge of the joint service."),
    ("charity", "The sandwiches were good."),
)


class Shot(NamedTuple):
    """A picture: a page, from the top of one element to the end of another, at a width in pixels."""

    name: str
    page: str
    first: str
    last: str
    width: int = 1280
    dark: bool = False
    typed: str = ""


SHOTS = (
    Shot("report-diagnosis", "report.html", "header", "table.bars"),
    Shot("report-checklist", "board.html", "#checklist", ".steps + h4 + .aside + .steps .step"),
    Shot("report-telephone", "report.html", "header", ".said", width=360),
    Shot("partners-disagree", "partners.html", "header", "[aria-labelledby=spreads-caption] tbody tr:nth-of-type(6)"),
    Shot(
        "partners-radar", "partners.html", "h3:has(+ .radar)", "[aria-labelledby=means-caption] tbody tr:nth-of-type(5)"
    ),
    Shot("survey", "survey.html", "header", "[aria-labelledby=shares-2] tbody tr:nth-of-type(3)"),
    Shot("site-barrier", "site/barrier/savings-fall-elsewhere.html", "header", "main ol > li:nth-of-type(5)"),
    Shot("site-search", "site/index.html", "header", "#found .finding:nth-of-type(2)", dark=True, typed=SITUATION),
)

BOX = """
const [first, last] = [document.querySelector(arguments[0]), document.querySelector(arguments[1])];
const [body, from, to] = [document.body, first, last].map((element) => element.getBoundingClientRect());
const top = Math.max(0, from.top + scrollY - 12);
return {x: Math.max(0, body.left - 12), y: top, width: Math.min(innerWidth, body.width + 24),
        height: to.bottom + scrollY - top + 6};
"""


def main(names: Sequence[str]) -> None:
    """Make the material, open each page, and write its picture."""
    with tempfile.TemporaryDirectory() as folder, chromium(Path(folder, "profile")) as browser:
        os.chdir(folder)
        make_pages()
        for shot in SHOTS:
            if not names or shot.name in names:
                data = picture(browser, shot)
                (TARGET / f"{shot.name}.png").write_bytes(data)
                print(f"{shot.name:20s} {len(data) / 1000:5.0f} kB")
        os.chdir(TARGET)


def make_pages() -> None:
    """Write the pages as somebody at a terminal would."""
    Path("plan.md").write_text(worked_on(), encoding="utf-8")
    for partner in PARTNERS:
        Path(f"{partner}.yaml").write_text(filled_in(partner), encoding="utf-8")
    lines = ["organisation,comment", *(f'{kind},"{reply}"' for kind, reply in REPLIES)]
    Path("replies.csv").write_text("\n".join(lines), encoding="utf-8")
    files = [part for partner in PARTNERS for part in ("--assessment", f"{partner}.yaml")]
    for command in (
        ["report", SITUATION, "-o", "report.html"],
        ["report", "--plan", "plan.md", "-o", "board.html", "--title", "Riverside: who does what"],
        ["report", *files, "-o", "partners.html"],
        ["report", "--survey", "replies.csv", "-o", "survey.html"],
        ["site", "site"],
    ):
        if advisor(command):
            sys.exit(f"advisor {' '.join(command)} did not do")


def worked_on() -> str:
    """A checklist on which people have worked."""
    advisor(["checklist", "--barrier", "unclear-governance-and-hosting", "-o", "made.md"])
    lines = Path("made.md").read_text(encoding="utf-8").split("\n")
    first, second, third, *_ = (number for number, line in enumerate(lines) if line.startswith("- [ ] <!--"))
    owned = (
        (first, "Jo Field", "1 September 2026"),
        (second, "Sam Okoro", "1 October 2026"),
        (third, "Priya Shah", "1 March 2027"),
    )
    for number, owner, due in owned:
        lines[number + 1] += f" {owner}"
        lines[number + 2] += f" {due}"
    lines[first] = lines[first].replace("[ ]", "[x]")
    return "\n".join(lines)


def filled_in(partner: str) -> str:
    """A form as a partner might have filled it in."""
    from integration_cli import Advisor
    from integration_cli.assessment import Assessment, Rating
    from integration_cli.export.form_yaml import to_yaml

    known = Advisor.load()
    questions = known.questions([])
    ratings = {}
    for barrier in questions:
        shared = Random(barrier.id).choice((1, 2, 2, 3, 3)) + PARTNERS[partner].get(barrier.category, 0)
        score = min(4, max(0, shared + Random(f"{partner} {barrier.id}").choice((-1, 0, 0, 0, 1))))
        said, why = WHY.get((partner, barrier.id), (score, ""))
        ratings[barrier.id] = Rating(barrier.id, said, comment=why)
    return to_yaml(questions, known.knowledge, Assessment(ratings, partner, "2026-06-30"))


def picture(browser: Chrome, shot: Shot) -> bytes:
    """A PNG of a part of a page."""
    show(browser, Path(shot.page).resolve(), width=shot.width, dark=shot.dark)
    if shot.typed:
        ask(browser, [shot.typed])
    clip = {**browser.execute_script(BOX, shot.first, shot.last), "scale": 1.5}
    taken = browser.execute_cdp_cmd("Page.captureScreenshot", {"clip": clip, "captureBeyondViewport": True})
    data = smaller(base64.b64decode(taken["data"]))
    if len(data) > LARGEST:
        sys.exit(f"{shot.name} has {len(data):,} bytes: show less of the page")
    return data


def smaller(png: bytes) -> bytes:
    """The picture in 128 colours, rare ones too: a key is a few dots."""
    stream = io.BytesIO()
    image = Image.open(io.BytesIO(png)).convert("RGB")
    image.quantize(128, Image.Quantize.MAXCOVERAGE, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


if __name__ == "__main__":
    main(sys.argv[1:])
