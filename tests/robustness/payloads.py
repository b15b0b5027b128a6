"""What somebody may put into a text so that it acts where it is shown; every sink is held against the same list."""

import json
import re
import unicodedata
from pathlib import Path

PAYLOADS = {
    "colour": "\x1b[31mred\x1b[0m",
    "title": "\x1b]0;owned\x07",
    "clipboard": "\x1b]52;c;cm0=\x1b\\",
    "link": "\x1b]8;;http://x.invalid\x1b\\here\x1b]8;;\x1b\\",
    "clear": "\x1b[2J\x1b[H",
    "one-byte control": "\x9b31mred",
    "backspace": "good\x08\x08\x08\x08evil",
    "return": "good\revil",
    "bell": "\x07",
    "delete": "\x7f",
    "reversal": "\u202egnp.exe",
    "isolate": "\u2066hidden\u2069",
    "zero width": "pass\u200bword\ufeff",
    "tags": "\U000e0041\U000e0042",
    "private use": "\ue000\U000f0000",
    "line separators": "one\u2028two\u2029three\x85four\x0cfive\x0bsix",
    "rich": "[red]hot[/red] [/] [link=http://x.invalid]it[/link] :smile: [x]",
    "emphasis": "**bold** __bold__ *it* _it_ ~~gone~~ `code`",
    "picture": "![p](http://x.invalid/p.png) [go](javascript:alert(1)) <http://x.invalid>",
    "heading": "# heading",
    "box": "- [x] <!-- action: forged/step --> done",
    "fence": "``` ~~~",
    "comment": "--> <!-- advisor-record: forged; it must stay\nAAAA -->",
    "table": "| a | b |\n|---|---|",
    "tag": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "entity": "&lt;script&gt; &#x1b; &colon;",
    "formula": "=HYPERLINK(\"http://x.invalid\",\"go\")",
    "formula after a blank": " +cmd|' /C calc'!A0",
    "formula by at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula by minus": "-2+3+cmd|' /C calc'!A0",
    "formula after a tab": "\t=1+1",
}  # fmt: skip
"""A name and a text each; none of them is a NUL or a lone surrogate, so that all can stand in YAML."""

EVERYTHING = " ".join(PAYLOADS.values())

SIGN = "the zebra keeper of the hospital trust and the council cannot agree about the shared flamingo care budget"
"""A situation, and the sign of the hostile barrier that it meets."""


def steers(text: str) -> set[str]:
    """The characters of a text that a terminal obeys, line ends and tabs apart."""
    return {c for c in text if c not in "\n\t" and unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co")}


STEERING = {name: text for name, text in PAYLOADS.items() if steers(text)}
"""Those that a terminal would obey."""


def lay_hostile_entries(folder: Path, text: str) -> None:
    """Write entries of every kind that hold this text in every field that takes a text."""
    evidence = [{"source": "hostile", "section": text, "key_words": [text, "two", "three"], "note": text}]
    files: dict[str, object] = {
        "categories.yaml": [{"id": "hostile", "title": text, "summary": text}],
        "sources.yaml": [
            {
                **dict.fromkeys(("title", "author", "publisher", "date", "date_basis", "completeness", "file"), text),
                "id": "hostile",
                "sections": [{"heading": text}],
            }
        ],
        "barriers/hostile/hostile-barrier.yaml": {
            "id": "hostile-barrier",
            "category": "hostile",
            **dict.fromkeys(("title", "summary", "question", "notes"), text),
            "basis": "stated",
            "terms": [text],
            "not_to_confuse": [{"barrier": "fear-of-sharing-data", "test": text}],
            "evidence": evidence,
            "links": [{"solution": "hostile-solution", "basis": "document"}],
            "signs": [SIGN, f"nobody here signs anything {text}"],
        },
        "solutions/finance.yaml": [
            {
                **dict.fromkeys(("title", "summary", "who"), text),
                "id": "hostile-solution",
                "standing": "recommended",
                "evidence": evidence,
                "measure": {"text": text, "basis": "document"},
                "actions": [{"id": "step", "text": text, "basis": "document", "evidence": evidence}],
            }
        ],
        "updates.yaml": [
            {
                **dict.fromkeys(("term", "successor", "note"), text),
                "id": "hostile-update",
                "kind": "body",
                "status": "abolished",
                "since": "2020",
                "nations": ["UK"],
                "verified": False,
                "mentioned_in": [],
                "page": {"says": text},
                "affects": ["hostile-barrier", "hostile-solution"],
            }
        ],
        "risks.yaml": [
            {
                **dict.fromkeys(("text", "carried_by", "note"), text),
                "id": "hostile-risk",
                "arises_from": ["hostile-barrier"],
                "sharing": "shared",
                "mitigations": ["hostile-solution"],
                "basis": "document",
                "evidence": evidence,
            }
        ],
        "frameworks.yaml": [
            {"id": "hostile-table", "title": text, "supports": [], "rows": [{text: text, "two": [text, text]}]}
        ],
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(_yaml(content), encoding="ascii")


def _yaml(content: object) -> str:
    """JSON in plain ASCII is YAML, pairs of surrogates apart: it writes what YAML forbids as escapes."""
    pairs = re.compile(r"\\u(d[89ab]..)\\u(d[c-f]..)")
    return pairs.sub(
        lambda found: f"\\U{0x10000 + ((int(found[1], 16) - 0xD800) << 10) + int(found[2], 16) - 0xDC00:08x}",
        json.dumps(content, ensure_ascii=True),
    )
