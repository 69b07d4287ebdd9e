"""What the examples from public papers share: how a place in a paper is cited, and the records that each of them begins with."""

import dataclasses
import datetime
import re
from collections.abc import Callable, Iterable

from compliance.examples import accounts
from compliance.examples.loading import Example, shared
from partnerships.models import (
    AuthorityType,
    DutyHolder,
    LeadAgreement,
    LocalGovernmentArea,
    Organisation,
    PartnershipArea,
    PoliceArea,
)
from partnerships.models.area import AreaKind
from partnerships.models.body import OrganisationKind
from partnerships.models.person import Role
from strategies.models import AlignedStrategy, Strategy

METROPOLITAN = "Metropolitan Police District"


def cited(paper: str) -> Callable[[str], str]:
    """Give what names a place in `paper`: `<paper>, paragraph 1.3.6`, or `<paper>, Summary` for a part without a number."""

    def para(place: str) -> str:
        if not place[0].isdigit():
            return f"{paper}, {place}"
        return f"{paper}, {'paragraphs' if len(re.findall(r'[0-9]+[.][0-9.]*', place)) > 1 else 'paragraph'} {place}"

    return para


@dataclasses.dataclass(frozen=True)
class Body:
    """A body under the name its paper gives it. `in_register`: it belongs in the register that all partnerships share."""

    name: str
    kind: str
    capacity: str
    note: str
    in_register: bool = False
    senior_lead: str = ""


def add_borough(example: Example, name: str, source: str, covered: str) -> LocalGovernmentArea:
    """A London borough, which lies in the Metropolitan Police District; no paper gives its code. `covered`: where the paper names it."""
    police_area = shared(PoliceArea(name=METROPOLITAN), source, name=METROPOLITAN)
    area = shared(
        LocalGovernmentArea(name=name, kind=AreaKind.LONDON_BOROUGH, region="London", police_area=police_area),
        f"{source}. It gives no code of the Office for National Statistics.",
        name=name,
    )
    example.add(PartnershipArea(partnership=example.partnership, area=area), covered)
    return area


def add_organisation(example: Example, body: Body) -> Organisation:
    """Enter the body in the shared register or in the partnership's own."""
    organisation = Organisation(name=body.name, kind=OrganisationKind(body.kind))
    if body.in_register:
        return shared(organisation, body.note, name=body.name, partnership=None)
    organisation.partnership = example.partnership
    return example.add(organisation, body.note)


def add_bodies(example: Example, area: LocalGovernmentArea, bodies: Iterable[Body]) -> dict[str, Organisation]:
    """Enter the bodies and what each takes part as, without the dates that no paper gives; by name."""
    organisations = {}
    for body in bodies:
        organisations[body.name] = add_organisation(example, body)
        holder = DutyHolder(
            partnership=example.partnership,
            organisation=organisations[body.name],
            capacity=AuthorityType.objects.get(code=body.capacity),
            area=area,
            senior_lead=body.senior_lead,
            note=body.note,
        )
        example.add(holder, body.note)
    return organisations


def add_lead(example: Example, organisation: Organisation, reference: str) -> None:
    """The lead, agreed on a day that no paper gives."""
    example.add(LeadAgreement(partnership=example.partnership, organisation=organisation, reference=reference), reference)


def add_aligned(example: Example, strategy: Strategy, others: Iterable[dict[str, str]], source: str) -> None:
    """The other strategies, each a dictionary of the record's fields."""
    for fields in others:
        example.add(AlignedStrategy(strategy=strategy, **fields), source)


def give_sign_ins(example: Example, on: datetime.date) -> None:
    """Let the demonstration accounts open it: its coordinator, whoever oversees its police areas, and the administrator."""
    accounts.give(Role.COORDINATOR, on, partnership=example.partnership)
    for police_area in PoliceArea.objects.filter(areas__partnership_links__partnership=example.partnership).distinct():
        accounts.give(Role.OVERSEER, on, police_area=police_area)
    accounts.give(Role.ADMINISTRATOR, on)
