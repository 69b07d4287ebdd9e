"""Evidence, sending, responses and issued reports: what the answers rest on besides the records below."""

from compliance.models.evidence import Evidence, Response
from compliance.models.report import IssuedReport
from compliance.models.standing import KeptStanding, SeenStandings
from compliance.models.submission import Submission
from compliance.models.wording import DeadlineSetting, RequirementWording

__all__ = ["DeadlineSetting", "Evidence", "IssuedReport", "KeptStanding", "RequirementWording", "Response", "SeenStandings", "Submission"]
