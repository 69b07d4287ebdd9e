"""Leaving a partnership: everything a person holds there passes to whoever follows, and their access ends at the same moment."""

import dataclasses
import datetime

from django.db import transaction

from partnerships.actions.end_grant import AlreadyEnded, end_grant
from partnerships.actions.invite import InvitedAlready, invite
from partnerships.actions.pass_on import pass_on
from partnerships.actions.pass_role import pass_seats
from partnerships.actions.save_record import lock
from partnerships.actions.withdraw_invitation import withdraw_invitation
from partnerships.audit.record import record
from partnerships.holdings import Held, Passing, held_by
from partnerships.models import Handover, Invitation, OfferedRole, Partnership, RoleGrant, User
from partnerships.models.invitation import OPEN
from partnerships.models.person import Role
from partnerships.outbox.post import post
from partnerships.queries import coordinators_of
from svduty import clock

HANDED_OVER = "Handed over to a successor."
LEFT = "Has left."


@dataclasses.dataclass(frozen=True)
class Newcomer:
    """Somebody who has no role here yet, by the address of their invitation."""

    address: str
    name: str


@transaction.atomic
def hand_over(
    leaver: User,
    partnership: Partnership,
    successor: User | Newcomer | None,
    *,
    note: str,
    last_day: datetime.date,
    actor: User,
    last_may_go: bool = False,
) -> Handover:
    """End every role of the leaver in the partnership; what they hold there passes.

    To a person at once; to a newcomer when they accept the invitation that this sends; to nobody: then it is kept as a list of what
    nobody holds. Raises AlreadyEnded when they hold no role any more, and LastOfItsKind when nobody follows the only coordinator,
    unless `last_may_go`.
    """
    lock(partnership)
    held = held_by(leaver, partnership, last_day)
    roles = [row for one in held for row in one.records if isinstance(row, RoleGrant)]
    if not roles:
        raise AlreadyEnded
    handover = Handover.objects.create(
        partnership=partnership,
        leaver=leaver,
        taker=successor if isinstance(successor, User) else None,
        made_by=actor,
        made_at=clock.now(),
        last_day=last_day,
        note=note,
        held=lines_of(held),
    )
    if isinstance(successor, User):
        handover.passed = pass_on(held, Passing(partnership, successor, last_day, actor, HANDED_OVER))
        handover.save()
    else:
        for role in roles:
            if successor:
                _offer(role, successor, handover, actor)
            why = HANDED_OVER if successor else LEFT
            end_grant(role, on=last_day, reason=why, actor=actor, last_may_go=last_may_go or bool(successor))
    withdraw_invitations_to(leaver, partnership, on=last_day, actor=actor)
    if isinstance(successor, User):
        event, label = "handover.made", "What passed"
    elif successor:
        event, label = "handover.offered", "What waits for them"
    else:
        event, label = "handover.left", "What nobody holds now"
    changes = {label: ["", _text(handover.passed or handover.held)]}
    record(event, actor=actor, partnership=partnership, target=handover, changes=changes, comment=note)
    tell(handover, actor)
    return handover


@transaction.atomic
def take_over(invitation: Invitation, grant: RoleGrant) -> None:
    """The newcomer has accepted: what was offered with the role is theirs now. Nothing happens for any other invitation."""
    offered = OfferedRole.objects.select_related("handover", "former").filter(invitation=invitation).first()
    if offered is None or grant.partnership is None:
        return
    pass_seats(offered.former, grant, grant.user)
    handover = Handover.objects.select_for_update().get(pk=offered.handover_id)
    if handover.taker is None:
        handover.taker = grant.user
        passing = Passing(grant.partnership, grant.user, grant.starts, grant.user, HANDED_OVER)
        handover.passed += pass_on(held_by(handover.leaver, grant.partnership, grant.starts), passing)
    [role] = [one for one in held_by(grant.user, grant.partnership, grant.starts) if grant in one.records]
    handover.passed.append([role.holding.words, role.holding.label(grant)])
    handover.save()
    changes = {"What passed": ["", _text(handover.passed)]}
    record("handover.taken", actor=grant.user, partnership=grant.partnership, target=handover, changes=changes)


def withdraw_invitations_to(leaver: User, partnership: Partnership | None, *, on: datetime.date, actor: User) -> None:
    """Whoever leaves shall not come back by an invitation sent before."""
    for invitation in Invitation.objects.filter(OPEN, address=leaver.email, partnership=partnership):
        withdraw_invitation(invitation, on=on, reason=LEFT, actor=actor)


def tell(handover: Handover, actor: User | None) -> None:
    """By mail: whoever follows; or, where nobody holds what was left, the coordinators who did not see to it themselves."""
    if handover.offered.exists():
        return
    to = [handover.taker] if handover.taker else coordinators_of(handover.partnership)
    kind = "handed-over" if handover.taker else "left-behind"
    context = {"leaver": str(handover.leaver), "slug": handover.partnership.slug, "left": [": ".join(line) for line in handover.held]}
    for person in to:
        if person != actor:
            post(kind, to=person, key=f"handover/{handover.pk}/{person.pk}", context=context, partnership=handover.partnership)


def lines_of(held: list[Held]) -> list[list[str]]:
    return [[one.holding.words, label] for one in held for label in one.labels]


def _offer(role: RoleGrant, newcomer: Newcomer, handover: Handover, actor: User) -> None:
    where, on = role.partnership, clock.today()
    try:
        invitation = invite(newcomer.address, newcomer.name, Role(role.role), body=role.body, partnership=where, actor=actor, on=on)
    except InvitedAlready:
        invitation = Invitation.objects.get(OPEN, address=newcomer.address, role=role.role, partnership=where)
    OfferedRole.objects.create(handover=handover, former=role, invitation=invitation)


def _text(lines: list[list[str]]) -> str:
    return "; ".join(f"{kind}: {what}" for kind, what in lines)
