"""Anyborough's actions under the themes of its violence reduction unit, made up for training: sent last year, due again soon."""

import datetime

from compliance.examples.anyborough_actions_texts import DISTRICT
from compliance.examples.loading import Example, ago
from partnerships.models import Organisation
from strategies.export.regional_writing import regional_writing
from strategies.export.word import word_of
from strategies.models import Action, PlanTheme, RegionalPlanSending
from strategies.regional_plan import regional_groups
from svduty import dates

UNIT = "Anyshire Violence Reduction Unit"
TITLE = "Regional action plan against violence"
# The unit's themes, each with the objective of today's strategy whose actions stand under it; the unit asks for one that has none.
THEMES: list[tuple[str, str]] = [
    ("Early help for families", "Start early"),
    ("Places where young people are safe", "Safe places for young people"),
    ("Reducing access to weapons", ""),
    ("Turning away from violence", "Break the cycle"),
    ("Violence at home", "Safer homes"),
]
DUE_AGO, SENT_AGO, DUE_IN = 320, 323, 45  # days


def add_regional_plan(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """The actions are there."""
    partnership = example.partnership
    for position, (title, objective) in enumerate(THEMES, start=1):
        theme = example.add(PlanTheme(partnership=partnership, position=position, title=title))
        Action.objects.filter(partnership=partnership, objective__title=objective, withdrawn_on=None).update(theme=theme)
    sent_on = ago(on, SENT_AGO)
    writing = regional_writing(partnership, regional_groups(partnership, sent_on.earliest), sent_on.earliest)
    _add(
        example,
        title=f"{TITLE}, last year",
        due_on=dates.days_after(on, -DUE_AGO),
        sent_on=sent_on,
        sent_by=bodies[DISTRICT],
        reference="Sent by secure mail; receipt kept by the community safety team",
        document=example.keep_file(writing.file_name("docx"), word_of(writing)),
    )
    _add(example, title=f"{TITLE}, this year", due_on=dates.days_after(on, DUE_IN))


def _add(example: Example, **fields: object) -> None:
    example.add(RegionalPlanSending(partnership=example.partnership, recipient=UNIT, **fields))
