from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Measure
from strategies.models.measure import Better, Frequency, Unit
from strategies.queries_measures import measures_of

# The three by which violence reduction units are evaluated nationally; their exact wording differs from paper to paper.
NATIONAL = (
    (
        "Hospital admissions for assault with a knife or sharp object",
        "Admissions to hospital after an assault with a knife or another sharp object, above all of people under 25.",
        "Hospital admissions",
    ),
    (
        "Police-recorded knife-enabled serious violence",
        "Serious violence recorded by the police in which a knife was used or threatened, above all with victims under 25.",
        "Police recorded crime",
    ),
    (
        "Homicides that are not domestic",
        "Homicides other than domestic ones, above all of people under 25 and with knives.",
        "Police recorded crime",
    ),
)


@transaction.atomic
def add_national_measures(partnership: Partnership, *, actor: User) -> list[Measure]:
    """Add those of the three that are not here under their name. They can be changed like any other. Returns what was added."""
    lock_row(partnership)
    here = {name.casefold() for name in measures_of(partnership).values_list("name", flat=True)}
    added = []
    for name, counts, source in NATIONAL:
        if name.casefold() in here:
            continue
        measure = Measure(partnership=partnership, name=name, counts=counts, source=source)
        measure.unit, measure.better, measure.every_months = Unit.NUMBER, Better.LOWER, Frequency.QUARTERLY
        measure.full_clean()
        measure.save()
        record("measure.added", actor=actor, partnership=partnership, target=measure, changes=differences({}, in_words(measure)))
        added.append(measure)
    return added
