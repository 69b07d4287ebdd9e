"""Who they are: people and roles, bodies, areas, the local definition, and the record of who did what."""

from partnerships.models.area import LocalGovernmentArea, PartnershipArea, PoliceArea
from partnerships.models.audit import ActorLabel, AuditChain, AuditEntry
from partnerships.models.board import Board, GovernanceReview, Seat
from partnerships.models.body import AuthorityType, DutyHolder, Organisation
from partnerships.models.definition import DefinitionTemplate, LocalDefinition
from partnerships.models.file import StoredFile
from partnerships.models.handover import Handover, OfferedRole
from partnerships.models.invitation import Invitation
from partnerships.models.link import MailedLink, Tally
from partnerships.models.mail import Mail
from partnerships.models.meeting import AgendaItem, Attendance, Decision, Meeting, MeetingAction, PaperRoute, RouteStep
from partnerships.models.pack import BoardPack
from partnerships.models.partnership import LeadAgreement, Partnership
from partnerships.models.person import RoleGrant, User
from partnerships.models.policing_body import PolicingBodyContact
from partnerships.models.session import BrowserSession
from partnerships.models.sharing import CollaborationRequest, PolicingBodyRequest, SharingAgreement
from partnerships.models.succession import Succession, SuccessionKind

__all__ = [
    "ActorLabel",
    "AgendaItem",
    "Attendance",
    "AuditChain",
    "AuditEntry",
    "AuthorityType",
    "Board",
    "BoardPack",
    "BrowserSession",
    "CollaborationRequest",
    "Decision",
    "DefinitionTemplate",
    "DutyHolder",
    "GovernanceReview",
    "Handover",
    "Invitation",
    "LeadAgreement",
    "LocalDefinition",
    "LocalGovernmentArea",
    "Mail",
    "MailedLink",
    "Meeting",
    "MeetingAction",
    "OfferedRole",
    "Organisation",
    "PaperRoute",
    "Partnership",
    "PartnershipArea",
    "PoliceArea",
    "PolicingBodyContact",
    "PolicingBodyRequest",
    "RoleGrant",
    "RouteStep",
    "Seat",
    "SharingAgreement",
    "StoredFile",
    "Succession",
    "SuccessionKind",
    "Tally",
    "User",
]
