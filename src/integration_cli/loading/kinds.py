"""What each kind of knowledge file holds. The reader, the checks and the editors' JSON Schema all follow it."""

from integration_cli.loading.kinds_of_documents import (
    ABOUT,
    BASIS,
    CATEGORY,
    EVIDENCE_LIST,
    EXAMPLE,
    FORMERLY,
    FRAMEWORK,
    IDENTIFIER,
    SOURCE,
    TEXT,
)
from integration_cli.loading.kinds_of_risks import RISK
from integration_cli.loading.kinds_of_updates import UPDATE
from integration_cli.loading.shapes import ID, Choice, Field, ListOf, Record, Ref, Text, Type

BARRIER = Record(
    "barrier",
    {
        "id": IDENTIFIER,
        "category": Field(Ref(("category",)), "Id of its category, the name of its folder"),
        "part_of": Field(Ref(("barrier",)), "For a detail: id of its main barrier", required=False),
        "title": Field(TEXT, "What stands in the way, in a few words"),
        "summary": Field(TEXT, "One or two sentences"),
        "basis": Field(Choice(("stated", "implied")), "implied: a document proposes the cure, not the complaint"),
        "question": Field(TEXT, "Statement for the self-assessment: true where the barrier is absent"),
        "terms": Field(ListOf(TEXT, 1), "Words and phrases that practitioners use for it"),
        "not_to_confuse": Field(
            ListOf(
                Record(
                    "neighbour",
                    {
                        "barrier": Field(Ref(("barrier",)), "Id of the neighbour"),
                        "test": Field(TEXT, "What tells this barrier from the neighbour"),
                    },
                )
            ),
            "Neighbours, and the test that tells them apart",
        ),
        "evidence": Field(EVIDENCE_LIST, "Where documents speak of it"),
        "links": Field(
            ListOf(
                Record(
                    "link",
                    {
                        "solution": Field(Ref(("solution",)), "Id of a solution"),
                        "basis": Field(BASIS, "document: a document pairs the two; inferred: our reading"),
                    },
                )
            ),
            "Solutions; an empty list where no document proposes anything",
        ),
        "notes": Field(TEXT, "What a reader should know", required=False),
        "formerly": FORMERLY,
        "signs": Field(ListOf(TEXT), "How it shows itself, in practitioners' everyday words"),
        "not_signs": Field(
            ListOf(
                Record(
                    "not_sign",
                    {
                        "text": Field(TEXT, "A statement close in words that is not about this barrier"),
                        "belongs_to": Field(Ref(("barrier",), also=("none",)), "Where it belongs, or none"),
                    },
                )
            ),
            "Counter-signs",
            required=False,
        ),
    },
    entry=True,
)
SOLUTION = Record(
    "solution",
    {
        "id": IDENTIFIER,
        "title": Field(TEXT, "What to do, in a few words"),
        "summary": Field(TEXT, "One or two sentences"),
        "standing": Field(
            Choice(("recommended", "reported", "suggested", "contested")), "How firmly the documents stand behind it"
        ),
        "who": Field(TEXT, "Who acts"),
        "formerly": FORMERLY,
        "evidence": Field(EVIDENCE_LIST, "Where documents propose it"),
        "measure": Field(
            Record(
                "measure",
                {
                    "text": Field(TEXT, "How a partnership will know that it works"),
                    "basis": Field(BASIS, "document or inferred"),
                },
            ),
            "How a partnership will know that it works",
        ),
        "actions": Field(
            ListOf(
                Record(
                    "action",
                    {
                        "id": Field(Text(ID, "small letters, digits and single hyphens"), "Unique in its solution"),
                        "text": Field(TEXT, "One concrete step"),
                        "basis": Field(BASIS, "document or inferred"),
                        "evidence": Field(EVIDENCE_LIST, "Where a document says it", required=False),
                    },
                )
            ),
            "Concrete steps; each becomes a box of the checklist",
        ),
    },
    entry=True,
)
FORMS = Record(
    "forms",
    {
        "id": IDENTIFIER,
        "forms": Field(ListOf(TEXT, 2), "Ways to write one thing, each standing for all the others"),
    },
    entry=True,
)

ELSEWHERE = Record(
    "elsewhere",
    {
        "id": IDENTIFIER,
        "texts": Field(ListOf(TEXT), "Texts that describe no barrier: other subjects, everyday life, gibberish"),
    },
    entry=True,
)

KINDS: dict[str, Type] = {
    "about": ABOUT,
    "categories": ListOf(CATEGORY),
    "sources": ListOf(SOURCE),
    "updates": ListOf(UPDATE),
    "examples": ListOf(EXAMPLE),
    "frameworks": ListOf(FRAMEWORK),
    "risks": ListOf(RISK),
    "vocabulary": ListOf(FORMS),
    "elsewhere": ListOf(ELSEWHERE),
    "barrier": BARRIER,
    "solutions": ListOf(SOLUTION),
}
"""The type of each kind of file; the kinds are those of `locate.kind_of`."""
