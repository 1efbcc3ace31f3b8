"""A real desk in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

SECONDS = 180


@dataclass
class Desk:
    """A desk that was started; `address` is the line with the key."""

    process: subprocess.Popen[str]
    address: str
    home: Path

    @property
    def base(self) -> str:
        return self.address.partition("/enter/")[0]

    def end(self) -> int:
        """End it as Ctrl-C does, and give the exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(SECONDS)

    def kill(self) -> None:
        """End it as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(SECONDS)


def command(home: Path, *options: str) -> list[str]:
    return [sys.executable, "-m", "redleaf", "desk", "--no-browser", "--home", str(home), *options]


def start(home: Path, *options: str) -> Desk:
    """Start a desk and wait until it says where it is."""
    process = subprocess.Popen(
        command(home, *options), stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    found = re.search(r"http\S+", process.stdout.readline())
    assert found, "the desk gave no address"
    return Desk(process, found.group(), home)


def run(home: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end."""
    return subprocess.run(
        command(home, *options), capture_output=True, text=True, timeout=SECONDS, check=False
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status(address: str) -> int:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
