"""Keys of blocks: what a block belongs to, and what it is called since an entry was renamed."""

from collections.abc import Iterable, Iterator, Mapping


def renamed(key: str, formerly: Mapping[str, str]) -> str:
    """The key under which a block is known today: ids that were replaced are, in it too."""
    kind, _, rest = key.rpartition(":")
    id_, slash, part = rest.partition("/")
    return f"{kind}:{formerly.get(id_, id_)}{slash}{part}"


def scopes(key: str, homes: Mapping[str, str]) -> Iterator[str]:
    """What a block belongs to, nearest first: an action to its solution, a solution to its barrier by `homes`."""
    kind, _, rest = key.partition(":")
    id_, slash, _ = rest.partition("/")
    if kind == "b" and slash:
        yield f"b:{id_}"
    elif kind in ("a", "s"):
        if slash:
            yield f"s:{id_}"
        if id_ in homes:
            yield f"b:{homes[id_]}"


def living(keys: Iterable[str], homes: Mapping[str, str]) -> set[str]:
    """Every scope of which at least one block still stands."""
    found = set(keys)
    return found | {scope for key in found for scope in scopes(key, homes)}
