"""What keeps a text inert in a page: no script, no style, no address and no character of its own."""

import json
import unicodedata
from base64 import b64encode
from hashlib import sha256
from typing import Any

NOTHING_ELSE = "default-src 'none'; base-uri 'none'; form-action 'none'"


def policy(style: str, script: str = "") -> str:
    """The Content-Security-Policy of a page that runs and shows only these two, told by their digests.

    Nothing is loaded, nothing is sent, and texts never become code (Trusted Types), even where an escape is missing.
    """
    allowed = f"; script-src {_digest(script)}; require-trusted-types-for 'script'; trusted-types" if script else ""
    return f"{NOTHING_ELSE}; style-src {_digest(style)}{allowed}"


def _digest(block: str) -> str:
    return f"'sha256-{b64encode(sha256(block.encode()).digest()).decode()}'"


def data_block(value: Any) -> str:
    """JSON that may stand inside a script element: no text in it can end the element or begin another."""
    written = json.dumps(value, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def inert(value: Any) -> Any:
    """A text without control, direction and private characters, each replaced; anything else as it is."""
    if not isinstance(value, str) or hasattr(value, "__html__") or (value.isascii() and value.isprintable()):
        return value
    return "".join(
        c if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co") else "\N{REPLACEMENT CHARACTER}"
        for c in value
    )


def is_web_address(address: str) -> bool:
    """Whether a link to this address leads to a page of the web, and does not run anything."""
    return address.startswith(("https://", "http://"))
