"""What the pages say about the world around the command: exit codes, environment variables, files."""

from integration_cli.cli.main import COULD_NOT_RUN, DONE, INTERRUPTED, NO

EXIT_CODES = {
    DONE: "Done.",
    NO: "The answer is no: nothing matched, or faults were found.",
    COULD_NOT_RUN: "The command could not run; the reason stands on standard error.",
    INTERRUPTED: "Stopped by Ctrl-C.",
}
VARIABLES = {
    "ADVISOR_KNOWLEDGE": "A folder of your own entries, laid over the knowledge: what --knowledge gives.",
    "ADVISOR_CACHE": "Where the knowledge is kept in its fast form. It holds nothing that you typed.",
    "XDG_CACHE_HOME": "The folder of all caches, where ADVISOR_CACHE is not set; ~/.cache by default.",
    "LOCALAPPDATA": "The same on Windows.",
    "NO_COLOR": "Set to anything: no colours.",
    "FORCE_COLOR": "Set to anything: colours also where the output is no terminal.",
    "TERM": "dumb or unknown: no colours.",
    "COLUMNS": "The width of the output; by default that of the terminal, or 80.",
}
"""Every variable that the program reads, with what it does."""
