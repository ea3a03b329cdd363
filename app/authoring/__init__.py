"""Instructors' own questions: written in a form, previewed, practised at once, edited, withdrawn."""
