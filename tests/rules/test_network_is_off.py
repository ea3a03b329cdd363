"""Tests reach this machine only: a test that needs the network fails instead of depending on it."""

from __future__ import annotations

import socket

import pytest
from pytest_socket import SocketConnectBlockedError

DOCUMENTATION_ADDRESS = "192.0.2.1"  # reserved by RFC 5737: nobody's


@pytest.mark.filterwarnings("ignore:A test tried to use socket")  # said before it is refused
def test_another_host_cannot_be_reached():
    with socket.socket() as outside, pytest.raises(SocketConnectBlockedError):
        outside.connect((DOCUMENTATION_ADDRESS, 80))
