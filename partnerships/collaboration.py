"""When the Act takes away the grounds for not working together (s.15(9)). Pure: the pages and the findings both ask here."""

TAKES_AWAY = ("assessing", "preparing")


def grounds_taken_away(asked_by_as: str, asked_of_as: str, purpose: str) -> bool:
    """Is no ground of s.15(7) open to the body asked? Only where all three hold: it is a relevant authority, a specified authority
    asks (the duty of s.15(3)), and it is about identifying kinds or causes, or preparing the strategy: not carrying it out.

    Takes the values of CollaborationRequest.asked_by_as, .asked_of_as and .purpose.
    """
    return asked_of_as == "relevant" and asked_by_as == "specified" and purpose in TAKES_AWAY
