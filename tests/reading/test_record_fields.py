"""The fields of a record: those that have their type, and those that are left out."""

from __future__ import annotations

import pytest

from data.reading.records.fields import NAMES, RecordFields, checked


def test_fields_of_other_names_are_none_of_ours() -> None:
    found = checked({"text": "It rained.", "id": 7, "dct": "2024", "weather": ["rain"]})
    assert found == (RecordFields(text="It rained.", id=7, dct="2024"), ())


@pytest.mark.parametrize("name", sorted({*NAMES} - {"text", "id"}))
@pytest.mark.parametrize("value", [3, 2.5, True, ["a"], {}])
def test_what_is_no_text_is_left_out_and_told(name: str, value: object) -> None:
    assert checked({"text": "It rained.", name: value}) == (RecordFields(text="It rained."), (name,))


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"text": None},
        {"text": 3},
        {"text": b"It rained."},
        {"text": "a", "id": True},
        {"text": "a", "id": 1.0},
    ],
)
def test_without_a_text_or_a_name_that_is_one_there_is_no_document(fields: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        checked(fields)
    assert checked({"text": "a", "id": None, "title": None}) == (RecordFields(text="a"), ())
