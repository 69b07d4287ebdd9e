"""One partnership with everything that is known of it."""

import dataclasses
import datetime

from compliance.facts.assessment import AssessmentFacts, NumberFacts
from compliance.facts.delivery import ActionFacts, MeasureFacts, RiskFacts, TrainingFacts
from compliance.facts.governance import (
    BoardFacts,
    CollaborationFacts,
    DecisionFacts,
    PolicingContactFacts,
    PolicingRequestFacts,
    SharingFacts,
)
from compliance.facts.money import SendingFacts, StreamFacts
from compliance.facts.scrutiny import (
    HomicideReviewFacts,
    PartnershipPlanFacts,
    ScrutinyMeetingFacts,
    ScrutinyReportFacts,
    StatementFacts,
)
from compliance.facts.strategy import ElementFacts, StrategyFacts
from compliance.facts.who import AreaFacts, AuthorityTypeFacts, DefinitionFacts, HolderFacts, LeadFacts


@dataclasses.dataclass(frozen=True)
class DeadlineFacts:
    """Editable numbers of one deadline rule: the "due soon" window and, where the law sets no date, our local target, in days."""

    code: str
    window_days: int
    target_days: int | None


@dataclasses.dataclass(frozen=True)
class PartnershipFacts:
    """One partnership. Its records are complete from `records_from` to `records_to` (None: to this day), but for the requirements whose
    codes are `not_in_papers`. `homicide_reviews`: are offensive weapons homicide reviews in force here?"""

    pk: int
    slug: str
    name: str
    records_from: datetime.date
    records_to: datetime.date | None
    authority_types: tuple[AuthorityTypeFacts, ...]
    deadlines: tuple[DeadlineFacts, ...]
    areas: tuple[AreaFacts, ...] = ()
    holders: tuple[HolderFacts, ...] = ()
    leads: tuple[LeadFacts, ...] = ()
    definitions: tuple[DefinitionFacts, ...] = ()
    strategies: tuple[StrategyFacts, ...] = ()
    assessments: tuple[AssessmentFacts, ...] = ()
    numbers: tuple[NumberFacts, ...] = ()
    elements: tuple[ElementFacts, ...] = ()
    not_in_papers: tuple[str, ...] = ()
    boards: tuple[BoardFacts, ...] = ()
    decisions: tuple[DecisionFacts, ...] = ()
    sharing: tuple[SharingFacts, ...] = ()
    policing_requests: tuple[PolicingRequestFacts, ...] = ()
    collaboration: tuple[CollaborationFacts, ...] = ()
    policing_contacts: tuple[PolicingContactFacts, ...] = ()
    actions: tuple[ActionFacts, ...] = ()
    measures: tuple[MeasureFacts, ...] = ()
    risks: tuple[RiskFacts, ...] = ()
    training: tuple[TrainingFacts, ...] = ()
    streams: tuple[StreamFacts, ...] = ()
    regional_plans: tuple[SendingFacts, ...] = ()
    scrutiny_meetings: tuple[ScrutinyMeetingFacts, ...] = ()
    scrutiny_reports: tuple[ScrutinyReportFacts, ...] = ()
    partnership_plans: tuple[PartnershipPlanFacts, ...] = ()
    statements: tuple[StatementFacts, ...] = ()
    homicide_reviews: bool = False
    homicides: tuple[HomicideReviewFacts, ...] = ()

    def complete_on(self, day: datetime.date) -> bool:
        """Does `day` lie in the time for which records are complete?"""
        return self.records_from <= day and (self.records_to is None or day <= self.records_to)

    def deadline(self, code: str) -> DeadlineFacts:
        for deadline in self.deadlines:
            if deadline.code == code:
                return deadline
        raise LookupError(f"There is no rule {code} for a date.")
