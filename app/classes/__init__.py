"""Classes: made by an instructor, joined by a code, and how they stand."""
