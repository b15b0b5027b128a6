"""The shape of what is said about the documents: sources, evidence, examples, tables."""

from integration_cli.loading.shapes import ID, Choice, Field, ListOf, Record, Ref, Row, Text

TEXT = Text()
IDENTIFIER = Field(Text(ID, "small letters, digits and single hyphens"), "Stable id; never changed once published")
DATE = Text(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", "a year, year-month or date such as 2026-06-30")
BASIS = Choice(("document", "inferred"))
FORMERLY = Field(ListOf(Text(ID, "an id")), "Ids that this entry had before", required=False)
KEY_WORDS = Field(ListOf(TEXT, 1, 8), "Three to eight words or short phrases by which a reader finds the passage")

EVIDENCE = Record(
    "evidence",
    {
        "source": Field(Ref(("source",)), "Id of the document"),
        "section": Field(TEXT, "The heading as it stands in the document, or 'lead' for what comes before the first"),
        "key_words": KEY_WORDS,
        "note": Field(TEXT, "What a reader should know about this passage", required=False),
    },
)
EVIDENCE_LIST = ListOf(EVIDENCE)

ABOUT = Record(
    "about",
    {
        "version": Field(Text(r"[\w.+-]+", "letters, digits and dots"), "Version of the knowledge"),
        "as_at": Field(DATE, "Date at which the updates stand"),
        "limits": Field(ListOf(TEXT), "Known gaps, shown to readers"),
    },
)
CATEGORY = Record(
    "category",
    {
        "id": IDENTIFIER,
        "title": Field(TEXT, "Name of the family of barriers"),
        "summary": Field(TEXT, "What its barriers share"),
    },
    entry=True,
)
SOURCE = Record(
    "source",
    {
        "id": IDENTIFIER,
        "title": Field(TEXT, "Title of the document"),
        "title_basis": Field(TEXT, "Where the title comes from, if not from the text", required=False),
        "author": Field(TEXT, "Author"),
        "publisher": Field(TEXT, "Publisher"),
        "date": Field(TEXT, "Date"),
        "date_basis": Field(TEXT, "Whether the date is stated or inferred"),
        "completeness": Field(TEXT, "What of the document is missing"),
        "file": Field(TEXT, "Name of its text for 'advisor check --sources'"),
        "sections": Field(
            ListOf(
                Record(
                    "section",
                    {
                        "heading": Field(TEXT, "A heading, in the order of the document"),
                        "inside": Field(TEXT, "The section that this box interrupts", required=False),
                    },
                )
            ),
            "Headings in order",
        ),
        "missing_charts": Field(ListOf(TEXT), "Captions whose chart is missing", required=False),
    },
    entry=True,
)
EXAMPLE = Record(
    "example",
    {
        "id": IDENTIFIER,
        "text": Field(TEXT, "The place, case or figure"),
        "source": Field(Ref(("source",)), "Id of the document"),
        "section": Field(TEXT, "Heading, or 'lead'"),
        "key_words": KEY_WORDS,
        "voice": Field(TEXT, "Whose words the document reports", required=False),
        "supports": Field(ListOf(Ref(("barrier", "solution"))), "Barriers and solutions that it illustrates"),
    },
    entry=True,
)
FRAMEWORK = Record(
    "framework",
    {
        "id": IDENTIFIER,
        "title": Field(TEXT, "Title of the table"),
        "source": Field(Ref(("source",)), "Id of the document; absent when put together from several", required=False),
        "section": Field(TEXT, "Heading, or 'lead'", required=False),
        "key_words": Field(KEY_WORDS.type, KEY_WORDS.doc, required=False),
        "note": Field(TEXT, "What a reader should know", required=False),
        "supports": Field(ListOf(Ref(("barrier", "solution"))), "Barriers and solutions that it bears on"),
        "rows": Field(ListOf(Row(), 1), "The rows"),
    },
    entry=True,
)
