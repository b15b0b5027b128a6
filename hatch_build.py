"""Packs the knowledge in its fast form beside its text, so that the first diagnosis is as quick as the next."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class PackKnowledge(BuildHookInterface[Any]):
    """Compiles knowledge and index while a wheel is built; an editable install makes them when they are needed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled files to the wheel."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from integration_cli.packing import pack

        self._folder = Path(tempfile.mkdtemp())
        for path in pack(Path(self.root, "knowledge"), self._folder):
            build_data["force_include"][str(path)] = f"integration_cli/_compiled/{path.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what was made."""
        if hasattr(self, "_folder"):
            shutil.rmtree(self._folder, ignore_errors=True)
