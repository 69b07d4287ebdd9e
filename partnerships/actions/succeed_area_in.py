import dataclasses
import datetime

from django.db import transaction

from partnerships.actions.pass_bodies import pass_what_moves
from partnerships.actions.save_record import differences, in_words, lock
from partnerships.actions.succeed_body import end_body
from partnerships.audit.record import record
from partnerships.directory import is_coming
from partnerships.holdings import Passing
from partnerships.models import (
    DutyHolder,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PartnershipArea,
    Succession,
    SuccessionKind,
    User,
)
from partnerships.queries_successions import COUNCIL, holders_in, links_to
from partnerships.succession import eve_of
from partnerships.succession_lines import named
from partnerships.vesting import finish_on_the_day
from svduty import dates
from svduty.editing.records import Lasting
from svduty.vague_dates import VagueDate

COPIED = ("senior_lead", "lead_since", "deputy", "note")


@dataclasses.dataclass(frozen=True)
class AreaPassing:
    """`former` areas give way to `area`, and `councils` (those of the former areas alone) to `council`."""

    former: tuple[LocalGovernmentArea, ...]
    area: LocalGovernmentArea
    council: Organisation
    councils: tuple[Organisation, ...]
    vesting_day: datetime.date
    note: str
    actor: User | None
    today: datetime.date

    @property
    def why(self) -> str:
        return f"{self.area} takes the place of {named(self.former)} from {dates.say_short(self.vesting_day)}. {self.note}".strip()


@transaction.atomic
def succeed_area_in(partnership: Partnership, passing: AreaPassing) -> Succession | None:
    """One partnership's share: its links, who takes part for the area, and what the councils held. None where nothing is left to pass."""
    links = links_to(passing.former, passing.vesting_day, partnership)
    there = holders_in(passing.former, passing.vesting_day, partnership)
    if not links and not there:
        return None
    holders = [holder for holder in there if not is_coming(holder, eve_of(passing.vesting_day))]
    lines = [f"Area: {link} ends on {dates.say_short(eve_of(passing.vesting_day))}" for link in links]
    for link in links:
        _end(link, partnership, passing)
    if links and not partnership.area_links.filter(area=passing.area, ends__isnull=True).exists():
        new = PartnershipArea(partnership=partnership, area=passing.area, starts=VagueDate.of(passing.vesting_day))
        _add(new, partnership, passing)
        lines.append(f"Area: {passing.area} begins on {dates.say_short(passing.vesting_day)}")
    for holder in holders:
        _end(holder, partnership, passing)
        lines.append(f"How it takes part: {holder} (ended)")
    lines += [f"How it takes part: {one} (begins later: put its area right by hand)" for one in there if one not in holders]
    lines += [f"How it takes part: {row}" for row in _made_anew(holders, partnership, passing)]
    made = _keep(SuccessionKind.AREA, partnership, passing, lines, area=passing.area)
    made.former_areas.set(passing.former)
    _pass_councils(partnership, passing)
    return made


def _made_anew(holders: list[DutyHolder], partnership: Partnership, passing: AreaPassing) -> list[DutyHolder]:
    """Who took part for the old areas takes part for the new one: once each, the new council for the old ones, a county council only
    where the new area has two."""
    rows: list[DutyHolder] = []
    there = {(row.organisation_id, row.capacity_id) for row in partnership.duty_holders.filter(area=passing.area, ends__isnull=True)}
    for holder in holders:
        if holder.capacity.needed_in == "two-tier" and not passing.area.two_tier:
            continue
        body = passing.council if holder.capacity.code == COUNCIL else holder.organisation
        if (body.pk, holder.capacity_id) in there:
            continue
        there.add((body.pk, holder.capacity_id))
        copied = {name: getattr(holder, name) for name in COPIED}
        row = DutyHolder(
            partnership=partnership,
            organisation=body,
            capacity=holder.capacity,
            area=passing.area,
            starts=VagueDate.of(passing.vesting_day),
            carried_over=True,
            **copied,
        )
        _add(row, partnership, passing)
        rows.append(row)
    return rows


def _pass_councils(partnership: Partnership, passing: AreaPassing) -> None:
    """Seats, open work and what else the old councils hold pass to the new one."""
    ours = [body for body in passing.councils if body.partnership_id in (None, partnership.pk)]
    moving = Passing(partnership, passing.council, passing.vesting_day, passing.actor, passing.why)
    lines = pass_what_moves(ours, moving, today=passing.today)
    if lines:
        made = _keep(SuccessionKind.BODY, partnership, passing, lines, body=passing.council)
        made.former_bodies.set(ours)
        if made.finished_on is None:
            finish_on_the_day(made)
    for body in ours:
        if body.partnership_id:
            end_body(body, passing.vesting_day, partnership=partnership, actor=passing.actor, why=passing.why)


def _keep(
    kind: SuccessionKind, partnership: Partnership, passing: AreaPassing, lines: list[str], **successor: LocalGovernmentArea | Organisation
) -> Succession:
    waits = kind == SuccessionKind.BODY and passing.vesting_day > passing.today
    made = Succession.objects.create(
        partnership=partnership,
        kind=kind,
        vesting_day=passing.vesting_day,
        note=passing.note,
        moved=lines,
        entered_on=passing.today,
        finished_on=None if waits else passing.today,
        **successor,
    )
    changes = {"Successor": ["", str(made)], "What passed": ["", "; ".join(lines)]}
    record("succession.added", actor=passing.actor, partnership=partnership, target=made, changes=changes, comment=passing.why)
    return made


def _end(row: Lasting, partnership: Partnership, passing: AreaPassing) -> None:
    current = lock(row)
    ends = VagueDate.of(eve_of(passing.vesting_day))
    changes = {"Until": [str(current.ends or ""), str(ends)]}
    current.ends = ends
    current.version += 1
    current.save()
    record(
        f"{current.record_kind()}.ended", actor=passing.actor, partnership=partnership, target=current, changes=changes, comment=passing.why
    )


def _add(row: Lasting, partnership: Partnership, passing: AreaPassing) -> None:
    row.save()
    changes = differences({}, in_words(row))
    record(f"{row.record_kind()}.added", actor=passing.actor, partnership=partnership, target=row, changes=changes, comment=passing.why)
