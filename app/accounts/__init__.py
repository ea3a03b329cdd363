"""People: guests, registering, logging in, becoming an instructor."""
