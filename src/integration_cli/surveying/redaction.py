"""Texts with what points to a person or a place masked, as far as it can be recognised."""

import re
from collections.abc import Callable, Container, Iterable

from integration_cli.model import Knowledge
from integration_cli.surveying.names import masked_names
from integration_cli.surveying.places import PLACES

UNSEEN = (
    "It does not know most surnames by themselves, names in small letters, nicknames, villages and streets, names of "
    "teams and buildings, job titles, dates of birth, diagnoses, or what makes a story one person's."
)
"""What masking does not recognise, to be said wherever it is offered."""

_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w@.-])(?:[\w-]+\.)+(?:uk|com|org|net|gov|nhs|eu|info|io|co)\b(?:/\S*)?",
    re.IGNORECASE,
)
_E_MAIL = re.compile(r"(?<![\w.+%'’-])[\w.+%'’-]+@[\w-]+(?:\.[\w-]+)*", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"(?<![\d+])\d{3}[ \u00a0-]?\d{3}[ \u00a0-]?\d{4}(?!\d)")
_PHONE = re.compile(r"(?<![\w+])(?:\+\s?\d|00\s?\d|\(0|0)(?:[\s\u00a0().-]{0,2}\d){8,13}(?!\d)")
_POSTCODE = re.compile(
    r"\b(?:GIR\s?0AA|[A-PR-UWYZ](?:\d[\dA-HJKPSTUW]?|[A-HK-Y]\d[\dABEHMNPRVWXY]?)\s?\d[ABD-HJLNP-UW-Z]{2})\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    rf"\b(?:{'|'.join(re.escape(name) for name in sorted(PLACES, key=len, reverse=True))})(?:['’]s)?\b"
    rf"|\b(?:{'|'.join(re.escape(name.upper()) for name in sorted(PLACES, key=len, reverse=True))})\b"
)


def masking(known: Container[str]) -> Callable[[str], str]:
    """Return a function that masks a text. `known` holds words, in small letters, that are no one's name."""
    return lambda text: masked(text, known)


def masking_beside(knowledge: Knowledge, texts: Iterable[str]) -> Callable[[str], str]:
    """A function that masks all but the words of the knowledge, of which `texts` are the statements."""
    names = [form for group in knowledge.vocabulary.values() for form in group.forms]
    names += [update.term for update in knowledge.updates.values()]
    names += [category.title for category in knowledge.categories.values()]
    return masking(common_words(texts, names))


def masked(text: str, known: Container[str]) -> str:
    """The text with e-mail addresses, links, NHS and phone numbers, postcodes, names and places masked.

    Each stands in its own way for what it was: `[name]`, `[place]`. Masking a masked text changes nothing more.
    """
    text = _E_MAIL.sub("[e-mail]", text)
    text = _LINK.sub("[link]", text)
    text = _TEN_DIGITS.sub(_nhs_number, text)
    text = _PHONE.sub("[phone]", text)
    text = _POSTCODE.sub("[postcode]", text)
    # Places first: two words of one would look like a name.
    return masked_names(_PLACE.sub("[place]", text), known)


class Labels:
    """Masks names of groups, and keeps apart by a number those that then look alike."""

    def __init__(self, mask: Callable[[str], str]) -> None:
        self._mask = mask
        self._labels: dict[str, str] = {}
        self._taken: dict[str, int] = {}

    def of(self, name: str) -> str:
        """The label of a group, the same whenever it is asked for."""
        if name not in self._labels:
            label = self._mask(name)
            times = self._taken[label] = self._taken.get(label, 0) + 1
            self._labels[name] = label if times == 1 else f"{label} ({times})"
        return self._labels[name]


def is_nhs_number(digits: str) -> bool:
    """Whether ten digits are an NHS number: the last is what the others, weighted 10 to 2, lack to a multiple of 11.

    NHS Data Dictionary, "NHS NUMBER", modulus 11; a check digit of 10 makes no number.
    """
    check = 11 - sum(weight * int(digit) for weight, digit in zip(range(10, 1, -1), digits, strict=False)) % 11
    return check != 10 and check % 11 == int(digits[9])


def _nhs_number(found: "re.Match[str]") -> str:
    return "[NHS number]" if is_nhs_number(re.sub(r"\D", "", found.group())) else found.group()


def common_words(texts: Iterable[str], names: Iterable[str]) -> frozenset[str]:
    """The words of texts that stand in them in small letters, and all words of names such as "Better Care Fund"."""
    small = {word for text in texts for word in re.findall(r"(?<![\w'’-])[a-z][a-z'’-]*[a-z]", text)}
    return frozenset(small | {word.lower() for name in names for word in re.findall(r"[^\W\d_]+", name)})
