"""The words of a language that tell of days: tables in ``languages/CODE/``, one a subject."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

_LANGUAGES = Path(__file__).parent.with_name("languages")


def table_of(language: str, subject: str) -> dict[str, Any]:
    """A language's table (a code such as "en" or "en-GB") of a subject; empty where there is none."""
    path = _LANGUAGES / language.partition("-")[0].lower() / f"{subject}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
