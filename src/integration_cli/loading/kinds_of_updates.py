"""The shape of an update: what has changed since the documents were written."""

from integration_cli.loading.kinds_of_documents import DATE, IDENTIFIER, TEXT
from integration_cli.loading.shapes import Choice, Field, Flag, ListOf, Record, Ref, Text

ANY = ("barrier", "solution", "example", "framework", "category", "source", "update", "risk")
NATION = Choice(("England", "Scotland", "Wales", "Northern Ireland", "UK"))
UPDATE = Record(
    "update",
    {
        "id": IDENTIFIER,
        "term": Field(TEXT, "The body, law, programme, payment or document"),
        "kind": Field(Choice(("body", "law", "programme", "payment", "document")), "What it is"),
        "status": Field(
            Choice(("abolished", "amended", "completed", "renamed", "repealed", "replaced", "still in force")),
            "What has become of it",
        ),
        "since": Field(DATE, "Since when"),
        "successor": Field(TEXT, "What stands in its place", required=False),
        "nations": Field(ListOf(NATION, 1), "Where the fact holds"),
        "note": Field(TEXT, "What it means for somebody who follows the documents"),
        "caveat": Field(TEXT, "What is not established", required=False),
        "as_at": Field(DATE, "Date of the facts, where it differs from the one in about.yaml", required=False),
        "verified": Field(Flag(), "Whether a page was seen that shows it"),
        "aliases": Field(ListOf(TEXT), "Words by which texts name it", required=False),
        "unless_inside": Field(ListOf(TEXT), "Longer names in which an alias means something else", required=False),
        "may_also_mean": Field(
            ListOf(
                Record(
                    "other_meaning",
                    {
                        "alias": Field(TEXT, "One of the aliases"),
                        "meaning": Field(TEXT, "What else it may stand for"),
                    },
                )
            ),
            "Ambiguous aliases",
            required=False,
        ),
        "mentioned_in": Field(
            ListOf(
                Record(
                    "mention",
                    {
                        "source": Field(Ref(("source",)), "Id of the document", required=False),
                        "place": Field(TEXT, "Where in it"),
                    },
                )
            ),
            "Where the documents name it",
        ),
        "page": Field(
            Record(
                "page",
                {
                    "title": Field(TEXT, "Title of the page", required=False),
                    "url": Field(Text(r"https?://\S+", "a web address"), "Address", required=False),
                    "says": Field(TEXT, "Our summary of what it says"),
                },
            ),
            "The page that shows it",
        ),
        "other_pages": Field(ListOf(Text(r"https?://\S+", "a web address")), "Further pages", required=False),
        "affects": Field(ListOf(Ref(ANY)), "Entries that it bears on"),
    },
    entry=True,
)
