"""The cast of every test: two partnerships, one person a role, and strangers. Anyborough is "ours", Otherton is the neighbour."""

import dataclasses
import datetime

from partnerships.models import (
    AuthorityType,
    DutyHolder,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PartnershipArea,
    PoliceArea,
    RoleGrant,
    User,
)
from partnerships.models.area import AreaKind
from partnerships.models.person import Role
from strategies.actions.freeze_version import seal_of
from strategies.models import Strategy, Version
from svduty.vague_dates import VagueDate

BEGAN = datetime.date(2023, 1, 31)
PASSWORD = "a long enough password"


def day(text: str) -> VagueDate:
    """A vague date from its stored text: 2024-01-31, 2024-01, 2024-21 (spring), 2024."""
    return VagueDate.from_edtf(text)


@dataclasses.dataclass
class Cast:
    """`people` maps a role to the person who holds it in `ours` (the overseer: over its police area)."""

    ours: Partnership
    theirs: Partnership
    area: LocalGovernmentArea
    their_area: LocalGovernmentArea
    people: dict[Role, User]
    stranger: User

    @property
    def coordinator(self) -> User:
        return self.people[Role.COORDINATOR]

    @property
    def viewer(self) -> User:
        return self.people[Role.VIEWER]


def make_partnership(slug: str, name: str, police_area: PoliceArea) -> tuple[Partnership, LocalGovernmentArea]:
    partnership = Partnership.objects.create(slug=slug, name=name, records_from=BEGAN)
    area = LocalGovernmentArea.objects.create(name=slug.title(), kind=AreaKind.LONDON_BOROUGH, police_area=police_area)
    PartnershipArea.objects.create(partnership=partnership, area=area, starts=VagueDate.of(BEGAN))
    return partnership, area


def make_person(
    email: str, role: Role | None = None, partnership: Partnership | None = None, police_area: PoliceArea | None = None
) -> User:
    user = User.objects.create_user(email=email, name=email.split("@")[0].replace("-", " ").capitalize(), password=PASSWORD)
    if role:
        RoleGrant.objects.create(user=user, role=role, partnership=partnership, police_area=police_area, starts=BEGAN)
    return user


def make_cast() -> Cast:
    """Create the cast in the database."""
    police = PoliceArea.objects.create(name="Anyshire")
    elsewhere = PoliceArea.objects.create(name="Othershire")
    ours, area = make_partnership("anyborough", "Anyborough Community Safety Partnership", police)
    theirs, their_area = make_partnership("otherton", "Otherton Safety Board", elsewhere)
    people = {
        role: make_person(f"{role.value}@anyborough.example", role, ours)
        for role in Role
        if role not in (Role.OVERSEER, Role.ADMINISTRATOR)
    }
    people[Role.OVERSEER] = make_person("overseer@anyborough.example", Role.OVERSEER, police_area=police)
    people[Role.ADMINISTRATOR] = make_person("administrator@anyborough.example", Role.ADMINISTRATOR)
    stranger = make_person("coordinator@otherton.example", Role.COORDINATOR, theirs)
    return Cast(ours, theirs, area, their_area, people, stranger)


def make_holder(partnership: Partnership, area: LocalGovernmentArea, capacity: str = "local-authority", name: str = "") -> DutyHolder:
    """A body of the partnership in one capacity, with a senior lead, since the duty began."""
    kind = AuthorityType.objects.get(code=capacity)
    organisation, _ = Organisation.objects.get_or_create(
        partnership=partnership, name=name or f"{partnership.name}: {kind.name}", defaults={"kind": "other"}
    )
    return DutyHolder.objects.create(
        partnership=partnership,
        organisation=organisation,
        capacity=kind,
        area=area,
        senior_lead="Director",
        starts=VagueDate.of(BEGAN),
    )


def make_version(
    partnership: Partnership, area: LocalGovernmentArea, title: str = "Serious Violence Strategy", dated: str = "2023-12-01"
) -> Version:
    """A strategy of the partnership with one frozen version."""
    strategy = Strategy.objects.create(partnership=partnership, title=title)
    strategy.areas.add(area)
    sections = [{"heading": "Purpose", "text": "To keep people safe."}]
    return Version.objects.create(
        strategy=strategy,
        number=1,
        title=title,
        form="typed",
        dated=day(dated),
        sections=sections,
        sha256=seal_of(sections),
        frozen_at=datetime.datetime(2023, 12, 1, 12, tzinfo=datetime.UTC),
    )
