"""What tests of several features of the application share."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask) -> Run:
    """Give a function that runs ``flask`` with arguments."""
    return lambda *arguments, **options: app.test_cli_runner().invoke(args=arguments, **options)
