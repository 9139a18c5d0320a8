"""What all tests share: names of parametrised tests that are the same in every run."""

from __future__ import annotations


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes in a test's name by their argument's: files that tests make carry times and random numbers."""
    return argname if isinstance(val, bytes) else None
