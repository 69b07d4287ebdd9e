"""Section 15 of the Act: who must work with whom, and when a reason for not doing so does not count. Pure: words in, words out."""

from partnerships.models.body import Standing
from partnerships.models.sharing import CollaborationPurpose

PURPOSES_WITHOUT_ESCAPE = (CollaborationPurpose.KINDS_AND_CAUSES, CollaborationPurpose.PREPARING)

# The four grounds of s.15(7), by letter.
GROUNDS = {
    "a": "it is incompatible with a duty under another enactment",
    "b": "it would have an adverse effect on the body's functions",
    "c": "it would be disproportionate to the need",
    "d": "it would cost unreasonably",
}

TAKEN_AWAY = (
    "The Act does not allow a ground here (section 15(9)): a relevant authority was asked, a specified authority asked it under "
    "section 15(3), and it is about identifying the kinds or causes of serious violence or preparing the strategy."
)

_DUTIES = {
    (Standing.SPECIFIED, Standing.RELEVANT): "Section 15(3): both must work together once either has asked.",
    (Standing.RELEVANT, Standing.SPECIFIED): "Section 15(3): both must work together once either has asked.",
    (Standing.RELEVANT, Standing.RELEVANT): "Section 15(5)(b): a relevant authority asked by another for the same area must work with it.",
    (Standing.SPECIFIED, Standing.SPECIFIED): "Section 8(1): specified authorities must work together anyway. Section 15 is about "
    "relevant authorities.",
}


def grounds_taken_away(asked_by_as: str, asked_of_as: str, purpose: str) -> bool:
    """Does s.15(9) take the grounds of s.15(7) away? Only where all three hold.

    A relevant authority is asked; by a specified one, so that the duty is that of s.15(3); for identifying kinds or causes or
    preparing the strategy. Carrying it out, s.15(4) and requests between relevant authorities (s.15(5)(b)) keep the grounds, and so
    does a specified authority that is asked.
    """
    return asked_of_as == Standing.RELEVANT and asked_by_as == Standing.SPECIFIED and purpose in PURPOSES_WITHOUT_ESCAPE


def duty_between(asked_by_as: str, asked_of_as: str) -> str:
    """Which duty binds the body asked, in a sentence with its section; empty for capacities the Act does not name."""
    known = asked_by_as in _STANDINGS and asked_of_as in _STANDINGS
    return _DUTIES[Standing(asked_by_as), Standing(asked_of_as)] if known else ""


_STANDINGS = (Standing.SPECIFIED, Standing.RELEVANT)
