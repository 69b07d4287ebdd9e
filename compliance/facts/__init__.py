"""Everything an evaluation may know: frozen, plain, made of dates, names and counts. Nothing here asks a database or a clock.

Withdrawn records are left out when facts are loaded. Dates of happenings are vague dates; `None` means "not recorded".
"""

from compliance.facts.assessment import AssessedAreaFacts, AssessmentFacts, NumberFacts
from compliance.facts.delivery import ActionFacts, MeasureFacts, NewsFacts, ReadingFacts, RiskFacts, TrainingFacts
from compliance.facts.governance import (
    BoardFacts,
    CollaborationFacts,
    DecisionFacts,
    GovernanceReviewFacts,
    MeetingFacts,
    PolicingContactFacts,
    PolicingRequestFacts,
    SeatFacts,
    SharingFacts,
)
from compliance.facts.money import LineFacts, ReturnFacts, SendingFacts, StreamFacts
from compliance.facts.partnership import DeadlineFacts, PartnershipFacts
from compliance.facts.scrutiny import (
    HomicideReviewFacts,
    PartnershipPlanFacts,
    ScrutinyMeetingFacts,
    ScrutinyReportFacts,
    StatementFacts,
)
from compliance.facts.strategy import ArrangementFacts, ElementFacts, ReviewFacts, StrategyFacts
from compliance.facts.version import (
    ApprovalFacts,
    CheckFacts,
    ConsultationFacts,
    ContentsFacts,
    EqualityFacts,
    PublicationFacts,
    RoundFacts,
    SubmissionFacts,
    VersionFacts,
)
from compliance.facts.who import AreaFacts, AuthorityTypeFacts, DefinitionFacts, FactorFacts, HolderFacts, LeadFacts, ScopeFacts
from svduty.vague_dates import lasts_on

__all__ = [
    "ActionFacts",
    "ApprovalFacts",
    "AreaFacts",
    "ArrangementFacts",
    "AssessedAreaFacts",
    "AssessmentFacts",
    "AuthorityTypeFacts",
    "BoardFacts",
    "CheckFacts",
    "CollaborationFacts",
    "ConsultationFacts",
    "ContentsFacts",
    "DeadlineFacts",
    "DecisionFacts",
    "DefinitionFacts",
    "ElementFacts",
    "EqualityFacts",
    "FactorFacts",
    "GovernanceReviewFacts",
    "HolderFacts",
    "HomicideReviewFacts",
    "LeadFacts",
    "LineFacts",
    "MeasureFacts",
    "MeetingFacts",
    "NewsFacts",
    "NumberFacts",
    "PartnershipFacts",
    "PartnershipPlanFacts",
    "PolicingContactFacts",
    "PolicingRequestFacts",
    "PublicationFacts",
    "ReadingFacts",
    "ReturnFacts",
    "ReviewFacts",
    "RiskFacts",
    "RoundFacts",
    "ScopeFacts",
    "ScrutinyMeetingFacts",
    "ScrutinyReportFacts",
    "SeatFacts",
    "SendingFacts",
    "SharingFacts",
    "StatementFacts",
    "StrategyFacts",
    "StreamFacts",
    "SubmissionFacts",
    "TrainingFacts",
    "VersionFacts",
    "lasts_on",
]
