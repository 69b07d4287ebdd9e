"""How long a text takes to read."""

import math

WORDS_A_MINUTE = 238


def minutes(words: int) -> int:
    """Whole minutes at 238 words a minute, the average of adults who read English to themselves; at least 1."""
    return max(1, math.ceil(words / WORDS_A_MINUTE))
