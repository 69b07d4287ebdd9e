"""Copying objectives, open actions and what is still to come of them into the next strategy."""

import datetime

from partnerships.actions.save_record import differences, in_words
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Action, Milestone, Objective, ProgressUpdate, Strategy
from strategies.models.progress import Progress
from strategies.rolling import Rolling
from svduty.vague_dates import VagueDate

COPIED = (
    "title",
    "description",
    "post",
    "contact",
    "starts",
    "due",
    "relevant_authority",
    "prevention",
    "theme",
    "stream",
)


def carry_actions(plan: Rolling, before: Strategy, after: Strategy, *, actor: User, partnership: Partnership) -> dict[int, Action]:
    """In the caller's transaction. The copies by the key of the action each was carried from, with each its entry in the audit."""
    same = after.assessment_id == before.assessment_id
    place = after.objectives.count()
    objectives = {one.pk: _objective(one, after, place + at, same) for at, one in enumerate(plan.objectives, start=1)}
    copies = {one.pk: _action(one, objectives, partnership, same, with_owner=one.pk not in plan.owner_left) for one in plan.actions}
    for one in plan.actions:
        copies[one.pk].needs.set(copies[needed.pk] for needed in one.needs.all() if needed.pk in copies)
        steps = [step for step in one.standing_steps if not step.reached_on]  # type: ignore[attr-defined]  # prefetched
        Milestone.objects.bulk_create(Milestone(action=copies[one.pk], title=step.title, due=step.due) for step in steps)
    comment = f"Carried over from “{before.title}”."
    for made in (*objectives.values(), *copies.values()):
        kind, changes = made.record_kind(), differences({}, in_words(made))
        record(f"{kind}.added", actor=actor, partnership=partnership, target=made, changes=changes, comment=comment)
    return copies


def _objective(one: Objective, after: Strategy, position: int, same: bool) -> Objective:
    return Objective.objects.create(
        strategy=after,
        position=position,
        title=one.title,
        description=one.description,
        owner=one.owner,
        post=one.post,
        finding=one.finding if same else None,
    )


def _action(one: Action, objectives: dict[int, Objective], partnership: Partnership, same: bool, *, with_owner: bool) -> Action:
    return Action.objects.create(
        partnership=partnership,
        objective=objectives.get(one.objective_id or 0),
        owner=one.owner if with_owner else None,
        finding=one.finding if same else None,
        carried_from=one,
        **{name: getattr(one, name) for name in COPIED if with_owner or name not in ("post", "contact")},
    )


def say_where_they_went(copies: dict[int, Action], after: Strategy, *, on: datetime.date, actor: User, partnership: Partnership) -> None:
    """One piece of news for all the earlier actions: they stop there, because they go on in the next strategy."""
    if not copies:
        return
    update = ProgressUpdate.objects.create(
        partnership=partnership,
        on=VagueDate.of(on),
        state=Progress.STOPPED,
        reason=f"It goes on in “{after.title}”.",
        said_by=actor,
        said_on=on,
    )
    update.actions.set(copies)
    changes = differences({}, in_words(update))
    record("progressupdate.added", actor=actor, partnership=partnership, target=update, changes=changes)
