"""Practising: choose questions, answer them one a page, be told why, review."""
