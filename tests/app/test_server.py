"""``flask serve`` as people run it: a process of its own on an empty database."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
START_SECONDS = 60


def free_port() -> str:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[], tuple[str, list[str]]]]:
    """Give a function that starts the server and returns its address and what it printed."""
    running: list[subprocess.Popen[str]] = []
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{tmp_path / 'served.sqlite'}",
        "FLASK_APP": "wsgi",
        "PORT": free_port(),
        "SECRET_KEY": "only-for-tests",
    }

    def start() -> tuple[str, list[str]]:
        stop(running)
        process = subprocess.Popen(
            [sys.executable, "-m", "flask", "serve"],
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        printed = []
        while not printed or not printed[-1].startswith("Kelian is at"):
            line = process.stdout.readline()
            assert line, "the server ended before it served"
            printed.append(line.strip())
        return printed[-1].removeprefix("Kelian is at "), printed

    yield start
    stop(running)


def stop(running: list[subprocess.Popen[str]]) -> None:
    """Stop the servers as Ctrl-C does."""
    while running:
        process = running.pop()
        process.send_signal(signal.SIGINT)
        process.wait(timeout=START_SECONDS)
        process.stdout.close()


def page_at(address: str) -> str:
    """Return a page once the workers are up."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with urllib.request.urlopen(address, timeout=START_SECONDS) as response:
                return response.read().decode()
        except OSError:
            assert time.monotonic() < deadline, "the server did not come up"
            time.sleep(0.1)


def test_first_start_loads_the_bank_and_the_second_finds_it_unchanged(serve):
    address, printed = serve()
    assert re.fullmatch(r"Question bank: \d{3,} new, 0 revised, 0 retired", printed[0])
    assert "客户满意" in page_at(address)
    address, printed = serve()
    assert printed[0] == "Question bank: unchanged"
    assert "客户满意" in page_at(address)


def test_printed_link_opens_the_way_to_become_an_instructor(serve):
    address, printed = serve()
    link = re.search(r"http://\S+/account/instructor/\S+", "\n".join(printed)).group()
    assert link.startswith(address)
    assert "成为教师" in page_at(link)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"PORT": "five thousand"}, "PORT=five thousand is not a number from 1 to 65535"),
        ({"WEB_CONCURRENCY": "many"}, "WEB_CONCURRENCY=many is not a number from 1 to 64"),
        ({"PORT": "70000"}, "PORT=70000 is not a number from 1 to 65535"),
        ({"DATABASE_URL": "postgresql://127.0.0.1:1/nothing"}, "cannot reach the database"),
        ({"DATABASE_URL": "postgresql://127.0.0.1:1/nothing", "SECRET_KEY": ""}, "SECRET_KEY is not set"),
    ],
)
def test_settings_that_cannot_work_are_explained_without_a_traceback(changes: dict[str, str], said: str):
    environment = (
        os.environ | {"FLASK_APP": "wsgi", "PORT": free_port(), "SECRET_KEY": "only-for-tests"} | changes
    )
    ended = subprocess.run(
        [sys.executable, "-m", "flask", "serve"], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_address_in_use_is_explained_with_another_port():
    with socket.socket() as occupant:
        occupant.bind(("127.0.0.1", 0))
        occupant.listen()
        port = occupant.getsockname()[1]
        ended = subprocess.run(
            [sys.executable, "-m", "flask", "serve"],
            cwd=ROOT,
            env=os.environ | {"FLASK_APP": "wsgi", "PORT": str(port), "SECRET_KEY": "only-for-tests"},
            capture_output=True,
            text=True,
        )
    assert ended.returncode == 1
    assert f"PORT={port + 1} make run" in ended.stderr
