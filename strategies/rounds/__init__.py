"""Approval rounds: what one comes to (tally.py, pure), in which words, and who is told of it."""
