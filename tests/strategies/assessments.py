"""A needs assessment as the tests of its pages begin with it."""

from partnerships.models import LocalGovernmentArea
from strategies.models import AssessedArea, NeedsAssessment
from tests.cast import Cast, day

PAPER = {
    "title": "Strategic Needs Assessment 2023",
    "period_from": "April 2021",
    "period_to": "March 2023",
    "completed_on": "30 10 2023",
    "approved_by": "Safety Board",
    "approved_on": "14 11 2023",
    "recommendations": "Plan patrols after school.\n\n  Share hospital data.  ",
}
FOUND = {"kinds": "Robbery with a knife\nGroup violence", "causes": "Exclusion from school", "causes_note": ""}


def make_assessment(cast: Cast, title: str = "Needs 2023") -> NeedsAssessment:
    return NeedsAssessment.objects.create(partnership=cast.ours, title=title, completed_on=day("2023-10-30"))


def make_found(assessment: NeedsAssessment, area: LocalGovernmentArea) -> AssessedArea:
    return AssessedArea.objects.create(assessment=assessment, area=area, **FOUND)
