"""Partners and their files: named apart, refused with the way out."""

from pathlib import Path

import pytest

from integration_cli.cli.partners import MOST_PARTNERS, names_of
from tests.conftest import Run

COUNCIL = "council.txt"


@pytest.fixture(autouse=True)
def _among_the_partners(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent / "partners")


def flat(text: str) -> str:
    """A screen without its line breaks."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ([COUNCIL], "there is nothing to compare one file with: give a file for each partner"),
        ([COUNCIL, "-"], "compare reads files, not standard input"),
        ([COUNCIL, f"../partners/{COUNCIL}"], "are the same file: give each partner a file of its own"),
        ([COUNCIL, "coucnil.txt"], "cannot read coucnil.txt: No such file or directory"),
        ([COUNCIL, "."], "cannot read .: "),
        ([COUNCIL] * (MOST_PARTNERS + 1), "compare takes at most 12 files: leave some out"),
    ],
    ids=["one", "standard input", "twice", "missing", "folder", "too many"],
)
def test_what_cannot_be_compared_is_refused_with_the_way_out(run: Run, files: list[str], message: str):
    code, out, err = run("compare", *files)

    assert (2, "") == (code, out)
    assert message in flat(err)


def test_a_file_that_is_no_text_is_refused(run: Run, tmp_path: Path):
    (tmp_path / "minutes.pdf").write_bytes(b"%PDF-1.7\n%\xe2\xe3")

    code, _, err = run("compare", COUNCIL, str(tmp_path / "minutes.pdf"))

    assert (2, True) == (code, "is not plain text: save it as a text file first" in flat(err))


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["council.txt", "hospital.md"], ["council", "hospital"]),
        (["view.txt", "view.md"], ["view.txt", "view.md"]),
        (["council/view.txt", "hospital/view.txt"], ["council/view.txt", "hospital/view.txt"]),
        (["x.txt", "x.txt.md", "x.md"], ["partners/x.txt", "x.txt.md", "x.md"]),
    ],
    ids=["stems", "suffixes", "folders", "chain"],
)
def test_partners_are_named_after_their_files_and_told_apart(files: list[str], names: list[str]):
    assert names == names_of([Path(file) for file in files])
