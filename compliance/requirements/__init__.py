"""The catalogue of requirements. One file a family; this page lists them in order."""

from compliance.requirements import (
    assessment,
    assuring,
    carrying_out,
    collaborating,
    consultation,
    definition,
    governance,
    homicide_reviews,
    measuring,
    meeting,
    partnership_plan,
    planning,
    policing_body,
    publication,
    regional_plan,
    replying,
    reviewing,
    revising,
    risks,
    scrutinising,
    sharing,
    spending,
    strategy,
    taking_part,
    training,
)
from compliance.requirements.requirement import Requirement, listed
from compliance.requirements.waiting import WAITING

# Rises whenever a rule, a text or the shape of the facts changes: remembered answers of an older catalogue are not used.
CATALOGUE_VERSION = 12

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
    *carrying_out.REQUIREMENTS,
    *reviewing.REQUIREMENTS,
    *revising.REQUIREMENTS,
    *collaborating.REQUIREMENTS,
    *sharing.REQUIREMENTS,
    *policing_body.REQUIREMENTS,
    *partnership_plan.REQUIREMENTS,
    *scrutinising.REQUIREMENTS,
    *replying.REQUIREMENTS,
    *spending.REQUIREMENTS,
    *regional_plan.REQUIREMENTS,
    *measuring.REQUIREMENTS,
    *risks.REQUIREMENTS,
    *assuring.REQUIREMENTS,
    *training.REQUIREMENTS,
    *homicide_reviews.REQUIREMENTS,
)
# What the duty also asks and this catalogue does not look at yet. Pages and reports that speak of the whole say so.
NOT_LOOKED_AT = listed(f"“{waiting.title}”" for waiting in WAITING)
BY_CODE = {requirement.code: requirement for requirement in CATALOGUE}
