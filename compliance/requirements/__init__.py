"""The catalogue of requirements. One file a family; this page lists them in order."""

from compliance.requirements import definition, publication, strategy, taking_part
from compliance.requirements.requirement import Requirement

# Rises whenever a rule, a text or the shape of the facts changes: remembered answers of an older catalogue are not used.
CATALOGUE_VERSION = 3

CATALOGUE: tuple[Requirement, ...] = (
    *taking_part.REQUIREMENTS,
    *definition.REQUIREMENTS,
    *strategy.REQUIREMENTS,
    *publication.REQUIREMENTS,
)
BY_CODE = {requirement.code: requirement for requirement in CATALOGUE}
