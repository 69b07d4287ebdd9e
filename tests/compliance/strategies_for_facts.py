"""Random partnerships and days for the engine's laws, thick with the days on which an answer turns.

Hypothesis draws one number and `History` grows a whole partnership from it: some thousand times quicker than drawing each
field, so that ten thousand histories take a minute. `smallest` does the shrinking: it takes records away while a law stays broken.
"""

import dataclasses
import datetime
import random
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from compliance.facts import (
    ApprovalFacts,
    AreaFacts,
    AuthorityTypeFacts,
    CheckFacts,
    DeadlineFacts,
    DefinitionFacts,
    FactorFacts,
    HolderFacts,
    LeadFacts,
    PartnershipFacts,
    PublicationFacts,
    ScopeFacts,
    StrategyFacts,
    SubmissionFacts,
    VersionFacts,
)
from svduty.vague_dates import VagueDate
from tests.compliance import build

TURNING_DAYS = [datetime.date.fromisoformat(text) for text in ("2023-01-31", "2024-01-31", "2024-02-29", "2025-12-31")]
GAPS = [*range(-8, 9), -400, -91, -90, -29, -28, 20, 28, 29, 90, 200, 400]
FIRST_DAY, LAST_DAY = datetime.date(2022, 5, 1), datetime.date(2027, 1, 31)
LONG_AGO = VagueDate.of(datetime.date(2022, 1, 1))
ORGANISATIONS = [build.COUNCIL, build.POLICE, build.COUNTY, build.POLICING_BODY, build.VRU]
CAPACITIES = [*build.EVERYWHERE, "county-council", "educational", "policing-body", "violence-reduction-unit"]
KEPT = ("factors", "scope", "deadlines", "authority_types", "areas", "languages", "area_pks")
IMPATIENT = (DeadlineFacts("DL-01", 30, None), DeadlineFacts("DL-02", 3, 14), DeadlineFacts("DL-03", 2, None))
Day = datetime.date
Span = tuple[VagueDate | None, VagueDate | None]
Broken = Callable[[PartnershipFacts, Day], bool]


def histories() -> st.SearchStrategy[tuple[PartnershipFacts, Day]]:
    """A partnership and the day it is asked about."""
    return st.integers(0, 2**64 - 1).map(lambda seed: History(seed).told())


class History:
    """Grows one partnership from a number; the same number grows the same one."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.last_pk = 0

    def told(self) -> tuple[PartnershipFacts, Day]:
        facts = self.partnership()
        return facts, self.asked_on(facts)

    # Chance

    def often(self, usual: Any, *others: Any) -> Any:
        """`usual` four times out of five."""
        return usual if self.chance.random() < 0.8 else self.chance.choice(others)

    def times(self, make: Callable[[], Any], *counts: int) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.chance.choice(counts)))

    def pk(self) -> int:
        self.last_pk += 1
        return self.last_pk

    # Days

    def day(self) -> Day:
        if self.chance.random() < 0.6:
            return self.chance.choice(TURNING_DAYS) + datetime.timedelta(days=self.chance.choice(GAPS))
        return FIRST_DAY + datetime.timedelta(days=self.chance.randrange((LAST_DAY - FIRST_DAY).days))

    def vague(self, day: Day | None = None) -> VagueDate:
        """Mostly a day; some months and seasons, few years."""
        day = day or self.day()
        kind = self.chance.choice(["day"] * 9 + ["month"] * 2 + ["season", "year"])
        if kind == "day":
            return VagueDate.of(day)
        if kind == "year":
            return VagueDate.from_edtf(f"{day.year:04}")
        return VagueDate.from_edtf(f"{day.year:04}-{day.month if kind == 'month' else 21 + day.month % 4:02}")

    def near(self, day: Day) -> VagueDate:
        """Within a week or so, where seven days turn."""
        return self.vague(day + datetime.timedelta(days=self.chance.choice([-30, -1, 0, 0, 1, 4, 5, 6, 6, 7, 8, 13, 40])))

    def span(self) -> Span:
        """A start and an end; mostly open since before the duty, sometimes unrecorded."""
        shape = self.chance.choice(["open"] * 5 + ["unrecorded", "started", "ended", "both"])
        if shape in ("open", "unrecorded"):
            return (LONG_AGO if shape == "open" else None), None
        one, other = sorted([self.vague(), self.vague()])
        return (one if shape != "ended" else None), (other if shape != "started" else None)

    def asked_on(self, facts: PartnershipFacts) -> Day:
        versions = [version for strategy in facts.strategies for version in strategy.versions]
        published = [one.published_on for version in versions for one in version.publications]
        approved = [one.decided_on for version in versions for one in version.approvals]
        turning = [date.earliest + gap for date in published for gap in days(-1, 0, 5, 6, 7, 8)]
        turning += [date.latest + gap for date in published for gap in days(0, 6, 7, 60)]
        turning += [date.latest + gap for date in approved for gap in days(0, 14, 15, 28, 29)]
        if turning and self.chance.random() < 0.4:
            return self.chance.choice(turning)
        return self.day() if self.chance.random() < 0.5 else LAST_DAY - datetime.timedelta(days=self.chance.randrange(1100))

    # Records

    def partnership(self) -> PartnershipFacts:
        areas = tuple(self.area(pk) for pk in range(1, 1 + self.chance.choice([0, 1, 1, 1, 1, 1, 2, 3])))
        area_pks = [area.pk for area in areas]
        holders = tuple(one for area in areas for one in self.usual_holders(area))
        return PartnershipFacts(
            pk=1,
            slug="anyborough",
            name="Anyborough",
            records_from=self.often(Day(2022, 1, 1), self.day()),
            records_to=self.often(None, Day(2024, 6, 30), LAST_DAY),
            authority_types=self.authority_types(),
            deadlines=self.often(build.DEADLINES, IMPATIENT),
            areas=areas + tuple(self.linked_again(area) for area in areas if self.chance.random() < 0.05),
            holders=holders + (self.times(lambda: self.holder(area_pks), 0, 0, 1, 2) if areas else ()),
            leads=self.times(self.lead, 0, 1, 1, 2),
            definitions=self.times(self.definition, 0, 1, 1, 2),
            strategies=self.strategies(area_pks) if areas else (),
        )

    def authority_types(self) -> tuple[AuthorityTypeFacts, ...]:
        """Those of the Schedules, and now and then one that ended."""
        types = list(build.AUTHORITY_TYPES)
        if self.chance.random() < 0.1:
            place = self.chance.randrange(len(types))
            types[place] = dataclasses.replace(types[place], ends=VagueDate.of(max(self.day(), TURNING_DAYS[0])))
        return tuple(types)

    def area(self, pk: int) -> AreaFacts:
        (starts, ends), (joined, left) = self.often((None, None), self.span()), self.span()
        in_wales, two_tier = self.often(False, True), self.often(False, True)
        return AreaFacts(pk, f"Area {pk}", in_wales, two_tier, starts, ends, self.pk(), joined, left)

    def linked_again(self, area: AreaFacts) -> AreaFacts:
        """The same area, which left the partnership and came back."""
        joined, left = self.span()
        return dataclasses.replace(area, link_pk=self.pk(), joined=joined, left=left)

    def usual_holders(self, area: AreaFacts) -> Iterator[HolderFacts]:
        usual = {**build.EVERYWHERE, "policing-body": build.POLICING_BODY, **({"county-council": build.COUNTY} if area.two_tier else {})}
        for capacity, organisation in usual.items():
            if self.chance.random() < 0.95:
                starts, ends = self.span() if self.chance.random() < 0.05 else (LONG_AGO, None)
                lead = "" if self.chance.random() < 0.05 else "A post"
                yield HolderFacts(self.pk(), organisation, "A body", capacity, area.pk, lead, starts, ends)

    def holder(self, area_pks: list[int]) -> HolderFacts:
        starts, ends = self.span()
        organisation, capacity = self.chance.choice(ORGANISATIONS), self.chance.choice(CAPACITIES)
        return HolderFacts(
            self.pk(), organisation, "A body", capacity, self.chance.choice(area_pks), self.often("A post", ""), starts, ends
        )

    def lead(self) -> LeadFacts:
        agreed_on, ends = self.span()
        return LeadFacts(self.pk(), "A body", agreed_on, "Minute 4", ends)

    def definition(self) -> DefinitionFacts:
        yes = 0.93
        number = self.pk()
        return DefinitionFacts(
            pk=number,
            number=number,
            wording="Words",
            factors=tuple(
                FactorFacts(
                    name,
                    "yes" if self.chance.random() < yes else self.chance.choice(["no", ""]),
                    "A note" if self.chance.random() < yes else "",
                )
                for name in build.FACTORS
            ),
            scope=tuple(ScopeFacts(name, "in" if self.chance.random() < yes else self.chance.choice(["out", ""])) for name in build.SCOPE),
            terrorism=self.often("out", "in", ""),
            scope_reason=self.chance.choice(["", "A reason"]),
            focus_stated=self.often("yes", "no", ""),
            focus_note=self.chance.choice(["", "A reason"]),
            agreed_by=self.often("The board", ""),
            agreed_on=self.often(self.vague(), None),
        )

    def strategies(self, area_pks: list[int]) -> tuple[StrategyFacts, ...]:
        made: list[StrategyFacts] = []
        for _ in range(self.chance.choice([0, 1, 1, 1, 2, 2, 3])):
            section_8, section_9 = self.chance.choice([(True, False), (True, False), (True, True), (False, True)])
            covered = self.chance.sample(area_pks, self.chance.randint(1, len(area_pks)))
            made.append(
                StrategyFacts(
                    pk=self.pk(),
                    title="A strategy",
                    section_8=section_8,
                    section_9=section_9,
                    area_pks=tuple(covered),
                    period_from=None,
                    period_to=self.often(None, self.vague()),
                    follows_pk=self.often(None, made[-1].pk) if made else None,
                    earlier_not_held=self.often(False, True),
                    versions=self.versions(covered),
                )
            )
        return tuple(made)

    def versions(self, covered: list[int]) -> tuple[VersionFacts, ...]:
        """Mostly published in the order of their numbers."""
        about = [self.day() for _ in range(self.chance.choice([0, 1, 1, 1, 2, 3]))]
        return tuple(self.version(number, day, covered) for number, day in enumerate(self.often(sorted(about), about), start=1))

    def version(self, number: int, day: Day, covered: list[int]) -> VersionFacts:
        published = self.times(lambda: self.publication(day, covered), 0, 1, 2, 3)
        first = min((one.published_on.earliest for one in published), default=day)
        return VersionFacts(
            pk=self.pk(),
            number=number,
            title="A strategy",
            dated=self.often(LONG_AGO, self.vague()),
            approvals=self.times(lambda: self.approval(first), 0, 1, 2),
            checks=self.times(lambda: self.check(first), 0, 1, 1, 2),
            publications=published,
            submissions=self.times(lambda: self.submission(first), 0, 1, 1, 2),
        )

    def publication(self, day: Day, covered: list[int]) -> PublicationFacts:
        languages = self.chance.choice([("en",), ("en",), ("cy",), ("en", "cy")])
        when = self.often(self.near(day), self.vague())
        if self.chance.random() < 0.65:
            owner = self.often(build.COUNCIL, None, *ORGANISATIONS)
            return PublicationFacts(self.pk(), "website", when, languages, self.chance.choice(covered), owner, "A body", "", "", "", "")
        return PublicationFacts(self.pk(), "other", when, languages, None, None, "", "", "Leaflet", self.often("Residents", ""), "")

    def approval(self, day: Day) -> ApprovalFacts:
        when = self.vague(day - datetime.timedelta(days=self.chance.choice([-1, 0, 13, 14, 15, 27, 28, 29, 60])))
        return ApprovalFacts(self.pk(), "The cabinet", when, self.often("approved", "noted", "sent-back"))

    def check(self, day: Day) -> CheckFacts:
        when = self.often(self.near(day - datetime.timedelta(days=3)), self.vague())
        return CheckFacts(self.pk(), self.often(True, False), self.often("nothing", "removed", "still-there"), "A post", when)

    def submission(self, day: Day) -> SubmissionFacts:
        recipient = self.chance.choice(["home-office"] * 4 + ["welsh-ministers"] * 2 + ["policing-body", "vru", "other"])
        sender = self.often(build.COUNCIL, *ORGANISATIONS)
        return SubmissionFacts(self.pk(), recipient, sender, "A body", self.often(self.near(day), self.vague()))


def days(*counts: int) -> list[datetime.timedelta]:
    return [datetime.timedelta(days=count) for count in counts]


def smallest(facts: PartnershipFacts, on: Day, broken: Broken) -> PartnershipFacts:
    """Take records away, one by one, as long as the law stays broken on that day."""
    while smaller := next((fewer for fewer in with_one_less(facts) if broken(fewer, on)), None):
        facts = smaller
    return facts


def with_one_less(record: Any) -> Iterator[Any]:
    """The record without one of the rows it holds, or with one of those rows made smaller."""
    for field in dataclasses.fields(record):
        rows = getattr(record, field.name)
        if field.name in KEPT or not isinstance(rows, tuple):
            continue
        for place, row in enumerate(rows):
            yield dataclasses.replace(record, **{field.name: rows[:place] + rows[place + 1 :]})
            for fewer in with_one_less(row):
                yield dataclasses.replace(record, **{field.name: (*rows[:place], fewer, *rows[place + 1 :])})
