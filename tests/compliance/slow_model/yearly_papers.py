"""What is asked of the plan, the money, the yearly statement and homicide reviews where nothing of it is recorded."""

from compliance.facts import PartnershipFacts
from tests.compliance.slow_model.days import Answer, Place

NONE_RECORDED = {
    "SVD-CSP-01": "NOT_MET",
    "SVD-FUND-01": "NOT_APPLICABLE",
    "SVD-FUND-02": "NOT_APPLICABLE",
    "SVD-MON-03": "NOT_APPLICABLE",
    "SVD-OWHR-01": "NOT_APPLICABLE",
}


def yearly_papers(facts: PartnershipFacts) -> dict[Place, Answer]:
    return {(code, "partnership"): (status, None, 0) for code, status in NONE_RECORDED.items()}
