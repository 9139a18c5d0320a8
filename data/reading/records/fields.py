"""The fields of a record from outside, checked: those of the input as JSON Lines."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, ValidationError


class RecordFields(BaseModel):
    """A record's fields with their types; a field of another name is none of ours."""

    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)

    text: str
    id: str | int | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    dct: str | None = None


NAMES = tuple(RecordFields.model_fields)


def checked(fields: Mapping[str, object]) -> tuple[RecordFields, tuple[str, ...]]:
    """The fields that have their type, and the names of those that have not and were left out.

    Raises ValidationError if the text or the id is one of them: without these there is no document.
    """
    try:
        return RecordFields.model_validate(fields), ()
    except ValidationError as error:
        wrong = tuple(dict.fromkeys(str(fault["loc"][0]) for fault in error.errors(include_url=False)))
        if "text" in wrong or "id" in wrong:
            raise
    right = {name: value for name, value in fields.items() if name not in wrong}
    return RecordFields.model_validate(right), wrong
