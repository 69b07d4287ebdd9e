"""What the partnership writes and does: assessments, strategies, their draft and frozen versions, what happened to each, and reviews."""

from strategies.models.assessment import AssessedArea, DataSource, NeedsAssessment
from strategies.models.assurance import AssuranceStatement, HomicideReview, ReadinessAssessment, ReadinessTheme
from strategies.models.comment import Comment, VersionRead
from strategies.models.composed import CommitteeReport
from strategies.models.consultation import Consultation, ConsultationAnswer, Consultee, NumberInArea
from strategies.models.contents import AlignedStrategy, ContentsCheck, ContentsElement, EqualityAssessment
from strategies.models.delivery import Action, Milestone, Objective, PlanTheme
from strategies.models.draft_import import DraftImport
from strategies.models.measure import Measure, Reading
from strategies.models.money import FundingLine, FundingStream, GrantReturn
from strategies.models.paper import IssuedPaper, PaperKind
from strategies.models.plan import PartnershipPlan, RegionalPlanSending
from strategies.models.progress import ActionAsked, NewsAsked, ProgressUpdate
from strategies.models.public_page import PublicPage
from strategies.models.publication import Publication
from strategies.models.review import AnnualReview, ReviewArrangement
from strategies.models.review_work import ReviewWork
from strategies.models.risk import Risk
from strategies.models.roll_forward import RollForward
from strategies.models.round import ApprovalRound, Vote
from strategies.models.scrutiny import ScrutinyMeeting, ScrutinyReport, ScrutinyRequest
from strategies.models.strategy import Section, Strategy
from strategies.models.training import TrainingRecord
from strategies.models.version import Approval, SensitivityCheck, Version
from strategies.models.workbook_import import ImportState, WorkbookImport, WorkbookKind

__all__ = [
    "Action",
    "ActionAsked",
    "AlignedStrategy",
    "AnnualReview",
    "Approval",
    "ApprovalRound",
    "AssessedArea",
    "AssuranceStatement",
    "Comment",
    "CommitteeReport",
    "Consultation",
    "ConsultationAnswer",
    "Consultee",
    "ContentsCheck",
    "ContentsElement",
    "DataSource",
    "DraftImport",
    "EqualityAssessment",
    "FundingLine",
    "FundingStream",
    "GrantReturn",
    "HomicideReview",
    "ImportState",
    "IssuedPaper",
    "Measure",
    "Milestone",
    "NeedsAssessment",
    "NewsAsked",
    "NumberInArea",
    "Objective",
    "PaperKind",
    "PartnershipPlan",
    "PlanTheme",
    "ProgressUpdate",
    "PublicPage",
    "Publication",
    "ReadinessAssessment",
    "ReadinessTheme",
    "Reading",
    "RegionalPlanSending",
    "ReviewArrangement",
    "ReviewWork",
    "Risk",
    "RollForward",
    "ScrutinyMeeting",
    "ScrutinyReport",
    "ScrutinyRequest",
    "Section",
    "SensitivityCheck",
    "Strategy",
    "TrainingRecord",
    "Version",
    "VersionRead",
    "Vote",
    "WorkbookImport",
    "WorkbookKind",
]
