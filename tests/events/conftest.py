"""What the tests of events write their documents with."""

from __future__ import annotations

import pytest

from tests.helpers.dated_documents import Writer, dated_document


@pytest.fixture
def write() -> Writer:
    """Makes a dated document from marked text."""
    return dated_document
