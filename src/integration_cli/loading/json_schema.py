"""The shape of knowledge files as JSON Schema (draft-07, which editors read best)."""

import json
from typing import Any

from integration_cli.loading.kinds import KINDS
from integration_cli.loading.shapes import Choice, Flag, ListOf, Record, Ref, Row, Text, Type

TEXTS = ["string", "number"]
"""Editors read an unquoted 2016 as a number; the advisor reads every value as it is written."""


def schema_text(kind: str) -> str:
    """The schema of one kind of file, as it is kept under knowledge/schema/."""
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"Knowledge of the advisor: {kind}",
    }
    return json.dumps({**head, **_schema(KINDS[kind])}, indent=2, ensure_ascii=False) + "\n"


def file_name(kind: str) -> str:
    """The name of a kind's schema file."""
    return f"{kind}.schema.json"


def _schema(type_: Type) -> dict[str, Any]:
    match type_:
        case Text(pattern=pattern, form=form) if pattern:
            return {"type": TEXTS, "pattern": f"^{pattern}$", "description": form}
        case Text(empty=empty):
            return {"type": TEXTS} if empty else {"type": TEXTS, "minLength": 1}
        case Choice(options=options):
            return {"enum": list(options)}
        case Flag():
            return {"type": "boolean"}
        case Ref(kinds=kinds, also=also):
            words = f", or {' or '.join(also)}" if also else ""
            return {"type": "string", "description": f"Id of a {' or '.join(kinds)}{words}"}
        case ListOf(item=item, least=least, most=most):
            limits = {key: count for key, count in (("minItems", least), ("maxItems", most)) if count}
            return {"type": "array", "items": _schema(item), **limits}
        case Record(fields=fields, open=open_):
            return {
                "type": "object",
                "additionalProperties": open_,
                "required": [name for name, field in fields.items() if field.required],
                "properties": {name: {**_schema(f.type), "description": f.doc} for name, f in fields.items()},
            }
        case Row():
            cell = {"anyOf": [{"type": TEXTS}, {"type": "array", "items": {"type": TEXTS}}]}
            return {"type": "object", "additionalProperties": cell}
