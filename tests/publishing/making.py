"""Sites of small knowledge, made in memory."""

from pathlib import Path

from integration_cli.browsing.contents import contents
from integration_cli.matching.portable import pack
from integration_cli.model import Knowledge
from integration_cli.planning.choose import STANDING_WEIGHT, link_weight
from integration_cli.publishing.search import LinkWeights
from integration_cli.publishing.site import NAMES, Material, folder
from integration_cli.update import Notice
from tests.matching.tiny import index_of


def material(knowledge: Knowledge) -> Material:
    """What a site of this knowledge is made from; every update is noted at what it affects."""
    notices: dict[str, list[Notice]] = {}
    for update in knowledge.updates.values():
        for id_ in update.affects:
            notices.setdefault(id_, []).append(Notice(update))
    lists = {kind: contents(knowledge, kind) for kind in NAMES if kind != "category"}
    weights = LinkWeights(link_weight, STANDING_WEIGHT)
    return Material(knowledge, lists, notices, weights, pack(index_of(knowledge), knowledge))


def pages(knowledge: Knowledge) -> dict[str, str]:
    """The pages of a site by path."""
    return dict(folder(material(knowledge)))


def write(made: dict[str, str], target: Path) -> Path:
    """Write pages into a folder; return it."""
    for name, content in made.items():
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (target / name).write_text(content, encoding="utf-8")
    return target
