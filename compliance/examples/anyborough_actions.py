"""Anyborough carries its strategies out: actions in every state, with a year of news of them."""

import datetime

from compliance.examples import anyborough_actions_texts as texts
from compliance.examples.anyborough_actions_earlier import EARLIER, EARLIER_OBJECTIVES
from compliance.examples.anyborough_actions_people import CYCLE_AND_HOMES
from compliance.examples.loading import Example
from compliance.examples.planned import add_actions, add_objectives
from partnerships.models import Organisation
from partnerships.models.body import OrganisationKind
from strategies.models import Strategy


def add_delivery(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """Add the objectives and actions of both strategies. The strategies are there."""
    school = Organisation(partnership=example.partnership, name=texts.SCHOOL, kind=OrganisationKind.EDUCATION)
    known = bodies | {texts.SCHOOL: example.add(school)}
    earlier = Strategy.objects.get(partnership=example.partnership, follows__isnull=True)
    todays = Strategy.objects.get(partnership=example.partnership, follows=earlier)
    led = [{**fields, "owner": known.get(str(fields.get("owner")))} for fields in texts.OBJECTIVES]
    add_actions(example, add_objectives(example, earlier, EARLIER_OBJECTIVES), EARLIER, known, on)
    add_actions(example, add_objectives(example, todays, led), [*texts.PLACES_AND_FAMILIES, *CYCLE_AND_HOMES], known, on)
