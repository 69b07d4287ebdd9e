"""What became of a review's decision to revise the strategy: which versions and reviews came after it."""

import dataclasses
import datetime
import functools

from compliance.facts import PartnershipFacts, ReviewFacts, StrategyFacts
from compliance.requirements.reviewing import known_reviews, review_order
from compliance.requirements.versions import Judged, Versions
from svduty.vague_dates import Truth


@dataclasses.dataclass(frozen=True)
class Decision:
    """One decision to revise, as it stands on the day `on`."""

    facts: PartnershipFacts
    reviewed: StrategyFacts
    review: ReviewFacts
    on: datetime.date
    everything: Versions

    @functools.cached_property
    def own(self) -> set[int]:
        """The keys of the strategy and of those that follow it, one after another."""
        own = {self.reviewed.pk}
        while more := {one.pk for one in self.facts.strategies if one.follows_pk in own} - own:
            own |= more
        return own

    @functools.cached_property
    def versions(self) -> list[Judged]:
        return [judged for judged in self.everything if judged.strategy.pk in self.own]

    @functools.cached_property
    def possible(self) -> list[Judged]:
        """The versions that were surely or possibly published after the review, the first before the others."""
        after = [one for one in self.versions if one.start_last and one.start_last > self.review.held_on.earliest]
        return sorted(after, key=_first_published)

    @functools.cached_property
    def revised(self) -> Judged | None:
        """The first version published surely after the review, and surely out by the day."""
        return next((one for one in self.possible if self.surely_after(one) and self.surely_out(one)), None)

    @functools.cached_property
    def ended_by(self) -> ReviewFacts | None:
        """The review that, before any revised version was published, decided to keep the strategy, or to revise it again."""
        for later in self._later():
            before_any = all(one.start_first and one.start_first > later.held_on.latest for one in self.possible)
            if later.held_on.by(self.on) is Truth.YES and before_any:
                return later
        return None

    def surely_after(self, judged: Judged) -> bool:
        return judged.start_first is not None and judged.start_first > self.review.held_on.latest

    def surely_out(self, judged: Judged) -> bool:
        return any(one.published_on.by(self.on) is Truth.YES for one in judged.version.publications)

    def _later(self) -> list[ReviewFacts]:
        """Those that kept it and surely came later; and those that decided the same and come later in order, because whichever of two
        such decisions was in truth the last speaks for both."""
        kept = [one for one in self.kept() if one.held_on.earliest > self.review.held_on.latest]
        again = [r for r in known_reviews(self.reviewed, self.on) if r.decision == "revise" and review_order(r) > review_order(self.review)]
        return kept + sorted(again, key=review_order)

    def kept(self) -> list[ReviewFacts]:
        return sorted((r for r in known_reviews(self.reviewed, self.on) if r.decision == "keep"), key=review_order)


def _first_published(judged: Judged) -> tuple[datetime.date, datetime.date, int, int]:
    never = datetime.date.max
    return judged.start_first or never, judged.start_last or never, judged.strategy.pk, judged.version.number
