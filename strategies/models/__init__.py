"""What the partnership writes and does: assessments, strategies, their draft and frozen versions, what happened to each, and reviews."""

from strategies.models.assessment import AssessedArea, DataSource, NeedsAssessment
from strategies.models.comment import Comment, VersionRead
from strategies.models.consultation import Consultation, ConsultationAnswer, Consultee, NumberInArea
from strategies.models.contents import AlignedStrategy, ContentsCheck, ContentsElement, EqualityAssessment
from strategies.models.draft_import import DraftImport
from strategies.models.paper import IssuedPaper, PaperKind
from strategies.models.public_page import PublicPage
from strategies.models.publication import Publication
from strategies.models.review import AnnualReview, ReviewArrangement
from strategies.models.round import ApprovalRound, Vote
from strategies.models.strategy import Section, Strategy
from strategies.models.version import Approval, SensitivityCheck, Version

__all__ = [
    "AlignedStrategy",
    "AnnualReview",
    "Approval",
    "ApprovalRound",
    "AssessedArea",
    "Comment",
    "Consultation",
    "ConsultationAnswer",
    "Consultee",
    "ContentsCheck",
    "ContentsElement",
    "DataSource",
    "DraftImport",
    "EqualityAssessment",
    "IssuedPaper",
    "NeedsAssessment",
    "NumberInArea",
    "PaperKind",
    "PublicPage",
    "Publication",
    "ReviewArrangement",
    "Section",
    "SensitivityCheck",
    "Strategy",
    "Version",
    "VersionRead",
    "Vote",
]
