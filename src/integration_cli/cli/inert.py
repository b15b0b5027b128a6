"""Texts that cannot steer a terminal."""

import unicodedata


def inert(text: str) -> str:
    """A text that cannot steer a terminal: control and direction characters become visible stand-ins."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "\N{REPLACEMENT CHARACTER}"
        for c in text
    )
