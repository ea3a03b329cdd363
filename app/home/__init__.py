"""The first page, and the reader's choices of language and theme."""
