"""A plan as plain data, for programs."""

from typing import Any

from integration_cli.answer import Choice, Plan
from integration_cli.export.choice_data import choice_data


def to_data(plan: Plan) -> dict[str, Any]:
    """Return the plan's solutions and actions in the order of the checklist."""
    return {
        "situation": plan.situation or None,
        "categories": [
            {
                "category": category.id,
                "title": category.title,
                "barriers": [
                    {
                        "barrier": planned.barrier.id,
                        "title": planned.barrier.title,
                        "local": planned.barrier.local,
                        "gap": planned.gap or None,
                        "solutions": [_choice(choice) for choice in planned.choices],
                        "answered_elsewhere": [choice.solution.id for choice in planned.elsewhere],
                        "left_out": planned.left_out,
                    }
                    for planned in barriers
                ],
            }
            for category, barriers in plan.categories
        ],
    }


def _choice(choice: Choice) -> dict[str, Any]:
    solution = choice.solution
    return {
        **choice_data(choice),
        "measure": {"text": solution.measure.text, "basis": solution.measure.basis},
        "actions": [
            {"id": f"{solution.id}/{a.id}", "text": a.text, "basis": a.basis, "local": a.local}
            for a in solution.actions
        ],
    }
