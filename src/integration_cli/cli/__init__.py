"""The command: the only room that prints, reads arguments or exits."""
