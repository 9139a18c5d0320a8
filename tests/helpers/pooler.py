"""What stands between a program and a PostgreSQL server and keeps to itself what the server says unasked."""

from __future__ import annotations

import re
import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

_HEAD = 5  # a letter and the length of what follows, itself included
_KEY = b"K"  # by which process of the server a session is served
_NOTICE = b"A"  # what was notified


@contextmanager
def pooled(url: str) -> Iterator[str]:
    """The address of a pooler before the server of an address; it ends with the block."""
    port = int(re.search(r":(\d+)/", url)[1])  # type: ignore[index]  # the tests' own addresses have one
    with socket.create_server(("127.0.0.1", 0)) as listening:
        threading.Thread(target=_serve, args=(listening, port), daemon=True).start()
        own = listening.getsockname()[1]
        yield f"{url.replace(f':{port}/', f':{own}/')}?sslmode=disable&gssencmode=disable"


def _serve(listening: socket.socket, port: int) -> None:
    with suppress(OSError):  # the test is over
        while True:
            client, _ = listening.accept()
            server = socket.create_connection(("127.0.0.1", port))
            threading.Thread(target=_there, args=(client, server), daemon=True).start()
            threading.Thread(target=_back, args=(server, client), daemon=True).start()


def _there(client: socket.socket, server: socket.socket) -> None:
    with suppress(OSError), closing(server):
        while said := client.recv(65536):
            server.sendall(said)
        server.shutdown(socket.SHUT_RDWR)


def _back(server: socket.socket, client: socket.socket) -> None:
    with suppress(OSError), closing(client), server.makefile("rb") as answers:
        while len(head := answers.read(_HEAD)) == _HEAD:
            (length,) = struct.unpack("!i", head[1:])
            rest = answers.read(length - 4)
            if head[:1] == _KEY:
                rest = b"\0\0\0\1" + rest[4:]  # its own number for the session
            if head[:1] != _NOTICE:
                client.sendall(head + rest)
