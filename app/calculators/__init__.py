"""The calculators: worked with the reader's own numbers, set as problems, graded."""
