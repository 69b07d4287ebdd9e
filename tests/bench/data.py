"""Partnerships with years of records, invented, written in bulk: `python -m tests.bench.data first` or `... others 398`.

The duty began in 2023, so ten years stand for as many records as ten years bring, spread over the days since then.
"""

import hashlib
import json
import sys
from collections.abc import Callable, Iterator

import django

django.setup()

from django.contrib.auth.hashers import make_password  # noqa: E402 - models can only be read once Django is set up
from django.db import connection, models, transaction  # noqa: E402 - after Django is set up

from compliance.models import Evidence, IssuedReport, Response, Submission  # noqa: E402 - after Django is set up
from compliance.requirements import BY_CODE  # noqa: E402 - after Django is set up
from partnerships.audit.record import digest  # noqa: E402 - after Django is set up
from partnerships.models import (  # noqa: E402 - after Django is set up
    ActorLabel,
    AuditChain,
    AuditEntry,
    AuthorityType,
    DutyHolder,
    LeadAgreement,
    LocalDefinition,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PartnershipArea,
    PoliceArea,
    RoleGrant,
    User,
)
from strategies.models import Approval, Publication, Section, SensitivityCheck, Strategy, Version  # noqa: E402 - after Django is set up
from svduty.vague_dates import VagueDate  # noqa: E402 - after Django is set up
from tests.bench.data_delivery import Delivery  # noqa: E402 - after Django is set up
from tests.bench.data_yearly import Yearly  # noqa: E402 - after Django is set up
from tests.bench.filling import BEGAN, Shelf, Spread  # noqa: E402 - after Django is set up

FIVE_YEARS = 5
LOADED_AT = 40  # partnerships in one transaction
PARAGRAPH = "We ask what happens, where and to whom; we agree what each of us does about it, and by when we look at it again. " * 4
EMAIL, OVERSEER, PASSWORD = "coordinator@bench.example", "overseer@bench.example", "only for as long as it runs"
TEN_YEARS, ONE_YEAR = "tenborough", "oneborough"
AUDITED_A_YEAR, AUDITED_A_YEAR_ELSEWHERE = 200, 20


class Maker:
    """Everything of one partnership. Each method needs the rows of those before it to be in the database."""

    def __init__(self, slug: str, name: str, years: int, *, measured: bool, police: PoliceArea, actor: User) -> None:
        self.name, self.years, self.measured, self.actor = name, years, measured, actor
        self.spread = Spread()
        self.types = list(AuthorityType.objects.exclude(code="county-council"))
        self.partnership = Partnership(slug=slug, name=f"{name} Community Safety Partnership", records_from=BEGAN)
        self.area = LocalGovernmentArea(name=name, kind="unitary", police_area=police, starts=VagueDate.of(BEGAN))
        self.delivery = Delivery(self.partnership, years, measured=measured)
        self.yearly = Yearly(self.partnership, self.area, years, measured=measured)

    def rows(self) -> Iterator[models.Model]:
        yield self.partnership
        yield self.area

    def bodies(self) -> Iterator[models.Model]:
        self.organisations = [
            Organisation(partnership=self.partnership, name=f"{self.name}: {kind.name}", kind="other") for kind in self.types
        ]
        yield from self.organisations
        yield from self.yearly.needs()
        yield PartnershipArea(partnership=self.partnership, area=self.area, starts=VagueDate.of(BEGAN))
        for number in range(1, (self.years + 2) // 3 + 1):
            yield LocalDefinition(
                partnership=self.partnership,
                number=number,
                wording=PARAGRAPH,
                **dict.fromkeys(["penalty", "victim", "prevalence", "community", "focus_stated"], "yes"),
                agreed_by="The board",
                agreed_on=self.spread.vague((number - 1) * 3 / self.years),
            )

    def standing(self) -> Iterator[models.Model]:
        yield LeadAgreement(partnership=self.partnership, organisation=self.organisations[0], agreed_on=VagueDate.of(BEGAN))
        for organisation, kind in zip(self.organisations, self.types, strict=True):
            yield self.holder(organisation, kind, starts=VagueDate.of(BEGAN))
        for year in range(1, self.years):
            former = self.holder(self.organisations[year % 6], self.types[year % 6], starts=VagueDate.of(BEGAN))
            former.ends = self.spread.vague(year / self.years)
            yield former
        self.strategies = [
            Strategy(
                partnership=self.partnership,
                title=f"Serious Violence Strategy {number + 1}",
                assessment=self.yearly.assessments[number * 3],
            )
            for number in range((self.years + 2) // 3)
        ]
        yield from self.strategies

    def holder(self, organisation: Organisation, kind: AuthorityType, starts: VagueDate) -> DutyHolder:
        return DutyHolder(
            partnership=self.partnership,
            organisation=organisation,
            capacity=kind,
            area=self.area,
            senior_lead="Director",
            starts=starts,
        )

    def writing(self) -> Iterator[models.Model]:
        length = 6 if self.measured else 1
        sections = [{"heading": f"Part {number + 1}", "text": "\n\n".join([PARAGRAPH] * length)} for number in range(10)]
        covers = Strategy.areas.through
        for strategy in self.strategies:
            yield covers(strategy=strategy, localgovernmentarea=self.area)
        for position, section in enumerate(sections):
            yield Section(strategy=self.strategies[-1], position=position, **section)
        self.versions = [
            Version(
                strategy=self.strategies[year // 3],
                number=year % 3 + 1,
                title=self.strategies[year // 3].title,
                form="typed",
                dated=self.spread.vague(year / self.years),
                sections=sections,
                sha256=hashlib.sha256(str(year).encode()).hexdigest(),
                frozen_at=self.spread.moment(year / self.years),
            )
            for year in range(self.years)
        ]
        yield from self.versions

    def happenings(self) -> Iterator[models.Model]:
        council = self.organisations[0]
        for year, version in enumerate(self.versions):
            at = year / self.years
            clear = dict.fromkeys(["safety", "prevention", "investigation", "institutions", "persons"], True)
            yield Approval(strategy_version=version, decided_by="The board", decided_on=self.spread.vague(at, 7))
            yield SensitivityCheck(
                strategy_version=version, **clear, result="nothing", checked_by="Analyst", checked_on=self.spread.vague(at, 8)
            )
            yield Publication(
                strategy_version=version, way="website", published_on=self.spread.vague(at, 14), area=self.area, owner=council
            )
            yield Publication(
                strategy_version=version,
                way="other",
                published_on=self.spread.vague(at, 20),
                other_form="Leaflet",
                audience="Young people",
            )
            yield Submission(strategy_version=version, sender=council, sent_on=self.spread.vague(at, 18))
            yield from self.showing(at)

    def showing(self, at: float) -> Iterator[models.Model]:
        codes = list(BY_CODE)
        for number in range(12):
            yield Evidence(
                partnership=self.partnership,
                requirement=codes[number % len(codes)],
                title=f"Minutes of meeting {number + 1}",
                dated=self.spread.vague(at, number),
                link="https://minutes.example/paper",
                added_on=self.spread.day(at, number),
            )
        yield Response(
            partnership=self.partnership, requirement=codes[0], text=PARAGRAPH, dated=self.spread.vague(at), by="Chair of the board"
        )
        for number in (1, 2):
            yield IssuedReport(
                partnership=self.partnership,
                number=int(at * self.years + 0.5) * 2 + number,
                as_at=self.spread.day(at),
                issued_at=self.spread.moment(at),
                issued_by_id=self.actor.pk,
                facts={},
                findings=[],
                pdf=b"%PDF-1.7 invented",
                sha256=hashlib.sha256(b"%PDF-1.7 invented").hexdigest(),
            )

    def history(self) -> Iterator[models.Model]:
        """A chain that holds."""
        scope, previous = AuditChain.scope_of(self.partnership), "0" * 64
        number_of_entries = self.years * (AUDITED_A_YEAR if self.measured else AUDITED_A_YEAR_ELSEWHERE)
        for number in range(1, number_of_entries + 1):
            organisation = self.organisations[number % len(self.organisations)]
            entry = AuditEntry(
                scope=scope,
                number=number,
                partnership=self.partnership,
                at=self.spread.moment(number / (number_of_entries + 1)),
                event="organisation.changed",
                actor_id=self.actor.pk,
                target_kind="organisation",
                target_pk=organisation.pk,
                target_label=organisation.name,
                changes={"Website": ["https://old.example", f"https://new.example/{number}"]},
                previous_hash=previous,
            )
            previous = entry.hash = digest(entry)
            yield entry
        yield AuditChain(scope=scope, number=number_of_entries, hash=previous)

    def shown(self) -> dict[str, int]:
        """The numbers of the rows whose pages are measured, of a measured partnership."""
        return self.delivery.shown() | {"work": self.yearly.work.pk, "version": self.versions[-1].pk}


STEPS: tuple[Callable[[Maker], Iterator[models.Model]], ...] = (
    Maker.rows,
    Maker.bodies,
    Maker.standing,
    Maker.writing,
    Maker.happenings,
    lambda maker: maker.yearly.asking(maker.strategies, maker.versions, maker.organisations),
    lambda maker: maker.yearly.answering(),
    lambda maker: maker.yearly.looking(),
    lambda maker: maker.delivery.aims(maker.strategies, maker.organisations),
    lambda maker: maker.delivery.doing(),
    lambda maker: maker.delivery.telling(),
    lambda maker: maker.delivery.linking(),
    Maker.history,
)


def make(makers: list[Maker]) -> None:
    """Write everything of these partnerships, in the order in which rows lean on rows."""
    shelf = Shelf()
    with transaction.atomic():
        for step in STEPS:
            for maker in makers:
                for row in step(maker):
                    shelf.add(row)
            shelf.write()


def first() -> dict[str, dict[str, int]]:
    """One partnership with ten years of records, one with one year, a coordinator of both, and an overseer of every partnership there is.

    Gives, by the partnership's slug, the numbers of the rows whose pages are measured, its latest version among them.
    """
    police = PoliceArea.objects.create(name="Benchshire")
    actor, overseer = (
        User.objects.create(email=email, name=name, password=make_password(PASSWORD))
        for email, name in ((EMAIL, "Community safety officer"), (OVERSEER, "Policing body's partnership manager"))
    )
    ActorLabel.objects.bulk_create(ActorLabel(actor_id=person.pk, label=person.name) for person in (actor, overseer))
    RoleGrant.objects.create(user=overseer, role="overseer", police_area=police, starts=BEGAN)
    makers = [
        Maker(TEN_YEARS, "Tenborough", 10, measured=True, police=police, actor=actor),
        Maker(ONE_YEAR, "Oneborough", 1, measured=True, police=police, actor=actor),
    ]
    make(makers)
    RoleGrant.objects.bulk_create(
        [RoleGrant(user=actor, role="coordinator", partnership=maker.partnership, starts=BEGAN) for maker in makers]
    )
    return {maker.partnership.slug: maker.shown() for maker in makers}


def others(number: int) -> None:
    """As many more, with five years each: what is promised is promised for 350 to 400 areas with five years of records.

    Ten years and one, which show what a long history costs, are those of the two that are measured."""
    police = PoliceArea.objects.create(name="Othershire")
    actor = User.objects.get(email=EMAIL)
    RoleGrant.objects.create(user=User.objects.get(email=OVERSEER), role="overseer", police_area=police, starts=BEGAN)
    for start in range(0, number, LOADED_AT):
        make(
            [
                Maker(f"borough-{place}", f"Borough {place}", FIVE_YEARS, measured=False, police=police, actor=actor)
                for place in range(start, min(start + LOADED_AT, number))
            ]
        )


def settle() -> None:
    """What PostgreSQL does by itself some minutes after much was written. SQLite never does."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


if __name__ == "__main__":
    if sys.argv[1] == "first":
        print(json.dumps(first()))
    else:
        others(int(sys.argv[2]))
    settle()
