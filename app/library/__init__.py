"""The questions there are: the shipped bank, instructors' own, and who may practise which."""
