"""What others call the fields of a document: the columns of their tables, the names in their JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# In small letters with spaces for underscores and hyphens; of several the first counts.
FIELD_NAMES = {
    "text": (
        "text", "full text", "fulltext", "body", "content", "article", "article text", "article body",
        "story", "message", "transcript", "tweet", "post", "contents", "body text", "main text",
        "volltext", "artikel", "inhalt", "texte", "contenu", "texto", "contenido", "cuerpo", "testo",
        "conteúdo", "tekst", "inhoud", "текст", "содержание", "зміст",
    ),
    "title": (
        "title", "headline", "heading", "subject", "article title", "titel", "schlagzeile", "überschrift",
        "titre", "título", "titular", "titolo", "kop", "заголовок", "название", "назва",
    ),
    "published": (
        "published", "dct", "published at", "publication date", "publish date", "published date", "pub date",
        "pubdate", "date published", "datepublished", "date", "datetime", "timestamp", "created at", "time",
        "datum", "erscheinungsdatum", "veröffentlicht", "date de publication", "fecha",
        "data di pubblicazione", "data publicação", "дата",
    ),
    "publisher": (
        "publisher", "publication", "source", "outlet", "newspaper", "media", "site", "sitename",
        "source name", "medium", "quelle", "zeitung", "média", "journal", "medio", "fuente", "fonte",
        "testata", "bron", "krant", "источник", "издание", "джерело",
    ),
    "byline": (
        "byline", "author", "authors", "reporter", "creator", "user", "from", "autor", "verfasser",
        "auteur", "autore", "автор",
    ),
    "url": ("url", "link", "uri", "permalink", "href", "address", "adresse", "enlace", "ссылка"),
    "language": ("language", "lang", "language code", "sprache", "langue", "idioma", "lingua", "язык"),
    "id": ("id", "uid", "uuid", "guid", "doc id", "document id", "article id"),
}  # fmt: skip


def fields_among(names: Iterable[str]) -> dict[str, str]:
    """For each field of a document the one of these names that stands for it; some fields may have none."""
    known = {_plain(name): name for name in names}
    return {
        field: known[name]
        for field, others in FIELD_NAMES.items()
        if (name := next((other for other in others if other in known), None)) is not None
    }


def _plain(name: str) -> str:
    return name.strip().lower().replace("_", " ").replace("-", " ")
