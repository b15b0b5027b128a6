"""Names of people in a text, by titles, by first names, and by capitals that nothing else explains."""

import re
from collections.abc import Container

from integration_cli.surveying.first_names import ALSO_WORDS, FIRST_NAMES

NAME = "[name]"

_CAPITAL = r"(?:(?:[A-Z]['’]|Ma?c)?[A-ZÀ-ÖØ-ÞŁŚŠŻŽ][a-zß-öø-ÿąćčęěłńřśšůżźž]+(?:[-'’][A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]+)*)"
"""A word with a capital and small letters: Smith, O'Brien, McKay, Lloyd-Jones. An abbreviation is none."""

_INITIAL = r"(?:[A-Z]\.?)"
_TITLED = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Cllr|Councillor|Sir|Dame|Rev|Revd)\b\.?"
    rf"(?:\s(?:{_INITIAL}\s)*{_CAPITAL}(?:\s{_CAPITAL})?|\s[A-Z]{{2,}}\b)"
)
_SMALL_TITLED = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|prof|cllr)\b\.?\s([a-z][a-z'’-]+)")
_INTRODUCED = re.compile(
    rf"\b((?:[Mm]y name(?:\sis|['’]s)|I['’]?\s?a?m called|[Mm]y name\s?:)\s)({_CAPITAL}(?:\s{_CAPITAL})*|[a-z'’-]+)"
)
_RUN = re.compile(rf"(?<!\w)(?:{_CAPITAL}|[A-Z]\.?)(?:[ \u00a0](?:{_CAPITAL}|[A-Z]\.?(?=[ \u00a0]{_CAPITAL})))*")
_SENTENCE = re.compile(r"(?:^|[.!?:;…\n]\s*|[-*•]\s+)[\"'“‘(\[]*$")


def masked_names(text: str, known: Container[str]) -> str:
    """The text with names of people masked. `known` holds words, in small letters, that are no one's name."""
    text = _TITLED.sub(NAME, text)
    text = _SMALL_TITLED.sub(lambda found: found.group() if found.group(1) in known else NAME, text)
    text = _INTRODUCED.sub(lambda found: found.group(1) + NAME, text)
    return _RUN.sub(lambda found: _masked_run(found, known), text)


def _masked_run(found: "re.Match[str]", known: Container[str]) -> str:
    """A run of words with capitals, with those masked that make a name."""
    words = found.group().split()
    starts = bool(_SENTENCE.search(found.string[max(0, found.start() - 8) : found.start()]))
    marks = [_strange(word, known) for word in words]
    for at, word in enumerate(words):
        first = _plain(word) in FIRST_NAMES or (_plain(word) in ALSO_WORDS and not (starts and at == 0))
        followed = at + 1 < len(words)
        if _plain(word) in FIRST_NAMES or (first and followed):
            marks[at] = True
            if followed:
                marks[at + 1] = True
    if len(words) == 1 and _plain(words[0]) not in FIRST_NAMES:
        return found.group()
    if starts and marks[0] and not any(marks[1:]) and _plain(words[0]) not in FIRST_NAMES:
        # A sentence begins with a capital anyway.
        marks[0] = False
    return _joined(words, marks)


def _strange(word: str, known: Container[str]) -> bool:
    """Whether a word with a capital is none of the words that everybody uses."""
    return _plain(word).lower() not in known


def _plain(word: str) -> str:
    return re.sub(r"['’]s$", "", word).strip(".")


def _joined(words: list[str], marks: list[bool]) -> str:
    """The words, each row of marked ones as one mask."""
    shown: list[str] = []
    for word, marked in zip(words, marks, strict=True):
        if not marked:
            shown.append(word)
        elif not shown or shown[-1] != NAME:
            shown.append(NAME)
    return " ".join(shown)
