"""What the command line says, held against its published schema. Each schema is made ready once; that it is a schema
itself is tested in `tests/household/test_case_file_on_disk.py`."""

from __future__ import annotations

from functools import cache
from typing import Any

import jsonschema

from budgetdesk.readers.case_file import load_schema


@cache
def _schema(name: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(load_schema(name))


def obeys(answer: Any, name: str) -> None:
    """Raises jsonschema.ValidationError where the answer is not as the schema of that name says."""
    _schema(name).validate(answer)
