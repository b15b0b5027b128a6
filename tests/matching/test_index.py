"""The index: the same bytes for the same knowledge, kept and read where it lies, and new at once with new knowledge."""

from pathlib import Path
from typing import NamedTuple

import pytest

from integration_cli import Advisor
from integration_cli.caching import Cache
from integration_cli.diagnosis import Diagnosis
from integration_cli.matching.building import make
from integration_cli.matching.explain import Explanation
from integration_cli.matching.index import name_and_key, open_index
from integration_cli.matching.reading import read
from integration_cli.matching.scoring import score
from tests.matching.tiny import town
from tests.running import python, surroundings

SOUND = Path(__file__).parents[1] / "loading" / "sound"
PACK = "import sys; from pathlib import Path; from integration_cli.packing import pack; pack(*map(Path, sys.argv[1:]))"

BARRIER = "no-dispute-resolution"
SIGN = "Whoever unpicks the harvest tapestry at night, the ward has to stitch it again by dawn."
TEXT = "somebody unpicks our harvest tapestry at night and the ward has to stitch it again"


def test_made_twice_it_has_the_same_bytes():
    assert make(town()) == make(town())


def test_it_has_the_same_bytes_in_every_process(tmp_path: Path):
    """Nothing in it hangs on the order of sets, which differs from process to process."""
    made = []
    for seed in ("1", "2"):
        done = python("-c", PACK, str(SOUND), seed, cwd=tmp_path, env=surroundings(PYTHONHASHSEED=seed))
        assert b"" == done.stderr
        made.append({path.name: path.read_bytes() for path in (tmp_path / seed).glob("index-*")})

    assert 1 == len(made[0])
    assert made[0] == made[1]


def test_it_is_kept_and_found_again(tmp_path: Path):
    cache = Cache(tmp_path, "maker")
    known = town()

    fresh = open_index(known, [cache])
    kept = open_index(known, [cache])

    assert make(known) == cache.find(*name_and_key(known.digest))
    scores = [score(read("the purse of the ward", one.vocabulary, one.speller), one) for one in (fresh, kept)]
    assert scores[0] == scores[1]
    assert fresh.barriers == kept.barriers == tuple(known.barriers)


def test_other_knowledge_has_an_index_of_its_own(tmp_path: Path):
    cache = Cache(tmp_path, "maker")
    purse = town().barriers["purse"]
    other = town()._replace(digest="other", barriers=town().barriers | {"purse": purse._replace(signs=("Zebras.",))})

    before, after = open_index(town(), [cache]), open_index(other, [cache])

    assert -1 == before.tables["words"].find("zebra")
    assert after.tables["words"].find("zebra") >= 0
    assert -1 == open_index(town(), [cache]).tables["words"].find("zebra")


def test_where_nothing_can_be_kept_it_is_made_all_the_same(tmp_path: Path):
    (tmp_path / "file").touch()

    assert open_index(town(), [Cache(tmp_path / "file", "maker")]).tables["words"].find("purs") >= 0


class Seen(NamedTuple):
    """What the shipped knowledge, and one with a sign more, say of a text like that sign."""

    base: Explanation
    ours: Explanation
    diagnosis: Diagnosis
    base_again: Explanation


@pytest.fixture(scope="module")
def seen(advisor: Advisor, tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """One index of everything is made here, once."""
    parent = tmp_path_factory.mktemp("overlay")
    file = parent / "mine" / "barriers" / "governance" / f"{BARRIER}.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"id: {BARRIER}\nsigns:\n  - {SIGN}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        # Named from there, so that its index is kept from one run to the next.
        patch.chdir(parent)
        ours = Advisor.load("mine")
        answers = ours.explain(TEXT, BARRIER), ours.diagnose(SIGN)
    return Seen(advisor.explain(TEXT, BARRIER), *answers, Advisor.load().explain(TEXT, BARRIER))


def test_a_new_sign_counts_at_once(seen: Seen):
    assert seen.base.rank > 1
    assert 1 == seen.ours.rank
    assert seen.ours.fused > seen.base.fused
    assert SIGN == seen.ours.nearest[0]


def test_a_reason_says_that_the_sign_is_the_users_own(seen: Seen):
    best = seen.diagnosis.findings[0]

    assert (BARRIER, ("sign", SIGN, True)) == (best.barrier, tuple(best.reasons[0][1:]))


def test_without_the_folder_the_base_is_back(seen: Seen):
    assert seen.base == seen.base_again
    assert SIGN not in seen.base.nearest
