"""Indexes of small knowledge, made in memory."""

from integration_cli.matching.building import make
from integration_cli.matching.index import Index, read
from integration_cli.model import Forms, Knowledge, NotSign
from tests import small

BORROWED = "The purse is never opened for the bus."
"""A counter-sign of one barrier that speaks for another."""


def index_of(knowledge: Knowledge) -> Index:
    return read(memoryview(make(knowledge)), knowledge)


def town() -> Knowledge:
    """Three barriers, two texts about nothing of the kind, and two things that are written in several ways."""
    return small.knowledge(
        small.barrier(
            "purse",
            title="Each body guards its purse",
            terms=("purse", "shared purse"),
            signs=(
                "The council will not open the shared purse.",
                "The purse is empty and the purse stays empty.",
                "The ICB counts coins while the ward waits.",
            ),
        ),
        small.barrier(
            "bus",
            title="No bus to the clinic",
            signs=(
                "The bus stops before the clinic opens.",
                "Patients miss the bus and the clinic blames the patients.",
                "An integrated care board drew the bus routes.",
            ),
            not_signs=(NotSign(BORROWED, "purse"), NotSign("The bus is painted green.", "")),
        ),
        small.barrier(
            "trust",
            title="Nobody trusts the letters",
            signs=("Letters about patients go unread.", "Nobody believes the letters of the ward."),
        ),
        vocabulary={
            "icb": Forms("icb", ("ICB", "integrated care board")),
            "care": Forms("care", ("integrated care",)),
        },
        elsewhere={"kitchen": ("The soup is painted green.", "Bake the bread until the soup is green.")},
    )
