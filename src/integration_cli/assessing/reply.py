"""What somebody types when asked to rate a statement."""

import re
from typing import Literal, NamedTuple

from integration_cli.assessment import Rating

Wish = Literal["back", "skip", "stop", "help"]

_WISHES: dict[str, Wish] = {
    "b": "back", "back": "back",
    "s": "skip", "skip": "skip",
    "q": "stop", "quit": "stop", "stop": "stop",
    "h": "help", "help": "help",
}  # fmt: skip
_RATING = re.compile(r"([0-4?])(?:[.,:;]?\s+(.*))?", re.DOTALL)


class Reply(NamedTuple):
    """A rating with a comment, or a wish instead."""

    wish: Wish | None = None
    score: int | None = None
    comment: str = ""

    def rating(self, barrier: str) -> Rating:
        """The reply as the rating of a barrier; nobody knows where it has no score."""
        return Rating(barrier, self.score, self.score is None, self.comment)


def reply(typed: str) -> Reply | None:
    """Read '3', '3 because ...', '?' or a wish; None where it is none of them."""
    text = " ".join(typed.split())
    if wish := _WISHES.get(text.lower()):
        return Reply(wish)
    found = _RATING.fullmatch(text)
    if found is None:
        return None
    mark, comment = found.groups()
    return Reply(None, None if mark == "?" else int(mark), comment or "")
