"""The knowledge in its fast form, made once for all who install a wheel."""

from pathlib import Path

from integration_cli.caching import Cache
from integration_cli.loading.load import load_folder
from integration_cli.loading.locate import PACKED
from integration_cli.matching.building import make
from integration_cli.matching.index import name_and_key


def pack(knowledge: Path, target: Path) -> list[Path]:
    """Compile a knowledge folder and its index into a folder; return the files made.

    Raises FaultyKnowledge where an entry cannot be used: such knowledge is not shipped.
    """
    cache = Cache(target, PACKED)
    made = load_folder(knowledge, cache)
    cache.keep(*name_and_key(made.digest), make(made))
    return sorted(target.iterdir())
