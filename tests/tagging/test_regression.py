"""Short documents of our own with every expression in them, in all languages with rules.

Each rule, shape, anchor and trap of English, news of our years, and what newspapers of the other languages
write. The name of a file begins with its language.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data import cli
from data.dating import resolve
from data.days import iso
from data.model import Document, Expression, Published
from data.reading.making.published import given_date
from data.tagging.rules import language_rules
from data.workers.reading import read_document

if TYPE_CHECKING:
    from collections.abc import Mapping

FILES = sorted((Path(__file__).parent / "regression").glob("*.toml"))
DOCUMENTS: list[dict[str, str]] = [
    {"language": path.name[:2], **document}
    for path in FILES
    for document in tomllib.loads(path.read_text(encoding="utf-8"))["document"]
]
EACH = pytest.mark.parametrize(
    "document", [pytest.param(each, id=f"{each['language']}: {each['shows']}") for each in DOCUMENTS]
)


def expressions(document: Mapping[str, str]) -> tuple[Expression, ...]:
    language = document["language"]
    published = given_date(document.get("published")) or Published()
    read = read_document(
        Document(id="one", path="-", text=document["text"], sha256="", language=language, published=published)
    )
    return resolve(document["text"], read.mentions, read.sentences, published, language=language)


def line(text: str, days: str, record: Mapping[str, Any], others: list[str], role: str | None) -> str:
    extras = [f"{name}={record[name]}" for name in ("mod", "quant", "freq") if record[name]]
    extras += [f"role={role}"] if role else []
    extras += [f"or={other}" for other in others]
    shown = " ".join(text.replace("\u00ad", "").split())
    fields = [shown, record["type"], record["value"], days, record["kind"], " ".join(extras)]
    return " | ".join(filter(None, fields))


def span(start: str | None, end: str | None) -> str:
    if start is None:
        return "-"
    return start if start == end else f"{start}..{end}"


def found_line(each: Expression) -> str:
    others = [span(iso(start), iso(end)) for start, end in each.readings]
    record = {
        "type": each.type, "value": each.value, "kind": each.anchor.kind,
        "mod": each.mod, "quant": each.quant, "freq": each.freq,
    }  # fmt: skip
    return line(each.text, span(iso(each.start), iso(each.end)), record, others, each.role)


@EACH
def test_every_expression_and_no_other(document: dict[str, str]) -> None:
    found = expressions(document)
    assert [found_line(each) for each in found] == document["expressions"].splitlines()
    if "told" in document:
        assert any(document["told"] in (each.anchor.reason or "") for each in found)


@EACH
def test_every_expression_tells_its_rule_and_its_reason(document: dict[str, str]) -> None:
    for each in expressions(document):
        assert each.rule
        assert each.anchor.reason
        assert (each.anchor.kind == "explicit") == (each.anchor.value is None)


def test_every_rule_is_shown() -> None:
    english = [document for document in DOCUMENTS if document["language"] == "en"]
    shown = {each.rule for document in english for each in expressions(document)}
    finding = {rule.name for rule in language_rules("en").rules if rule.type != "none"}
    assert finding - shown == set()


def test_the_command_prints_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Documents of one file date one another: those without a date of their own would get one here.
    dated = [document for document in DOCUMENTS if "published" in document]
    dump = tmp_path / "documents.jsonl"
    lines = [
        json.dumps(
            {
                "id": f"{each['language']} {each['shows']}",
                **{name: each[name] for name in ("text", "published", "language")},
            }
        )
        for each in dated
    ]
    dump.write_text("\n".join(lines), encoding="utf-8")
    assert cli.main(["tag", str(dump)]) == 0
    records = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert len(records) == len(dated)
    for document, record in zip(dated, records, strict=True):
        printed = [
            line(
                each["text"], span(each["start"], each["end"]), {**each, "kind": each["anchor"]["kind"]},
                [span(other["start"], other["end"]) for other in each["readings"]], None,
            )
            for each in record["expressions"]
        ]  # fmt: skip
        assert printed == [_without_role(text) for text in document["expressions"].splitlines()]


def _without_role(text: str) -> str:
    words = [word for word in text.split(" ") if not word.startswith("role=")]
    return " ".join(words).removesuffix(" |")
