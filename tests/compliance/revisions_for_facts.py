"""Random revisions of strategies: what follows a review that decided to revise, or seems to."""

import dataclasses
import datetime

from compliance.facts import (
    AreaFacts,
    ConsultationFacts,
    NumberFacts,
    PublicationFacts,
    ReviewFacts,
    StrategyFacts,
    SubmissionFacts,
    VersionFacts,
)
from svduty.vague_dates import VagueDate
from tests.compliance import build
from tests.compliance.chance import Day, days
from tests.compliance.year_for_facts import AUTHORITIES, KINDS, Year

Strategies = tuple[StrategyFacts, ...]
AFTER_A_REVIEW = [-30, -1, 0, 0, 1, 1, 6, 30, 30, 90, 200, 400]


class Revising(Year):
    """Most of a revised version is there, in its time and on a known day: else no whole one would ever occur."""

    def mostly(self) -> bool:
        return self.chance.random() < 0.95

    def placed(self, day: Day) -> VagueDate:
        return VagueDate.of(day) if self.mostly() else self.vague(day)

    def revisions(self, strategies: Strategies, areas: tuple[AreaFacts, ...], numbers: tuple[NumberFacts, ...]) -> Strategies:
        """The strategies with revised versions of their own, or of strategies that follow them at first or second hand."""
        made: list[StrategyFacts] = []
        for strategy in strategies:
            decided = [one for one in strategy.reviews if one.decision == "revise"]
            strategy = dataclasses.replace(strategy, reviews=self.decided_again(strategy.reviews, decided))
            followers: list[StrategyFacts] = []
            for review in decided:
                for _ in range(self.chance.choice([0, 1, 1, 2])):
                    last = followers[-1] if followers else strategy
                    if self.chance.random() < 0.2:
                        followers.append(self.follower(last))
                    if followers and self.chance.random() < 0.8:
                        followers[-1] = self.with_revision(followers[-1], review, areas, numbers)
                    else:
                        strategy = self.with_revision(strategy, review, areas, numbers)
            made += [strategy, *followers]
        return tuple(made)

    def decided_again(self, reviews: tuple[ReviewFacts, ...], decided: list[ReviewFacts]) -> tuple[ReviewFacts, ...]:
        """Some decisions are looked at once more, about the same day or later: to keep it after all, or to revise indeed."""
        again = [
            ReviewFacts(
                self.pk(),
                self.vague(one.held_on.earliest + self.chance.choice(days(-1, 0, 1, 10, 35, 100))),
                self.chance.choice(["keep", "keep", "revise", "refresh"]),
                True,
                "still-right",
            )
            for one in decided
            if self.chance.random() < 0.4
        ]
        return (*reviews, *again)

    def follower(self, strategy: StrategyFacts) -> StrategyFacts:
        section_8, section_9 = self.often((strategy.section_8, strategy.section_9), (True, False), (False, True))
        return StrategyFacts(
            pk=self.pk(),
            title="A later strategy",
            section_8=section_8,
            section_9=section_9,
            area_pks=strategy.area_pks,
            period_from=None,
            period_to=None,
            follows_pk=strategy.pk,
            earlier_not_held=False,
            versions=(),
            made_by_pks=strategy.made_by_pks,
        )

    def with_revision(
        self, strategy: StrategyFacts, review: ReviewFacts, areas: tuple[AreaFacts, ...], numbers: tuple[NumberFacts, ...]
    ) -> StrategyFacts:
        about = self.chance.choice([review.held_on.earliest, review.held_on.latest])
        day = about + datetime.timedelta(days=self.chance.choice(AFTER_A_REVIEW))
        number = max((version.number for version in strategy.versions), default=0) + 1
        version = self.revision(number, day, [area for area in areas if area.pk in strategy.area_pks], numbers, strategy.section_9)
        return dataclasses.replace(strategy, versions=(*strategy.versions, version))

    def revision(self, number: int, day: Day, areas: list[AreaFacts], numbers: tuple[NumberFacts, ...], section_9: bool) -> VersionFacts:
        in_wales = any(area.in_wales for area in areas)
        out = self.chance.random() < 0.85
        return VersionFacts(
            pk=self.pk(),
            number=number,
            title="A strategy",
            dated=self.placed(day - datetime.timedelta(days=self.chance.choice([0, 0, 30, 90]))),
            approvals=(self.approval(day),) if self.mostly() else (),
            publications=self.published_anew(day, areas, in_wales) if out else (),
            submissions=self.sent_anew(day, in_wales) if out else (),
            consultations=self.consulted_anew(day, areas, numbers, section_9),
        )

    def published_anew(self, day: Day, areas: list[AreaFacts], in_wales: bool) -> tuple[PublicationFacts, ...]:
        languages = ("en", "cy") if in_wales and self.mostly() else ("en",)
        sites = [
            PublicationFacts(
                self.pk(), "website", self.soon(day, 0, 0, 0, 1, 20), languages, area.pk, build.COUNCIL, "A body", "", "", "", ""
            )
            for area in areas
            if self.mostly()
        ]
        leaflet = PublicationFacts(
            self.pk(), "other", self.soon(day, 0, 0, 1, 40), languages, None, None, "", "", "Leaflet", "Residents", ""
        )
        return (*sites, *((leaflet,) if self.mostly() else ()))

    def soon(self, day: Day, *counts: int) -> VagueDate:
        return self.placed(day + datetime.timedelta(days=self.chance.choice(counts)))

    def sent_anew(self, day: Day, in_wales: bool) -> tuple[SubmissionFacts, ...]:
        recipients = ["home-office", "welsh-ministers"] if in_wales else ["home-office"]
        return tuple(
            SubmissionFacts(self.pk(), recipient, build.COUNCIL, "A body", self.soon(day, 0, 1, 5, 6, 6, 7, 10))
            for recipient in recipients
            if self.mostly()
        )

    def consulted_anew(
        self, day: Day, areas: list[AreaFacts], numbers: tuple[NumberFacts, ...], section_9: bool
    ) -> tuple[ConsultationFacts, ...]:
        """Of as many as there are, by one of the counts."""
        asked: list[tuple[str, int, int | None, tuple[int, ...]]] = []
        for area in areas:
            for kind in KINDS:
                there = [one.number for one in numbers if (one.area_pk, one.kind) == (area.pk, kind)]
                asked.append((kind, area.pk, self.chance.choice(there) if there else None, ()))
            if section_9:
                asked.append(("specified", area.pk, len(AUTHORITIES), tuple(AUTHORITIES)))
        closes = day - datetime.timedelta(days=self.chance.choice([0, 1, 30, 30]))
        return tuple(
            ConsultationFacts(self.pk(), kind, area_pk, self.placed(closes - days(28)[0]), self.placed(closes), number, bodies)
            for kind, area_pk, number, bodies in asked
            if self.mostly()
        )
