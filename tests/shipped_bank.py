"""The shipped bank, read once for all tests that ask it something."""

from question_bank.formats.native_yaml import read_bank

BANK = read_bank()
