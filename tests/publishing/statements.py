"""Texts by which the search of a page is held against the command: invented here, or signs made worse."""

from random import Random

from integration_cli.model import Knowledge

INVENTED = (
    "The council treasurer and the hospital treasurer each think the other is hiding a surplus.",
    "Our district nurses cannot open the home care agency's diary",
    "who pays for the bed while two lawyers argue about continuing healthcare",
    "Every April the joint post disappears because the grant ran out",
    "The audit committee wants proof of savings by Christmas, the scheme only began in June",
    "two payrolls, two pension schemes, one team",
    "Members were never asked before the ward was closed",
    "The landlord is NHS Property Services and the rent alone kills the hub",
    "nobody from housing comes to the partnership board",
    "GPs say the care record is the practice's and nobody else's",
    "We buy the same rehabilitation twice from two budgets",
    "the chief executive left and so did the whole idea",
    "No one dares to stop a pilot, and no one dares to roll it out.",
    "Inspectors came in March for the trust and in May for us; they asked opposite things",
    "procurement says we must tender what the two of us want to do together",
    "VAT makes the pooled arrangement dearer than leaving things apart",
    "Discharge is blamed on social care whatever the real cause",
    "Care assistants leave for the supermarket, it pays more",
    "The boundary of the ICB cuts our county into three",
    "their language is tariff and ours is eligibility",
    "Everyone signed the concordat and then went back to the day job.",
    "The prevention money is the first to go when the hospital is over its budget",
    "Pateints tell there story six times to six profesionals",
    "sectoin 75 agreement never got signed off by cabinet",
    "informaton governence lead says no to evrything",
    "Who is acountable when the jont comittee gets it wrong?",
    "Better Care Fund",
    "risk share",
    "trust",
    "pooled budgets VAT",
    "data sharing agreement GP",
    "delayed transfers of care blame",
    "We do not know what a bed day costs, and they do not know what an hour of home care costs.",
    "The evaluation came out after the decision had been taken, and it was about a different population.",
    "Health and wellbeing board is a talking shop without money",
    "Everybody is accountable upwards, to a different minister",
    "volunteers run the lunch club that keeps people out of hospital, nobody pays them a penny",
    "Our estates strategy stops at the hospital fence",
    "Staff who were transferred lost their mileage and have not forgiven us",
    "Politicians promise that no hospital will close, before any plan is written",
    "ask the public? we told the public",
    "Ms Okonkwo of Little Wittering says that the ICB and the county will not share one risk register.",
)
OFF_TOPIC = (
    "how long do I boil an egg",
    "the striker was offside and the referee never saw it",
    "asdf qwer zxcv",
    "My laptop freezes when I open the spreadsheet",
    "what is the capital of Mongolia",
    "The choir cannot agree on a new conductor.",
    "",
    "   ",
    "the and of to",
    "12345",
    "😀😀😀",
    "Our school governors will not merge the two sixth forms",
    "The pipe under the sink drips at night",
    "parlez-vous français, s’il vous plaît ?",
)
LONG = (
    """Minutes of the joint meeting.

1. Budget. Nobody could say who signs off the pooled budget; the trust waits for the council, e.g. for the beds.
2. Records. The two systems do not talk to each other. Staff are afraid of a fine.
3. Workforce. Dr. Amari reported that carers leave for better pay.

   - pay differs
   - terms differ
4. Any other business: the car park was resurfaced.""",
    """The board met twice this year. It noted the report; it noted the plan; it noted the risk. Meanwhile the hospital
filled up and the council blamed the trust. The trust blamed the council! Who decides? No one. The money is spent where
it was spent last year, because the payment rules reward activity. We asked for one shared record and got a seventh
project board. Front-line staff have stopped waiting: they share what they can by telephone, and hope that nobody asks
on what legal basis. Our councillors hear of it from the newspaper.""",
)


def signs_made_worse(knowledge: Knowledge, count: int, chance: Random) -> list[str]:
    """Signs of the knowledge drawn at random, with words left out and letters lost, doubled or swapped."""
    signs = [sign for barrier in knowledge.barriers.values() for sign in barrier.signs]
    return [_worse(chance.choice(signs), chance) for _ in range(count)]


def lists_of_signs(knowledge: Knowledge, count: int, chance: Random) -> list[str]:
    """Lists and paragraphs of several such signs."""
    marks = ("- ", "* ", "1. ", "", "")
    return [
        "\n".join(chance.choice(marks) + sign for sign in signs_made_worse(knowledge, chance.randrange(2, 12), chance))
        for _ in range(count)
    ]


def _worse(text: str, chance: Random) -> str:
    kept = [word for word in text.split() if chance.random() > 0.25] or text.split()
    return " ".join(_misspelt(word, chance) if len(word) > 5 and chance.random() < 0.3 else word for word in kept)


def _misspelt(word: str, chance: Random) -> str:
    at = chance.randrange(1, len(word) - 1)
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[: at + 1] + word[at:],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
