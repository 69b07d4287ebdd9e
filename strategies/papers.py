"""The records of this floor that may be papers of a meeting."""

from partnerships.models import Partnership
from partnerships.pack.papers import Chapter, Paper
from strategies import queries_papers
from strategies.models import AssessedArea

NOT_RECORDED = "Not recorded"


def version_paper(partnership: Partnership, pk: int) -> Paper | None:
    """A frozen version: its sections, or the document or link that it is."""
    version = queries_papers.version_for_paper(partnership, pk)
    if version is None:
        return None
    chapters = tuple(Chapter(section["heading"], text=section["text"]) for section in version.sections)
    return Paper(chapters, file=version.document, link=version.link)


def assessment_paper(partnership: Partnership, pk: int) -> Paper | None:
    assessment = queries_papers.assessment_for_paper(partnership, pk)
    if assessment is None:
        return None
    period = " to ".join(str(day) for day in (assessment.period_from, assessment.period_to) if day)
    facts = (
        ("Looks at the time", period or NOT_RECORDED),
        ("Completed on", str(assessment.completed_on or NOT_RECORDED)),
        ("Approved by", assessment.approved_by or NOT_RECORDED),
    )
    areas = [
        Chapter(f"What was found in {found.area}", pairs=(("Kinds", found.kinds or NOT_RECORDED), ("Causes", _causes(found))))
        for found in queries_papers.assessed_areas_for_paper(assessment)
    ]
    chapters = [
        Chapter("The assessment", pairs=facts),
        Chapter("Findings", points=tuple(assessment.finding_lines)),
        Chapter("Recommendations", points=tuple(assessment.recommendation_lines)),
        *areas,
    ]
    return Paper(tuple(one for one in chapters if one.points or one.pairs), file=assessment.document, link=assessment.link)


def _causes(found: AssessedArea) -> str:
    return found.causes or found.causes_note or NOT_RECORDED


def review_paper(partnership: Partnership, pk: int) -> Paper | None:
    review = queries_papers.review_for_paper(partnership, pk)
    if review is None:
        return None
    looked = ". ".join(filter(None, [review.get_assessment_looked_display(), review.assessment_note]))
    facts = (
        ("Strategy", review.strategy.title),
        ("Completed on", str(review.held_on)),
        ("Decision", review.get_decision_display() or NOT_RECORDED),
        ("The needs assessment", looked or NOT_RECORDED),
    )
    return Paper(
        (Chapter("The review", pairs=facts), Chapter("What the review found", text=review.findings or NOT_RECORDED)), link=review.link
    )
