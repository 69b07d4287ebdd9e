"""Everything an evaluation may know: frozen, plain, made of dates, names and counts. Nothing here asks a database or a clock.

Withdrawn records are left out when facts are loaded. Dates of happenings are vague dates; `None` means "not recorded".
"""

from compliance.facts.assessment import AssessedAreaFacts, AssessmentFacts, NumberFacts
from compliance.facts.partnership import DeadlineFacts, PartnershipFacts
from compliance.facts.strategy import ArrangementFacts, ElementFacts, ReviewFacts, StrategyFacts
from compliance.facts.version import (
    ApprovalFacts,
    CheckFacts,
    ConsultationFacts,
    ContentsFacts,
    EqualityFacts,
    PublicationFacts,
    SubmissionFacts,
    VersionFacts,
)
from compliance.facts.who import AreaFacts, AuthorityTypeFacts, DefinitionFacts, FactorFacts, HolderFacts, LeadFacts, ScopeFacts, lasts_on

__all__ = [
    "ApprovalFacts",
    "AreaFacts",
    "ArrangementFacts",
    "AssessedAreaFacts",
    "AssessmentFacts",
    "AuthorityTypeFacts",
    "CheckFacts",
    "ConsultationFacts",
    "ContentsFacts",
    "DeadlineFacts",
    "DefinitionFacts",
    "ElementFacts",
    "EqualityFacts",
    "FactorFacts",
    "HolderFacts",
    "LeadFacts",
    "NumberFacts",
    "PartnershipFacts",
    "PublicationFacts",
    "ReviewFacts",
    "ScopeFacts",
    "StrategyFacts",
    "SubmissionFacts",
    "VersionFacts",
    "lasts_on",
]
