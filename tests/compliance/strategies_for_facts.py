"""Random partnerships and days for the engine's laws, thick with the days on which an answer turns.

Hypothesis draws one number and `History` grows a whole partnership from it: some thousand times quicker than drawing each
field, so that ten thousand histories take a minute. `smallest` does the shrinking: it takes records away while a law stays broken.
"""

import dataclasses
import datetime
from collections.abc import Callable, Iterator
from typing import Any

from hypothesis import strategies as st

from compliance.facts import (
    AreaFacts,
    AssessmentFacts,
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
from tests.compliance.boards_by_chance import Governing, turning_days
from tests.compliance.chance import LAST_DAY, LONG_AGO, TURNING_DAYS, Day, days
from tests.compliance.delivery_by_chance import Carrying, turning_of_delivery
from tests.compliance.revisions_for_facts import Revising
from tests.compliance.year_for_facts import ORGANISATIONS

CAPACITIES = [*build.EVERYWHERE, "county-council", "educational", "policing-body", "violence-reduction-unit"]
# What `smallest` leaves alone: numbers and texts, and what nothing could be judged without.
KEPT = (
    *("factors", "scope", "deadlines", "authority_types", "elements", "areas"),
    *("languages", "area_pks", "body_pks", "made_by_pks", "answers", "there", "party_pks", "barred", "grounds", "not_in_papers", "votes"),
)
IMPATIENT = (
    DeadlineFacts("DL-01", 30, None),
    DeadlineFacts("DL-02", 3, 14),
    DeadlineFacts("DL-03", 2, None),
    DeadlineFacts("DL-04", 3, None),
    DeadlineFacts("DL-05", 12, None),
    DeadlineFacts("DL-06", 20, None),
    DeadlineFacts("DL-08", 4, None),
    DeadlineFacts("DL-12", 6, None),
    DeadlineFacts("DL-13", 8, None),
    DeadlineFacts("DL-15", 5, None),
    DeadlineFacts("DL-16", 7, None),
    DeadlineFacts("DL-07", 10, None),
    DeadlineFacts("DL-11", 5, None),
    DeadlineFacts("DL-14", 1, None),
    DeadlineFacts("DL-17", 2, None),
)
LEFT_OUT = (
    "SVD-IMP-01",
    "SVD-SCRU-01",
    "SVD-MON-01",
    "SVD-PART-02",
    "SVD-PART-05",
    "SVD-INFO-01",
    "SVD-DEF-03",
    "SVD-PUB-03",
    "SVD-REV-02",
)
Broken = Callable[[PartnershipFacts, Day], bool]


def histories() -> st.SearchStrategy[tuple[PartnershipFacts, Day]]:
    """A partnership and the day it is asked about."""
    return st.integers(0, 2**64 - 1).map(lambda seed: History(seed).told())


class History(Revising, Governing, Carrying):
    """Grows one partnership from a number; the same number grows the same one."""

    def told(self) -> tuple[PartnershipFacts, Day]:
        facts = self.partnership()
        return facts, self.asked_on(facts)

    def asked_on(self, facts: PartnershipFacts) -> Day:
        versions = [version for strategy in facts.strategies for version in strategy.versions]
        published = [one.published_on for version in versions for one in version.publications]
        approved = [one.decided_on for version in versions for one in version.approvals]
        closing = [one.closes_on for version in versions for one in version.consultations if one.closes_on]
        held = [one.held_on for strategy in facts.strategies for one in strategy.reviews]
        turning = [date.earliest + gap for date in published for gap in days(-1, 0, 5, 6, 7, 8)]
        turning += [date.latest + gap for date in published for gap in days(0, 6, 7, 60)]
        turning += [date.latest + gap for date in approved for gap in days(0, 14, 15, 28, 29)]
        turning += [date.earliest + gap for date in closing for gap in days(-8, -7, -1, 0, 1)]
        turning += [date.latest + gap for date in closing for gap in days(0, 1)]
        turning += [date.earliest + gap for date in published + held for gap in days(274, 275, 276, 364, 365, 366)]
        turning += [date.latest + gap for date in published + held for gap in days(0, 365, 366, 730, 731)]
        turning += [date.earliest + gap for date in held for gap in days(-1, 0, 1)]
        if self.chance.random() < 0.2 and (about := turning_of_delivery(facts)):
            return self.chance.choice(about)
        if self.chance.random() < 0.3:
            return self.chance.choice(turning_days(facts))
        if turning and self.chance.random() < 0.4:
            return self.chance.choice(turning)
        return self.day() if self.chance.random() < 0.5 else LAST_DAY - datetime.timedelta(days=self.chance.randrange(1100))

    # Records

    def partnership(self) -> PartnershipFacts:
        areas = tuple(self.area(pk) for pk in range(1, 1 + self.chance.choice([0, 1, 1, 1, 1, 1, 2, 3])))
        area_pks = [area.pk for area in areas]
        holders = tuple(one for area in areas for one in self.usual_holders(area))
        numbers = self.numbers(area_pks)
        strategies = self.revisions(self.strategies(area_pks), areas, numbers) if areas else ()
        approved = [one.decided_on.earliest for strategy in strategies for version in strategy.versions for one in version.approvals]
        assessments = self.assessments(area_pks, approved)
        if assessments:
            strategies = tuple(self.resting_on(strategy, assessments) for strategy in strategies)
        definitions = self.times(self.definition, 0, 1, 1, 2)
        governance = self.governance(definitions)
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
            definitions=definitions,
            strategies=self.asking_boards(strategies, governance["boards"]),
            assessments=assessments,
            numbers=numbers,
            elements=build.ELEMENTS,
            not_in_papers=self.often((), (self.chance.choice(LEFT_OUT),), ()),
            **governance,
            **self.delivery([strategy.pk for strategy in strategies]),
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
            versions = self.versions(covered)
            started = [one.published_on.earliest for version in versions for one in version.publications]
            made.append(
                StrategyFacts(
                    pk=self.pk(),
                    title="A strategy",
                    section_8=section_8,
                    section_9=section_9,
                    area_pks=tuple(covered) if self.chance.random() < 0.97 else self.chance.choice([(), (99,)]),
                    period_from=None,
                    period_to=self.often(None, self.vague()),
                    follows_pk=self.often(None, made[-1].pk) if made else None,
                    earlier_not_held=self.often(False, True),
                    versions=versions,
                    made_by_pks=self.makers(section_9),
                    aligned=self.chance.choice([0, 2]),
                    reviews=self.reviews(started),
                    arrangements=self.times(lambda: self.arrangement(started), 0, 1, 1, 2),  # noqa: B023
                )
            )
        return tuple(made)

    def resting_on(self, strategy: StrategyFacts, assessments: tuple[AssessmentFacts, ...]) -> StrategyFacts:
        return dataclasses.replace(strategy, assessment_pk=self.chance.choice([None, 999, *(one.pk for one in assessments)]))

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
            consultations=self.consultations(first, covered),
            equality=self.times(lambda: self.equality(first), 0, 1, 2),
            contents=self.times(lambda: self.contents(first), 0, 1, 1, 2),
        )

    def publication(self, day: Day, covered: list[int]) -> PublicationFacts:
        languages = self.chance.choice([("en",), ("en",), ("cy",), ("en", "cy")])
        when = self.often(self.near(day), self.vague())
        if self.chance.random() < 0.65:
            owner = self.often(build.COUNCIL, None, *ORGANISATIONS)
            return PublicationFacts(self.pk(), "website", when, languages, self.chance.choice(covered), owner, "A body", "", "", "", "")
        return PublicationFacts(self.pk(), "other", when, languages, None, None, "", "", "Leaflet", self.often("Residents", ""), "")

    def check(self, day: Day) -> CheckFacts:
        when = self.often(self.near(day - datetime.timedelta(days=3)), self.vague())
        return CheckFacts(self.pk(), self.often(True, False), self.often("nothing", "removed", "still-there"), "A post", when)

    def submission(self, day: Day) -> SubmissionFacts:
        recipient = self.chance.choice(["home-office"] * 4 + ["welsh-ministers"] * 2 + ["policing-body", "vru", "other"])
        sender = self.often(build.COUNCIL, *ORGANISATIONS)
        return SubmissionFacts(self.pk(), recipient, sender, "A body", self.often(self.near(day), self.vague()))


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
