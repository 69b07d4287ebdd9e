"""How Anyborough's bodies share information, and what they were asked: by the policing body, and one by another."""

import datetime

from compliance.examples.loading import Example, ago
from partnerships.models import CollaborationRequest, Organisation, PolicingBodyRequest, SharingAgreement
from partnerships.models.body import Standing
from partnerships.models.definition import Considered
from partnerships.models.sharing import CollaborationAnswer, CollaborationPurpose, PolicingAnswer, PolicingRequestKind
from partnerships.sharing import BARRED
from svduty import dates

Bodies = dict[str, Organisation]
DISTRICT, COUNTY, POLICE = "Anyborough District Council", "Anyshire County Council", "Anyshire Police"
PROBATION, YOUTH, COLLEGE = "Anyshire Probation Service", "Anyshire Youth Justice Service", "Anyborough College"
FIRE, HEALTH = "Anyshire Fire and Rescue Authority", "NHS Anyshire Integrated Care Board"
COMMISSIONER = "Anyshire Police and Crime Commissioner"


def add_sharing(example: Example, bodies: Bodies, on: datetime.date) -> None:
    """Two agreements, one of them past its review; two requests of the commissioner, one open; three requests to the college."""
    _agree(
        example,
        [bodies[name] for name in (DISTRICT, COUNTY, POLICE, PROBATION, YOUTH, HEALTH)],
        title="Information sharing agreement on serious violence",
        purpose="Counts by ward and month for the needs assessment, and the figures by which the strategy is followed. No case data.",
        starts=ago(on, 265),
        review_on=ago(on, -100),
    )
    _agree(
        example,
        [bodies[name] for name in (DISTRICT, COUNTY, POLICE, FIRE, PROBATION)],
        title="Community safety information protocol",
        purpose="What the community safety partnership shares for its own plan.",
        starts=ago(on, 771),
        review_on=ago(on, 40),
        for_csp=True,
        note="Nobody has looked at it since the second year began.",
    )
    _asked_by_the_commissioner(example, bodies, on)
    _asked_of_the_college(example, bodies, on)


def _agree(example: Example, parties: list[Organisation], **fields: object) -> None:
    barred = dict.fromkeys(BARRED, Considered.YES)
    agreement = example.add(SharingAgreement(partnership=example.partnership, **barred, **fields))
    agreement.parties.set(parties)


def _asked_by_the_commissioner(example: Example, bodies: Bodies, on: datetime.date) -> None:
    """The open one names no day, so our local target counts."""
    answered = PolicingBodyRequest(
        partnership=example.partnership,
        kind=PolicingRequestKind.MONITORING,
        asked_by=bodies[COMMISSIONER],
        asked_of=bodies[DISTRICT],
        asked_on=ago(on, 120),
        about="How the duty was met in the past year: which duties, by which records.",
        answer_by=dates.days_after(on, -92),
        answered_on=ago(on, 95),
        answer=PolicingAnswer.GIVEN,
        answer_note="The compliance report of that month was sent.",
    )
    waiting = PolicingBodyRequest(
        partnership=example.partnership,
        kind=PolicingRequestKind.INFORMATION,
        asked_by=bodies[COMMISSIONER],
        asked_of=bodies[POLICE],
        asked_on=ago(on, 24),
        about="Recorded robberies with a weapon, by ward and quarter, for the past two years.",
    )
    example.add(answered)
    example.add(waiting)


def _asked_of_the_college(example: Example, bodies: Bodies, on: datetime.date) -> None:
    """It agreed once; once it refused on a ground that section 15(9) takes away, and once on one that it may claim."""
    asked = {
        "partnership": example.partnership,
        "asked_by_as": Standing.SPECIFIED,
        "asked_of": bodies[COLLEGE],
        "asked_of_as": Standing.RELEVANT,
    }
    agreed = CollaborationRequest(
        **asked,
        asked_by=bodies[DISTRICT],
        asked_on=ago(on, 420),
        purpose=CollaborationPurpose.KINDS_AND_CAUSES,
        about="To ask students, without names, where and when they feel unsafe on the way to lessons.",
        answered_on=ago(on, 409),
        answer=CollaborationAnswer.AGREED,
    )
    taken_away = CollaborationRequest(
        **asked,
        asked_by=bodies[POLICE],
        asked_on=ago(on, 210),
        purpose=CollaborationPurpose.PREPARING,
        about="To help write the part of the strategy on journeys to and from lessons.",
        answered_on=ago(on, 190),
        answer=CollaborationAnswer.REFUSED,
        costly=True,
        reason="Nobody could be spared in the weeks of examinations.",
    )
    allowed = CollaborationRequest(
        **asked,
        asked_by=bodies[YOUTH],
        asked_on=ago(on, 75),
        purpose=CollaborationPurpose.CARRYING_OUT,
        about="To open the sports hall on three evenings a week.",
        answered_on=ago(on, 61),
        answer=CollaborationAnswer.REFUSED,
        adverse=True,
        reason="On two of the three evenings the hall is used for lessons of adults; one evening was offered instead.",
    )
    for request in (agreed, taken_away, allowed):
        example.add(request)
