"""The catalogue of requirements. One file a family; this page lists them in order."""

from compliance.requirements import assessment, consultation, definition, publication, reviewing, strategy, taking_part
from compliance.requirements.requirement import Requirement

# Rises whenever a rule, a text or the shape of the facts changes: remembered answers of an older catalogue are not used.
CATALOGUE_VERSION = 5

CATALOGUE: tuple[Requirement, ...] = (
    *taking_part.REQUIREMENTS,
    *definition.REQUIREMENTS,
    *assessment.REQUIREMENTS,
    *consultation.REQUIREMENTS,
    *strategy.REQUIREMENTS,
    *publication.REQUIREMENTS,
    *reviewing.REQUIREMENTS,
)
# What the duty also asks and this catalogue does not look at yet. Pages and reports that speak of the whole say so.
NOT_LOOKED_AT = (
    "planning together and governance, each partner's data, what the answers to a consultation changed, engaging communities, carrying "
    "the strategy out, information sharing, revising it when a review asks for it, co-operation with the policing body, the partnership "
    "plan, scrutiny, funding, monitoring and homicide reviews"
)
BY_CODE = {requirement.code: requirement for requirement in CATALOGUE}
