"""What deserves a second look before an objective or an action is saved."""

from collections.abc import Iterable

from partnerships.models import Organisation, Partnership
from strategies.models import Action, Strategy
from strategies.placed import findings_of
from strategies.queries_owners import left_on, relevant_bodies
from svduty import clock
from svduty.editing.cautious import Caution
from svduty.vague_dates import VagueDate


def about_owner(partnership: Partnership, owner: Organisation | None) -> list[Caution]:
    """A body that has left can still be named, for what it once took on."""
    left = left_on(partnership, [owner.pk] if owner else [], clock.today())
    if owner is None or owner.pk not in left:
        return []
    return [
        Caution(
            "owner-left", f"{owner} left the partnership on {left[owner.pk]}. Choose a body that takes part now, unless this is history."
        )
    ]


def about_number(strategy: Strategy, number: int, pk: int | None) -> list[Caution]:
    others = [other for other in strategy.objectives.filter(position=number, withdrawn_on__isnull=True) if other.pk != pk]
    return [Caution("number-taken", f"“{other.title}” has the number {number} already.") for other in others[:1]]


def about_finding(strategy: Strategy | None, number: int | None) -> list[Caution]:
    """The findings are counted as they stand in the needs assessment behind the strategy."""
    if not number:
        return []
    known = findings_of(strategy) if strategy else None
    if known is None or not known.lines:
        return [
            Caution(
                "no-findings",
                "No findings are recorded in a needs assessment behind its strategy, so finding "
                f"{number} cannot be shown. Record them there, or leave this empty.",
            )
        ]
    if number > len(known.lines):
        return [
            Caution("no-such-finding", f"The needs assessment has {len(known.lines)} findings, so there is none with the number {number}.")
        ]
    return []


def about_relevant(partnership: Partnership, named: Organisation | None) -> list[Caution]:
    """Section 8(5) is about educational, prison and youth custody authorities alone."""
    if named is None or relevant_bodies(partnership).filter(pk=named.pk).exists():
        return []
    return [
        Caution(
            "not-relevant",
            f"{named} is recorded here neither as a school or college, nor as a prison or youth custody body. Section 8(5) is about those "
            "alone. If it carries the action out as any other body does, name it as the body that does it.",
        )
    ]


def about_waiting(due: VagueDate | None, needs: Iterable[Action]) -> list[Caution]:
    """What has to wait for something can hardly be done before it."""
    found = []
    for need in needs:
        if due and need.due and need.due.earliest > due.latest:
            words = f"It waits for “{need.title}”, which is to be done by {need.due}: after {due}, its own date. Look at both dates again."
            found.append(Caution(f"waits-{need.pk}", words))
    return found
