"""The catalogue of requirements. One file a family; this page lists them in order."""

from compliance.requirements import (
    assessment,
    collaborating,
    consultation,
    definition,
    governance,
    meeting,
    planning,
    policing_body,
    publication,
    reviewing,
    revising,
    sharing,
    strategy,
    taking_part,
)
from compliance.requirements.requirement import Requirement

# Rises whenever a rule, a text or the shape of the facts changes: remembered answers of an older catalogue are not used.
CATALOGUE_VERSION = 10

CATALOGUE: tuple[Requirement, ...] = (
    *taking_part.REQUIREMENTS[:1],
    *planning.REQUIREMENTS,
    *taking_part.REQUIREMENTS[1:],
    *governance.REQUIREMENTS,
    *meeting.REQUIREMENTS,
    *definition.REQUIREMENTS,
    *assessment.REQUIREMENTS,
    *consultation.REQUIREMENTS,
    *strategy.REQUIREMENTS,
    *publication.REQUIREMENTS,
    *reviewing.REQUIREMENTS,
    *revising.REQUIREMENTS,
    *collaborating.REQUIREMENTS,
    *sharing.REQUIREMENTS,
    *policing_body.REQUIREMENTS,
)
# What the duty also asks and this catalogue does not look at yet. Pages and reports that speak of the whole say so.
NOT_LOOKED_AT = (
    "each partner's data, what the answers to a consultation changed, engaging communities, carrying the strategy out, "
    "the partnership plan, scrutiny, funding, monitoring and homicide reviews"
)
BY_CODE = {requirement.code: requirement for requirement in CATALOGUE}
