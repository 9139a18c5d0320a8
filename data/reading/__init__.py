"""Files in, documents out: formats, encodings, articles inside a capture, sentences, language.

The stage's public names. Nothing heavy loads here; a format's library loads when its first file is read.
"""

from __future__ import annotations

from data.reading.files import FoundFile, find_files, left_out
from data.reading.making.given import NOTHING_GIVEN, Given
from data.reading.reader import FileReading, read_bytes, read_file, stream_bytes, stream_file
from data.reading.texts.sentences import sentences

__all__ = [
    "NOTHING_GIVEN",
    "FileReading",
    "FoundFile",
    "Given",
    "find_files",
    "left_out",
    "read_bytes",
    "read_file",
    "sentences",
    "stream_bytes",
    "stream_file",
]
