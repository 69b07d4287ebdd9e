"""The questions about a quorum in words, and the numbers they stand for."""

import re
from collections.abc import Callable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships.models import Board
from partnerships.quorum import Quorum, QuorumRule

NONE, OTHER, NUMBER = "none", "other", "number"
SHARES = {
    "1/4": "A quarter of the members",
    "1/3": "A third of the members",
    "1/2": "Half of the members",
    OTHER: "Another part of the members",
    NUMBER: "A number of members, however many there are",
    NONE: "It is not recorded",
}
LARGEST = 1_000


def share_field() -> forms.ChoiceField:
    field = forms.ChoiceField(label="How many members must be there", choices=list(SHARES.items()), widget=forms.RadioSelect)
    field.reveals = {OTHER: "quorum_share"}  # type: ignore[attr-defined]  # read when the field is drawn
    return field


def share_of(board: Board) -> dict[str, str]:
    """How the two questions about the part begin for a board."""
    rule = QuorumRule.of(board)
    if rule.share is None:
        return {"quorum_is": NUMBER if rule.minimum else NONE, "quorum_share": ""}
    common = f"{rule.share.numerator}/{rule.share.denominator}"
    if common in SHARES:
        return {"quorum_is": common, "quorum_share": ""}
    return {"quorum_is": OTHER, "quorum_share": f"{board.quorum_part} of {board.quorum_whole}"}


def parts_in(chosen: str, other: str) -> tuple[int | None, int | None]:
    """Part and whole of what was chosen or, for another part, typed: `2 of 5`, `2/5`, `40%`. Raises ValidationError on its field."""
    if chosen in (NONE, NUMBER):
        return None, None
    typed = (other if chosen == OTHER else chosen).strip().lower()
    typed = re.sub(r"\s*(%|per ?cent)$", " of 100", typed)
    found = re.fullmatch(r"(\d{1,5})\s*(?:of|in|out of|/)\s*(?:every\s*)?(\d{1,5})", typed)
    if not found:
        raise ValidationError({"quorum_share": "Enter the part in numbers, for example 2 of 5, or 40%."})
    part, whole = int(found[1]), int(found[2])
    if not 1 <= part <= whole:
        raise ValidationError({"quorum_share": "The part must be at least one, and no more than all of them: for example 2 of 5."})
    if whole > LARGEST:
        raise ValidationError({"quorum_share": f"Enter a simpler part: no number above {LARGEST}."})
    return part, whole


def check_rule(cleaned: dict[str, Any]) -> tuple[int | None, int | None]:
    """Part and whole, once the answers fit together. Raises ValidationError on the field to put right."""
    chosen, minimum = cleaned["quorum_is"], cleaned.get("quorum_minimum")
    part, whole = parts_in(chosen, cleaned.get("quorum_share") or "")
    if chosen == NUMBER and minimum is None:
        raise ValidationError({"quorum_minimum": "Enter how many members must be there, for example 5."})
    if minimum == 0:
        raise ValidationError({"quorum_minimum": "Enter 1 or more, or leave it empty."})
    if chosen == NONE and minimum:
        raise ValidationError({"quorum_is": "You gave a number of members. Choose “A number of members”, or the part that it goes with."})
    if chosen == NONE and cleaned.get("quorum_chair"):
        raise ValidationError({"quorum_is": "You ticked that the chair must be there. Choose how many other members must be there too."})
    return part, whole


def come_to(judged: Callable[[QuorumRule], Quorum]) -> dict[str, str]:
    """What each part comes to with the seats as they are: `Now 14 of all 54; 10 of the 38 who vote`. `judged`: the quorum under a rule."""
    everybody, voters = judged(QuorumRule(1, 1)).base, judged(QuorumRule(1, 1, voters=True)).base
    hints = {}
    for value in SHARES:
        part, _, whole = value.partition("/")
        if whole and everybody:
            rule = QuorumRule(int(part), int(whole))
            of_voters = f"; {rule.needed(voters)} of the {voters} who vote" if 0 < voters < everybody else ""
            hints[value] = f"Now {rule.needed(everybody)} of all {everybody}{of_voters}"
    return hints
