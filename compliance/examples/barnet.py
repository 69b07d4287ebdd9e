"""Barnet, from the one public paper of its Cabinet of 16 January 2024: only what it says, each record with the paragraph.

What the paper leaves out stays empty, and the findings say "cannot tell" or "not met". What it announces (publication,
sending) is a plan and so is no record of a happening.
"""

import datetime

from compliance.examples import accounts
from compliance.examples import barnet_texts as texts
from compliance.examples.barnet_texts import para
from compliance.examples.loading import Example, Say, load_once, shared
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
from partnerships.models.definition import Scope
from partnerships.models.partnership import LegalBasis
from partnerships.models.person import Role
from strategies.models import Strategy
from svduty.vague_dates import VagueDate

# The paper tells of everything up to its own day. It looks back to the day the duty began, so that is where the records begin.
DUTY_BEGAN = datetime.date(2023, 1, 31)
PAPER_OF = datetime.date(2024, 1, 16)


def load(on: datetime.date, say: Say) -> bool:
    """Add Barnet, and accounts that may open it from `on`. False when it is already here."""
    partnership = Partnership(
        name="Barnet Safer Communities Partnership",
        slug="barnet",
        legal_basis=LegalBasis.SECTION_8,
        records_from=DUTY_BEGAN,
        records_to=PAPER_OF,
        from_papers=True,
        source=texts.ABOUT,
    )
    return load_once(partnership, lambda example: _fill(example, on), say, source=para("1.1.3"))


def _fill(example: Example, on: datetime.date) -> None:
    example.say("  area and bodies")
    police_area, area = _area(example)
    lead = _bodies(example, area)
    example.say("  lead, definition and strategy")
    _lead(example, lead)
    _definition(example)
    _strategy(example, area)
    accounts.give(Role.COORDINATOR, on, partnership=example.partnership)
    accounts.give(Role.OVERSEER, on, police_area=police_area)
    accounts.give(Role.ADMINISTRATOR, on)


def _area(example: Example) -> tuple[PoliceArea, LocalGovernmentArea]:
    name = "Metropolitan Police District"
    police_area = shared(PoliceArea(name=name), para("Summary"), name=name)
    name = "London Borough of Barnet"
    area = shared(
        LocalGovernmentArea(name=name, kind=AreaKind.LONDON_BOROUGH, region="London", police_area=police_area),
        f"{para('Summary')}: London Boroughs are specified authorities. It gives no code of the Office for National Statistics.",
        name=name,
    )
    example.add(PartnershipArea(partnership=example.partnership, area=area), para("1.3.1"))
    return police_area, area


def _bodies(example: Example, area: LocalGovernmentArea) -> Organisation:
    """Add the bodies; give back the one that leads."""
    bodies = {}
    for name, kind, capacity, is_shared, note in texts.BODIES:
        organisation = Organisation(partnership=None if is_shared else example.partnership, name=name, kind=OrganisationKind(kind))
        if is_shared:
            organisation = shared(organisation, note, name=name, partnership=None)
        else:
            example.add(organisation, note)
        example.add(
            DutyHolder(
                partnership=example.partnership,
                organisation=organisation,
                capacity=AuthorityType.objects.get(code=capacity),
                area=area,
                note=note,
            ),
            note,
        )
        bodies[name] = organisation
    return bodies[texts.LEAD]


def _lead(example: Example, lead: Organisation) -> None:
    reference = f"{para('1.1.3, 1.3.1 and 4.5.1')}: it acts for all. When the bodies agreed that it leads is not said."
    example.add(LeadAgreement(partnership=example.partnership, organisation=lead, reference=reference), reference)


def _definition(example: Example) -> None:
    definition = LocalDefinition(
        partnership=example.partnership,
        number=1,
        wording=texts.DEFINITION,
        based_on="The London definition of the Mayor's Office for Policing and Crime (MOPAC)",
        notes=texts.DEFINITION_NOTES,
        domestic_abuse=Scope.IN,
        sexual_offences=Scope.IN,
        property_violence=Scope.IN,
        threats=Scope.IN,
        terrorism=Scope.OUT,
        source=para("1.1.5 (wording) and 1.3.1 (scope)"),
    )
    example.add(definition, definition.source)


def _strategy(example: Example, area: LocalGovernmentArea) -> None:
    strategy = Strategy(
        partnership=example.partnership,
        title="Serious Violence Strategy 2024-27",
        legal_basis=LegalBasis.SECTION_8,
        period_from=VagueDate.from_edtf("2024"),
        period_to=VagueDate.from_edtf("2027"),
        note=texts.STRATEGY_NOTE,
    )
    example.add(strategy, para("1.3.5"))
    strategy.areas.add(area)
    example.write_draft(strategy, texts.SUMMARY, para("1.1.5, 1.3.1 to 1.3.7, 4.2.1 to 4.6.1 and 7.1.3"))
    example.freeze(strategy, VagueDate.of(PAPER_OF), texts.SUMMARY, note=texts.VERSION_NOTE, source=para("1.3.5"))
