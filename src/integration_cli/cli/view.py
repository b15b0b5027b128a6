"""From options as they are typed to the values that the core takes."""

from integration_cli.cli.options import NationOption
from integration_cli.errors import AdvisorError, UnknownId
from integration_cli.model import Knowledge
from integration_cli.suggest import did_you_mean
from integration_cli.update import Nation

_NATIONS: dict[NationOption, Nation] = {
    NationOption.ENGLAND: "England",
    NationOption.SCOTLAND: "Scotland",
    NationOption.WALES: "Wales",
    NationOption.NORTHERN_IRELAND: "Northern Ireland",
}


def nation_of(option: NationOption | None) -> Nation | None:
    """The nation that an option names."""
    return None if option is None else _NATIONS[option]


def known_categories(ids: list[str] | None, knowledge: Knowledge) -> tuple[str, ...]:
    """The categories asked for. Raises UnknownId."""
    for id_ in ids or ():
        if id_ not in knowledge.categories:
            hint = did_you_mean(id_, knowledge.categories)
            raise UnknownId(f"no category is called '{id_}'{hint}\n'advisor list' shows all of them")
    return tuple(ids or ())


def chosen_kind(chosen: dict[str, bool]) -> str:
    """The kind of entry that one of several flags asks for; barriers by default. Raises AdvisorError."""
    kinds = [kind for kind, wanted in chosen.items() if wanted]
    if len(kinds) > 1:
        raise AdvisorError(f"ask for one kind at a time, not for {' and '.join(f'--{kind}s' for kind in kinds)}")
    return kinds[0] if kinds else "barrier"


def check_filters(kind: str, category: list[str] | None, nation: NationOption | None) -> None:
    """Raises AdvisorError where a list of this kind cannot be kept to a category or a nation."""
    if category and kind in ("source", "update"):
        raise AdvisorError(f"{kind}s belong to no category: leave out --category, or list another kind")
    if nation and kind != "update":
        raise AdvisorError(f"{kind}s belong to no nation: leave out --nation, or add --updates")
