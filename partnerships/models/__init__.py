"""Who they are: people and roles, bodies, areas, the local definition, and the record of who did what."""

from partnerships.models.area import LocalGovernmentArea, PartnershipArea, PoliceArea
from partnerships.models.audit import ActorLabel, AuditChain, AuditEntry
from partnerships.models.body import AuthorityType, DutyHolder, Organisation
from partnerships.models.definition import LocalDefinition
from partnerships.models.file import StoredFile
from partnerships.models.invitation import Invitation
from partnerships.models.link import MailedLink, Tally
from partnerships.models.mail import Mail
from partnerships.models.partnership import LeadAgreement, Partnership
from partnerships.models.person import RoleGrant, User

__all__ = [
    "ActorLabel",
    "AuditChain",
    "AuditEntry",
    "AuthorityType",
    "DutyHolder",
    "Invitation",
    "LeadAgreement",
    "LocalDefinition",
    "LocalGovernmentArea",
    "Mail",
    "MailedLink",
    "Organisation",
    "Partnership",
    "PartnershipArea",
    "PoliceArea",
    "RoleGrant",
    "StoredFile",
    "Tally",
    "User",
]
