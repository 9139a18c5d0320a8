"""Texts and bytes as they lie in the tables: compressed, each by itself, so that each is read by itself."""

from __future__ import annotations

import zlib

from data.errors import CollectionError

PACKED = {
    "document_text": ("text",),
    "document_former": ("text",),
    "document_reading": ("sentences", "mentions"),
    "document_dating": ("expressions",),
}
"""By table the columns that hold what :func:`pack_text` gives."""

_LEVEL = 4  # of compression: 6 takes nearly twice as long to save a fiftieth
_REACH = 32_768  # bytes; a dictionary reaches no further back
_AHEAD = 262  # bytes that zlib keeps for looking ahead: so much less far it reaches back
_FEWEST_BITS, _MOST_BITS = 10, 15  # of how far back is looked
_TO_MEMORY = 7  # of so many bits more than zlib's level of memory: its own proportion


def pack(data: bytes, like: bytes = b"") -> bytes:
    """Bytes compressed; what they have in common with ``like`` takes next to no room."""
    compressing = _compressing(len(data), like)
    return compressing.compress(data) + compressing.flush()


def unpack(data: bytes, like: bytes = b"") -> bytes:
    """What :func:`pack` was given, with the same ``like``; raises CollectionError if it is damaged."""
    try:
        if not like:
            return zlib.decompress(data)
        expanding = zlib.decompressobj(zdict=like[-_REACH:])
        whole = expanding.decompress(data)
    except (zlib.error, TypeError) as error:
        raise damaged() from error
    if not expanding.eof:
        raise damaged()
    return whole


def pack_text(text: str, like: bytes = b"") -> bytes:
    """A text compressed; half a surrogate pair from a file can be stored as well."""
    return pack(text.encode("utf-8", "surrogatepass"), like)


def unpack_text(data: bytes, like: bytes = b"") -> str:
    """The text of :func:`pack_text`; raises CollectionError if it is not as it was."""
    return unpack(data, like).decode("utf-8", "surrogatepass")


def _compressing(size: int, like: bytes) -> zlib._Compress:
    """What compresses so many bytes.

    It gets as much memory as they need: to give it all that zlib would have, a quarter of a megabyte, takes
    ten times as long as to compress an expression.
    """
    bits = max(_FEWEST_BITS, min((size + len(like) + _AHEAD).bit_length(), _MOST_BITS))
    method, memory = zlib.DEFLATED, bits - _TO_MEMORY
    if like:
        return zlib.compressobj(_LEVEL, method, bits, memory, zlib.Z_DEFAULT_STRATEGY, like[-_REACH:])
    return zlib.compressobj(_LEVEL, method, bits, memory)


def damaged() -> CollectionError:
    """What is told where something is missing or not as it was."""
    return CollectionError(
        "The collection is damaged", "what is kept is not as it was written", "Mend it with: dateline check"
    )


EXPRESSION = (
    b'"mod":"APPROX"},"mod":"START"},"quant":"EVERY","freq":"1","role":"since","role":"until","context":"",'
    b'"type":"SET","type":"TIME","type":"DURATION","text":"years ago","text":"last year","text":"this week",'
    b'"text":"yesterday","text":"today","value":"PAST_REF","value":"P1Y","value":"19","value":"200",'
    b'"rule":"offset","rule":"year","rule":"month-year","rule":"relative-year","rule":"yesterday",'
    b'"rule":"day-month","rule":"day-month-year","rule":"weekday","precision":"century","precision":"decade",'
    b'"precision":"quarter","precision":"week","precision":"season","precision":"month","precision":"year",'
    b'"anchor":{"kind":"expression","value":"19","anchor":{"kind":"event","value":"","anchor":{"kind":'
    b'"quotation","value":"","readings":[[73],[73]],"anchor":{"reason":"says its date itself"}},"start":null,'
    b'"reason":"published 20, past tense \'"}},{"start_char":1,"end_char":1,"text":"Monday","type":"DATE",'
    b'"value":"202-0","rule":"weekday","start":738,"end":738,"precision":"day",'
    b'"anchor":{"kind":"published","value":"202-0","reason":"published 202-0, past tense \'said\'"}}'
)
"""What expressions have in common; it belongs to the tables' version, for what was packed needs it again."""
