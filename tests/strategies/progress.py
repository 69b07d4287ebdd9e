"""What the tests of progress say again and again: an action of a body, a contributor who speaks for it, news that was sent."""

import datetime
from typing import Any

from partnerships.models import Organisation, Partnership, RoleGrant, User
from partnerships.models.person import Role
from strategies.models import Action, ProgressUpdate
from tests.cast import Cast, day, make_person

TODAY = datetime.date(2026, 11, 23)
NEWS = {"words": "The first course was held.", "state": "on-track", "next_on": "23 12 2026", "on": "23 11 2026"}


def make_body(partnership: Partnership, name: str = "Anyborough Council") -> Organisation:
    return Organisation.objects.create(partnership=partnership, name=name, kind="other")


def make_action(partnership: Partnership, owner: Organisation | None, title: str = "Train the wardens", **more: Any) -> Action:
    """Due at the end of March 2027 unless told otherwise."""
    return Action.objects.create(partnership=partnership, owner=owner, title=title, **{"due": day("2027-03"), **more})


def make_news(action: Action, on: str, state: str = "on-track", **more: Any) -> ProgressUpdate:
    update = ProgressUpdate.objects.create(partnership=action.partnership, on=day(on), state=state, **more)
    update.actions.add(action)
    return update


def speaks_for(cast: Cast, body: Organisation) -> User:
    """The cast's contributor, for that body."""
    RoleGrant.objects.filter(user=cast.people[Role.CONTRIBUTOR]).update(body=body)
    return cast.people[Role.CONTRIBUTOR]


def another_for(cast: Cast, body: Organisation, email: str = "second@anyborough.example") -> User:
    person = make_person(email, Role.CONTRIBUTOR, cast.ours)
    RoleGrant.objects.filter(user=person).update(body=body)
    return person
