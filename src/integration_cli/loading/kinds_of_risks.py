"""The shape of a risk: what barriers may lead to, who carries it, and what softens it."""

from integration_cli.loading.kinds_of_documents import BASIS, EVIDENCE_LIST, FORMERLY, IDENTIFIER, TEXT
from integration_cli.loading.shapes import Choice, Field, ListOf, Record, Ref

RISK = Record(
    "risk",
    {
        "id": IDENTIFIER,
        "text": Field(TEXT, "As a risk register words it: because of a cause an event may happen, with an effect"),
        "arises_from": Field(ListOf(Ref(("barrier",)), 1), "Ids of the barriers it arises from, the nearest first"),
        "sharing": Field(
            Choice(("shared", "retained")), "shared: it arises from working together; retained: each body keeps it"
        ),
        "carried_by": Field(TEXT, "Who carries it, by role"),
        "mitigations": Field(
            ListOf(Ref(("solution",))), "Ids of solutions of those barriers; an empty list only where they have none"
        ),
        "basis": Field(BASIS, "document: a document names this risk; inferred: our reading"),
        "evidence": Field(EVIDENCE_LIST, "Where documents name it", required=False),
        "note": Field(TEXT, "What a reader should know", required=False),
        "formerly": FORMERLY,
    },
    entry=True,
)
