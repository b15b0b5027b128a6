"""Names the barriers to joining up health and social care that a text describes, and what was proposed against them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from integration_cli.advisor import Advisor

__all__ = ["Advisor"]


def __getattr__(name: str) -> Any:
    # Imported when it is asked for, so that the command starts without it.
    if name == "Advisor":
        from integration_cli.advisor import Advisor

        return Advisor
    raise AttributeError(name)
