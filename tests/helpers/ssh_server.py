"""An SSH server on loopback for one test run: its own keys, its own port, nobody else's settings."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path

SERVER = shutil.which("sshd", path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")
WHY_NOT = (
    "there is no SSH server here (Debian: openssh-server)"
    if SERVER is None or shutil.which("ssh") is None or shutil.which("ssh-keygen") is None
    else ""
)

_CONFIGURATION = """
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host
AuthorizedKeysFile {folder}/user.pub
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
SetEnv {variables}
"""


@dataclass(frozen=True, slots=True)
class SshServer:
    """Where the server listens and the user's key lies."""

    port: int
    key: Path

    def command(self, remote: str) -> list[str]:
        """An SSH client that runs a command on the server, in a terminal there."""
        options = {
            "StrictHostKeyChecking": "no", "UserKnownHostsFile": "/dev/null", "LogLevel": "ERROR",
            "IdentitiesOnly": "yes", "BatchMode": "yes",
        }  # fmt: skip
        named = [part for name, value in options.items() for part in ("-o", f"{name}={value}")]
        place = ["-p", str(self.port), "-i", str(self.key), f"{getuser()}@127.0.0.1"]
        return ["ssh", "-F", "none", "-tt", *named, *place, remote]


@contextmanager
def ssh_server(folder: Path, variables: dict[str, str]) -> Iterator[SshServer]:
    """A server that gives every session these variables; it and its sessions end with the block."""
    assert SERVER is not None
    for name in ("host", "user"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    if os.geteuid() == 0:
        with suppress(FileExistsError):
            Path("/run/sshd").mkdir(mode=0o755)  # where the server separates its privileges
    port = _free_port()
    settings = folder / "sshd_config"
    told = " ".join(f"{name}={value}" for name, value in variables.items())
    settings.write_text(_CONFIGURATION.format(port=port, folder=folder, variables=told), encoding="utf-8")
    server = subprocess.Popen(
        [SERVER, "-D", "-e", "-f", settings], stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    try:
        assert server.stderr is not None
        for line in server.stderr:
            if "Server listening" in line:
                break
        else:
            raise AssertionError(f"the SSH server did not start: exit code {server.wait()}")
        yield SshServer(port, folder / "user")
    finally:
        server.terminate()
        server.wait()
        if server.stderr is not None:
            server.stderr.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
