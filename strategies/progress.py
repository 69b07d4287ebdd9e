"""How far a working draft is, in words."""

from collections.abc import Sequence

from strategies.models import Section
from strategies.models.strategy import SectionState
from strategies.reading_time import minutes


def length_in_words(sections: Sequence[Section]) -> str:
    """`2,340 words in 14 sections: 10 minutes to read`."""
    words = sum(section.words for section in sections)
    time = minutes(words)
    said = f"{words:,} word{'' if words == 1 else 's'} in {len(sections)} section{'' if len(sections) == 1 else 's'}"
    return f"{said}: {time} minute{'' if time == 1 else 's'} to read" if words else said


def states_in_words(sections: Sequence[Section]) -> str:
    """`3 ready for the board, 4 being written, 7 to write`; states that no section has are left out."""
    counts = [(sum(section.state == state for section in sections), state) for state in reversed(SectionState)]
    return ", ".join(f"{number} {state.label.lower()}" for number, state in counts if number)
