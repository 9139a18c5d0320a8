"""``dateline serve``: what a browser asks for and gets, and what a page of another site does not."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

aiohttp = pytest.importorskip("aiohttp", reason="the extra for browsers is not installed")
pytest.importorskip("textual_serve", reason="the extra for browsers is not installed")

LETTER = "Harbour Gazette\n7 December 2021\n\nThe two leaders met in Delhi on 6 December 2021.\n"


def until_it_listens(port: int) -> None:
    """It says where it is just before it listens there."""
    deadline = time.monotonic() + 20
    while True:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    (tmp_path / "letter.txt").write_text(LETTER, encoding="utf-8")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "tui", "serve", "--port", str(port), str(tmp_path / "letter.txt")],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert server.stderr is not None
        assert f"127.0.0.1:{port}" in server.stderr.readline()
        until_it_listens(port)
        yield f"127.0.0.1:{port}"
    finally:
        server.terminate()
        assert server.wait(20) == 0
        if server.stderr is not None:
            server.stderr.close()


async def test_the_screen_comes_through_the_socket(address):
    async with aiohttp.ClientSession() as session:
        page = await (await session.get(f"http://{address}/")).text()
        assert "dateline" in page
        # Nothing is fetched from anywhere else.
        assert set(re.findall(r"https?://([^/\"']+)", page)) == {address}
        place = f"ws://{address}/ws?width=100&height=30"
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await session.ws_connect(place, origin="http://elsewhere.example")
        assert refused.value.status == 403
        async with session.ws_connect(place, origin=f"http://{address}") as channel:
            received = b""
            while b"two leaders met" not in received:
                message = await channel.receive(timeout=30)
                assert message.type in (aiohttp.WSMsgType.BINARY, aiohttp.WSMsgType.TEXT), message
                if message.type is aiohttp.WSMsgType.BINARY:
                    received += message.data


def serve(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tui", "serve", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_wrong_use_is_told_in_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        told = serve("--port", port)
    assert told.returncode == 2
    assert told.stderr.strip().splitlines()[-1].startswith(f"dateline: Cannot serve: 127.0.0.1:{port}: ")
    told = serve("--port", "99999")
    assert (told.returncode, told.stderr) == (
        2, "dateline: No such port: 99999. Give one between 1 and 65535.\n",
    )  # fmt: skip
