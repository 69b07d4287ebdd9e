"""Anyborough in Anyshire, invented for training. Every date is counted from the day it is loaded.

So on that day its duties are met, met late, due soon, overdue, not met and "cannot tell", each by the story told beside it.
"""

import datetime

from compliance.actions.issue_report import issue_report
from compliance.examples import accounts
from compliance.examples.anyborough_actions import add_delivery
from compliance.examples.anyborough_evidence import add_evidence
from compliance.examples.anyborough_governance import add_governance
from compliance.examples.anyborough_measures import add_measures
from compliance.examples.anyborough_money import add_money
from compliance.examples.anyborough_public import open_public_pages
from compliance.examples.anyborough_regional import add_regional_plan
from compliance.examples.anyborough_review import add_review
from compliance.examples.anyborough_reviewing import add_reviewing
from compliance.examples.anyborough_risks import add_risks_and_training
from compliance.examples.anyborough_routes import add_routes
from compliance.examples.anyborough_scrutiny import add_papers_of_the_year, add_scrutiny
from compliance.examples.anyborough_sharing import add_sharing
from compliance.examples.anyborough_strategies import add_strategies
from compliance.examples.loading import Example, Say, ago, load_once, met_on, shared
from partnerships.models import (
    AuthorityType,
    DutyHolder,
    LeadAgreement,
    LocalDefinition,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PartnershipArea,
    PoliceArea,
)
from partnerships.models.area import AreaKind
from partnerships.models.body import OrganisationKind
from partnerships.models.definition import Considered, Scope
from partnerships.models.person import Role
from svduty import dates

REPORTED = 30  # days ago: the day for which a report was issued
RECORDS_BEGAN = 1150  # days ago: before the earlier strategy, about three years

ABOUT = """\
Invented for training. There is no Anyborough, and no fact here is about a real place or body. Its dates were counted from the \
day on which it was loaded, so that it shows duties in every state. Change whatever you like."""

# Name, kind of body, capacity, senior lead, deputy.
BODIES = [
    ("Anyborough District Council", "council", "local-authority", "Director of Communities", "Community Safety Manager"),
    ("Anyshire County Council", "county", "county-council", "Director of Public Health", "Head of Youth and Family Services"),
    ("Anyshire Police", "police", "police", "District Commander, Anyborough", "Partnership Superintendent"),
    ("Anyshire Probation Service", "probation", "probation", "Head of Probation Delivery, Anyshire", "Senior Probation Officer"),
    ("Anyshire Youth Justice Service", "youth", "youth-offending", "Head of Youth Justice", "Prevention Manager"),
    ("Anyshire Fire and Rescue Authority", "fire", "fire", "Area Manager, Prevention", "Station Manager, Anyborough"),
    ("NHS Anyshire Integrated Care Board", "health", "health", "Chief Nurse", ""),
    ("Anyborough College", "education", "educational", "Vice Principal", ""),
    ("Anyshire Police and Crime Commissioner", "policing-body", "policing-body", "Head of Commissioning", ""),
    ("Anyborough Community Safety Partnership", "csp", "community-safety-partnership", "Chair of the board", "Vice-chair of the board"),
]
NOTES = {
    "NHS Anyshire Integrated Care Board": "Merged into a board for three counties. Its successor is not recorded here yet.",
    "Anyshire Fire and Rescue Authority": "The commissioner takes over its functions. Record that successor before it ends.",
}
ENDED = {"NHS Anyshire Integrated Care Board": 20, "Anyshire Fire and Rescue Authority": -45}


def load(on: datetime.date, say: Say) -> bool:
    """Add Anyborough as it stands on the day `on`. False when it is already here."""
    partnership = Partnership(
        name="Anyborough Community Safety Partnership",
        slug="anyborough",
        records_from=dates.days_after(on, -RECORDS_BEGAN),
        invented=True,
        source=ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say)


def issue_its_report(on: datetime.date) -> None:
    """Issue a compliance report as at last month, as a coordinator would have."""
    partnership = Partnership.objects.get(slug="anyborough")
    issue_report(partnership, as_at=dates.days_after(on, -REPORTED), signed_off_by="Chair of the board", actor=None)


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  area and bodies")
    police_area, area = _area(example, on)
    bodies = {body[0]: _body(example, area, on, *body) for body in BODIES}
    _people(example, bodies, police_area, on)
    example.say("  lead and definition")
    reference = "Board minutes, item 4"
    lead = LeadAgreement(
        partnership=example.partnership,
        organisation=bodies["Anyborough Community Safety Partnership"],
        agreed_on=met_on(on, 1145),
        reference=reference,
    )
    example.add(lead)
    _definitions(example, on)
    example.say("  sharing and requests")
    add_sharing(example, bodies, on)
    example.say("  strategies")
    add_strategies(example, area, bodies, on)
    open_public_pages(example, on)
    example.say("  objectives and actions")
    add_delivery(example, bodies, on)
    example.say("  money, measures, risks and training")
    add_money(example, bodies, on)
    add_measures(example, bodies, on)
    add_risks_and_training(example, bodies, on)
    add_regional_plan(example, bodies, on)
    example.say("  boards and meetings")
    add_governance(example, bodies, on)
    add_routes(example, on)
    example.say("  a revised strategy before its boards")
    add_review(example, bodies, on)
    example.say("  evidence")
    add_evidence(example, on)
    example.say("  yearly reviews")
    add_reviewing(example, on)
    example.say("  scrutiny, and the papers of the year")
    add_scrutiny(example, bodies, on)
    add_papers_of_the_year(example, on)


def _area(example: Example, on: datetime.date) -> tuple[PoliceArea, LocalGovernmentArea]:
    police_area = shared(PoliceArea(name="Anyshire"), name="Anyshire")
    area = LocalGovernmentArea(name="Anyborough", kind=AreaKind.TWO_TIER_DISTRICT, upper_tier="Anyshire", police_area=police_area)
    area = shared(area, name="Anyborough", upper_tier="Anyshire")
    example.add(PartnershipArea(partnership=example.partnership, area=area, starts=ago(on, RECORDS_BEGAN)))
    return police_area, area


def _body(
    example: Example, area: LocalGovernmentArea, on: datetime.date, name: str, kind: str, capacity: str, lead: str, deputy: str
) -> Organisation:
    organisation = example.add(Organisation(partnership=example.partnership, name=name, kind=OrganisationKind(kind)))
    holder = DutyHolder(
        partnership=example.partnership,
        organisation=organisation,
        capacity=AuthorityType.objects.get(code=capacity),
        area=area,
        senior_lead=lead,
        deputy=deputy,
        note=NOTES.get(name, ""),
        starts=ago(on, RECORDS_BEGAN),
        ends=ago(on, ENDED[name]) if name in ENDED else None,
    )
    example.add(holder)
    return organisation


def _definitions(example: Example, on: datetime.date) -> None:
    """Two versions. The second lacks a word on how one factor was considered, so that duty can't be told."""
    words = {
        "partnership": example.partnership,
        "penalty": Considered.YES,
        "penalty_note": "Offences that can bring ten years or more were looked at first.",
        "victim": Considered.YES,
        "victim_note": "Two services for victims described what lasting harm looks like.",
        "prevalence": Considered.YES,
        "prevalence_note": "Two years of police and hospital counts for each ward were compared.",
        "community": Considered.YES,
        "domestic_abuse": Scope.IN,
        "sexual_offences": Scope.IN,
        "property_violence": Scope.IN,
        "threats": Scope.IN,
        "terrorism": Scope.OUT,
        "victims_covered": Considered.YES,
        "focus_stated": Considered.YES,
        "focus_note": "Violence between young people in public places comes first.",
        "agreed_by": "Community Safety Partnership board",
    }
    first = LocalDefinition(
        **words,
        number=1,
        based_on="Section 13 of the Act",
        wording="Homicide, serious wounding, robbery with a weapon, rape and other sexual offences, domestic abuse, arson that endangers "
        "life, and threats of any of these.",
        community_note="Residents' panels in three wards said what keeps them indoors.",
        agreed_on=met_on(on, 1140),
        source="Board minutes, item 5",
    )
    second = LocalDefinition(
        **words,
        number=2,
        wording="Violence, and the threat of it, that causes or could cause lasting harm: homicide, serious wounding, rape and other "
        "sexual offences, robbery with a weapon, high-risk domestic abuse, violence against property that endangers people, and the "
        "exploitation of children by drug networks.",
        notes="The exploitation of children by drug networks was added after the second needs assessment.",
        agreed_on=met_on(on, 150),
        review_on=ago(on, -215),
        source="Board minutes, item 3",
    )
    example.add(first)
    second.based_on_version = first
    example.add(second)


def _people(example: Example, bodies: dict[str, Organisation], police_area: PoliceArea, on: datetime.date) -> None:
    work_for = {
        Role.COORDINATOR: bodies["Anyborough District Council"],
        Role.CONTRIBUTOR: bodies["Anyshire Police"],
        Role.BOARD_MEMBER: bodies["Anyshire County Council"],
        Role.VIEWER: bodies["Anyborough District Council"],
    }
    for role, body in work_for.items():
        accounts.give(role, on, partnership=example.partnership, body=body)
    accounts.give(Role.OVERSEER, on, police_area=police_area)
    accounts.give(Role.ADMINISTRATOR, on)
