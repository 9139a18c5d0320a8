"""A password in an address that was typed in the wrong place is told to nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.printable import hushed
from tests.helpers.outcome import Run

ADDRESS = "postgresql://ana:let%2Fme/in@news/archive?sslpassword=key-word"


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", ADDRESS), ("tag", ADDRESS), ("import", ADDRESS), ("collections", "-c", ADDRESS),
        ("collections", "--remove", ADDRESS), ("find", "ferry", "--limit", ADDRESS), (ADDRESS,),
        ("build", "in", "--dask", ADDRESS), ("export", "--format", ADDRESS), ("conflicts", f"({ADDRESS}"),
    ],
)  # fmt: skip
def test_no_complaint_repeats_it(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    own = ("-c", str(tmp_path / "c")) if arguments[0] in ("build", "import", "conflicts") else ()
    (tmp_path / "in").mkdir()
    outcome = run(*(str(tmp_path / "in") if one == "in" else one for one in arguments), *own)
    assert outcome.code in (2, 3)
    assert outcome.err
    for secret in ("let", "me/in", "key-word"):
        assert secret not in outcome.err + outcome.out


def test_all_else_is_told_as_it_is() -> None:
    for text in ("postgresql://ana@news/archive", "see postgresql://news:5432/a and ann@example.org", "a:b@c",
                 "https://ann:x@example.org"):  # fmt: skip
        assert hushed(text) == text
    assert hushed("postgres://ana:a@b@news/archive") == "postgres://ana:...@news/archive"
