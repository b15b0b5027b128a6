"""The edge of the program: arguments in, exit code out, every error answered once."""

import gc
import io
import sys
from collections.abc import Sequence

from integration_cli.cli.console import ReaderGone, drop_the_rest, say, say_error, say_faults
from integration_cli.errors import AdvisorError, FaultyForm

DONE, NO, COULD_NOT_RUN, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; the answer is no (nothing matched, faults found); could not run; stopped by Ctrl-C."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code; raises nothing but what is a defect of the program."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        return _run(argv)
    except FaultyForm as error:
        say_faults(error.faults)
        return COULD_NOT_RUN
    except AdvisorError as error:
        say_error(str(error))
        return COULD_NOT_RUN
    except ReaderGone:
        return DONE
    except OSError as error:
        # What a disk or a network share may refuse at any moment; where a way out is known, an AdvisorError says it.
        if error.filename is None and sys.stdout is not None:
            drop_the_rest(sys.stdout)
        say_error(f"cannot use {error.filename or 'standard output'}: {error.strerror or error}")
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return INTERRUPTED
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else DONE


def _run(argv: Sequence[str] | None) -> int:
    from integration_cli.cli.app import UsageError, app

    try:
        code = app(args=list(argv) if argv is not None else None, prog_name="advisor", standalone_mode=False)
    except UsageError as error:
        # Typer repeats what was typed as it was typed, so its words go through the same door as ours.
        said = io.StringIO()
        error.show(file=said)  # type: ignore[attr-defined]
        say(said.getvalue().rstrip("\n"))
        return COULD_NOT_RUN
    return code if isinstance(code, int) else DONE


def run() -> None:
    """What the `advisor` script calls."""
    # A command lives for a fraction of a second: looking for garbage would take a tenth of it.
    gc.disable()
    code = main()
    # Nor when it ends: Python looks once more on its way out, through all that the command has made.
    gc.freeze()
    sys.exit(code)
