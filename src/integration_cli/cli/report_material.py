"""The files of which a report tells: what other commands printed, and what people filled in."""

import json
from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import Any

from integration_cli.advisor import Advisor
from integration_cli.assessment import Assessment
from integration_cli.cli.assess_forms import bytes_of, named_once
from integration_cli.cli.console import say
from integration_cli.cli.handouts import WORD, WORKBOOK
from integration_cli.cli.plans import read_file
from integration_cli.errors import AdvisorError
from integration_cli.publishing.given import Profile, Survey, profile_of, survey_of
from integration_cli.sheet import Sheet

REPLIES = (".csv", ".tsv", ".xlsx", ".jsonl", ".ndjson", ".txt")
"""How files end that hold the replies to a survey."""

SURVEY_JSON = "the file that 'advisor survey REPLIES.csv --json > counts.json' makes"
LONGEST_HEAD = 1000
"""Bytes of a file's first line by which it is known."""


def sheet_of(advisor: Advisor, plan: Path, day: str) -> Sheet:
    """A checklist as it was given, or as a workbook holds it. Raises AdvisorError."""
    if plan.suffix.casefold() == WORD:
        raise AdvisorError(f"{plan} is a Word document, which is not read back: give the plan it was made from, as .md")
    data, name = read_file(plan), plan.name
    if plan.suffix.casefold() == WORKBOOK:
        data, name = advisor.take_back(b"", data, str(plan), str(plan)).data, plan.with_suffix(".md").name
    return advisor.sheet(data, day, str(plan))._replace(name=name)


def profiles_of(advisor: Advisor, files: Sequence[Path]) -> list[Profile]:
    """The profiles of partners, in their order, from filled-in forms or from JSON. Raises FaultyForm, AdvisorError."""
    named_once(files)
    given = [(str(file), bytes_of(file)) for file in files]
    forms = [(name, data) for name, data in given if not _is_json(name, data)]
    filled = {assessment.name: assessment for _, assessment in advisor.read_forms(forms)}
    read = [
        _profile(advisor, filled[name])
        if name in filled
        else profile_of(_json(name, data, "advisor assess FORM.yaml --result --json"), name)
        for name, data in given
    ]
    names = [profile.by for profile in read]
    return [
        profile._replace(by=f"{profile.by} ({name})") if names.count(profile.by) > 1 and profile.by != name else profile
        for profile, (name, _) in zip(read, given, strict=True)
    ]


def survey_in(file: Path, knowledge: Path | None) -> Survey:
    """A survey from its JSON, or from its replies: these are counted here, and quoted masked. Raises AdvisorError."""
    ending = file.suffix.casefold()
    if ending not in (*REPLIES, ".json", ""):
        raise AdvisorError(f"{file} is no survey: give the replies ({', '.join(REPLIES)}), or {SURVEY_JSON}")
    if ending not in REPLIES:
        return survey_of(_json(str(file), read_file(file), "advisor survey REPLIES.csv --json"), str(file))
    if _are_counts(file):
        raise AdvisorError(f"{file} holds counts, and a report quotes too: give the replies, or {SURVEY_JSON}")
    return _counted(file, knowledge)


def _are_counts(file: Path) -> bool:
    """Whether a file is what 'advisor survey --csv' writes."""
    from integration_cli.export.survey_csv import COUNTS

    try:
        with file.open("rb") as stream:
            return stream.readline(LONGEST_HEAD).decode("utf-8-sig", "replace").strip() == ",".join(COUNTS)
    except OSError as error:
        raise AdvisorError(f"cannot read {file}: {error.strerror or error}") from error


def _counted(file: Path, knowledge: Path | None) -> Survey:
    from integration_cli.cli.surveying import Wanted, run_survey
    from integration_cli.export.survey_data import to_data

    say(f"counting {file} as 'advisor survey {quote(str(file))} --redact' does")
    try:
        counted, entries = run_survey(Wanted(str(file), redact=True, knowledge=knowledge))
    except AdvisorError as error:
        how = f"advisor survey {quote(str(file))} --column NAME --json > counts.json"
        raise AdvisorError(f"{error}\nTo say how it is counted: {how}; then give --survey counts.json") from error
    return survey_of(to_data(counted, entries), str(file))


def _profile(advisor: Advisor, assessment: Assessment) -> Profile:
    from integration_cli.export.profile_data import to_data

    profile = advisor.profile(assessment)
    choices = advisor.best_choices([one.barrier.id for one in profile.weakest])
    return profile_of(to_data(profile, choices), assessment.name)


def _is_json(name: str, data: bytes) -> bool:
    return name.casefold().endswith(".json") or data.lstrip()[:1] == b"{"


def _json(name: str, data: bytes, command: str) -> Any:
    """What a file holds. Raises AdvisorError where it is not JSON."""
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        made = Path(name).with_suffix(".json")
        raise AdvisorError(f"{name} is not JSON: make it with '{command} > {made}'") from error
