"""A running server and a real Chromium."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright
from werkzeug.serving import make_server

CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
SCREENSHOTS = Path(__file__).parents[2] / "test-results"


@pytest.fixture
def server(app: Flask) -> Iterator[str]:
    """Serve the application of a test and return its address."""
    app.config["WTF_CSRF_ENABLED"] = True
    running = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=running.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{running.server_port}"
    running.shutdown()
    thread.join()
    running.server_close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium once."""
    executable = shutil.which("chromium")
    assert executable, "chromium is missing: `make test` installs it, or `apt-get install chromium`"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_FLAGS))
        yield chromium
        chromium.close()


def _complaint(message: ConsoleMessage) -> list[str]:
    """Return an error in the console; Chromium also calls a refused form (422) one, which it is not."""
    return [message.text] if message.type == "error" and "status of 422" not in message.text else []


def _failure(request: Request) -> list[str]:
    """Return a request that failed; one the browser gave up by leaving the page did not."""
    return [] if request.failure == "net::ERR_ABORTED" else [f"{request.url}: {request.failure}"]


@pytest.fixture
def open_page(browser: Browser, server: str) -> Iterator[Callable[..., Page]]:
    """Give a function that opens a fresh browser profile; any error in its console fails the test."""
    contexts: list[BrowserContext] = []
    problems: list[str] = []

    def open_fresh(viewport: dict[str, int] = LAPTOP, **settings: object) -> Page:
        context = browser.new_context(viewport=viewport, base_url=server, **settings)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda message: problems.extend(_complaint(message)))
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("requestfailed", lambda request: problems.extend(_failure(request)))
        return page

    yield open_fresh
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def screenshot() -> Callable[[Page, str], None]:
    """Give a function that keeps a picture of a page in test-results/ for people to look at."""
    SCREENSHOTS.mkdir(exist_ok=True)

    def keep(page: Page, name: str) -> None:
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)

    return keep
