"""The clarifying question, asked at the terminal."""

import sys

from integration_cli.advisor import Advisor
from integration_cli.cli.console import say
from integration_cli.diagnosis import Diagnosis


def ask_and_follow(diagnosis: Diagnosis, advisor: Advisor) -> Diagnosis:
    """Ask the question that would settle the diagnosis, where there is one and somebody to answer it."""
    from integration_cli.matching.question import answered

    question = advisor.question(diagnosis)
    if question is None or sys.stdin is None or not sys.stdin.isatty():
        return diagnosis
    say("One question, to be surer. Which is nearer?")
    say(f"  1  {question.if_one}\n  2  {question.if_other}\n  Enter: neither, or not sure")
    sys.stderr.write("> ")
    sys.stderr.flush()
    chosen = {"1": question.one, "2": question.other}.get(sys.stdin.readline().strip())
    return answered(diagnosis, question, chosen) if chosen else diagnosis
