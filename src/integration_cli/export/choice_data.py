"""A chosen solution as plain data: what every output says of it."""

from typing import Any

from integration_cli.answer import Choice


def choice_data(choice: Choice) -> dict[str, Any]:
    """Return the solution's id, title, standing, basis and actor, and the barriers that it answers."""
    solution = choice.solution
    return {
        "solution": solution.id,
        "title": solution.title,
        "standing": solution.standing,
        "basis": "document" if choice.documented else "inferred",
        "who": solution.who,
        "answers": list(choice.barriers),
        "local": solution.local,
    }
