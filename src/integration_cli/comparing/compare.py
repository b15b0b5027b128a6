"""Which barriers all partners name, which only some, and which one alone."""

from collections.abc import Iterable, Sequence

from integration_cli.comparing.agreement import pairs
from integration_cli.comparison import Comparison, Group, Partner, Row, Sight
from integration_cli.diagnosis import WORTH_A_LOOK, Diagnosis, Finding
from integration_cli.model import Knowledge

MOST_FINDINGS = 40
"""Findings to ask for in each description; the sure ones of a long report stay well below."""

PLANNED = 1.0
"""Score of a barrier that a plan names: nobody has to guess that it was meant."""


def described(name: str, diagnosis: Diagnosis, file: str = "") -> Partner:
    """The partner whose description was diagnosed."""
    return Partner(name, {finding.barrier: finding for finding in diagnosis.findings}, diagnosis.situation, file)


def compare(partners: Iterable[Partner], knowledge: Knowledge) -> Comparison:
    """Put partners side by side; the same for any order in which they come. Their names must differ.

    Only strong and likely findings count as named: most possible ones are wrong, so they are kept apart as hints. A
    detail counts for its main barrier: who names the one and who names the other see the same obstacle.
    """
    ordered = tuple(sorted(partners, key=lambda partner: (partner.name.casefold(), partner.name)))
    sights = {partner.name: _sights(partner, knowledge) for partner in ordered}
    heard = [partner.name for partner in ordered if sights[partner.name]]
    mains = dict.fromkeys(
        knowledge.barriers[id_].main
        for partner in ordered
        for id_, finding in partner.findings.items()
        if _sure(finding) or _possible(finding)
    )
    rows = sorted((_row(main, ordered, sights, len(heard), knowledge) for main in mains), key=_place)
    return Comparison(
        ordered,
        tuple(partner.name for partner in ordered if partner.name not in heard),
        tuple(row for row in rows if row.sights),
        tuple(row for row in rows if not row.sights),
        tuple(pairs({name: sights[name].keys() for name in heard})),
    )


def _sure(finding: Finding | None) -> bool:
    return finding is None or finding.strength != "possible"


def _possible(finding: Finding | None) -> bool:
    return finding is not None and finding.strength == "possible" and finding.score >= WORTH_A_LOOK


def _sights(partner: Partner, knowledge: Knowledge) -> dict[str, Sight]:
    """What a partner names, by main barrier."""
    by_main: dict[str, list[tuple[float, str]]] = {}
    for id_, finding in partner.findings.items():
        if _sure(finding):
            score = PLANNED if finding is None else finding.score
            by_main.setdefault(knowledge.barriers[id_].main, []).append((score, id_))
    return {main: _sight(partner, named) for main, named in by_main.items()}


def _sight(partner: Partner, named: list[tuple[float, str]]) -> Sight:
    ordered = sorted(named, key=lambda item: (-item[0], item[1]))
    score, best = ordered[0]
    finding = partner.findings[best]
    return Sight(partner.name, finding.strength if finding else None, score, tuple(id_ for _, id_ in ordered))


def _row(
    main: str, partners: Sequence[Partner], sights: dict[str, dict[str, Sight]], heard: int, knowledge: Knowledge
) -> Row:
    seen = tuple(sights[partner.name][main] for partner in partners if main in sights[partner.name])
    naming = {sight.partner for sight in seen}
    maybe = tuple(
        partner.name
        for partner in partners
        if partner.name not in naming
        if any(_possible(f) and knowledge.barriers[id_].main == main for id_, f in partner.findings.items())
    )
    return Row(main, _group(len(seen), heard), seen, maybe, round(sum(sight.score for sight in seen), 4))


def _group(seen: int, heard: int) -> Group:
    """Where only one partner names anything at all, nothing is shared."""
    if seen < 2:
        return "one" if seen else "none"
    return "all" if seen == heard else "some"


def _place(row: Row) -> tuple[int, float, int, str]:
    """Seen by most first, then by weight, then by id."""
    return -len(row.sights), -row.weight, -len(row.maybe), row.barrier
