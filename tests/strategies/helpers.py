"""What the tests of this floor say again and again: addresses, and forms filled in well."""

from typing import Any

from django.urls import reverse

from partnerships.models import AuditEntry, LocalGovernmentArea
from strategies.models import (
    AnnualReview,
    Approval,
    ContentsCheck,
    EqualityAssessment,
    Publication,
    Section,
    SensitivityCheck,
    Strategy,
    Version,
)
from tests.cast import day

ANSWERED_WELL = dict.fromkeys(("safety", "prevention", "investigation", "institutions", "persons"), "yes")
CHECK = {**ANSWERED_WELL, "result": "nothing", "checked_by": "Head of Community Safety", "checked_on": "5 1 2024"}
APPROVAL = {"decided_by": "Cabinet", "decided_on": "16 1 2024", "outcome": "approved", "cautions_seen": "unassessed"}
OTHER_FORM = {"other_form": "Leaflet", "audience": "Young people", "published_on": "31 1 2024", "language": "en"}


def at(route: str, *args: Any, slug: str = "anyborough") -> str:
    return reverse(route, args=[slug, *args])


def strategy_data(area: LocalGovernmentArea, **changes: Any) -> dict[str, Any]:
    return {"title": "Serious Violence Strategy 2024 to 2027", "legal_basis": "s8", "areas": [area.pk], **changes}


def website_data(for_area: LocalGovernmentArea, **changes: Any) -> dict[str, Any]:
    return {"address": "https://www.example.gov.uk/s", "published_on": "31 1 2024", "language": "en", "area": for_area.pk, **changes}


def make_section(strategy: Strategy, heading: str = "Purpose", text: str = "Fewer people hurt.", position: int = 1, **more: Any) -> Section:
    return Section.objects.create(strategy=strategy, heading=heading, text=text, position=position, **more)


def make_check(version: Version, on: str = "2024-01-05", result: str = "nothing") -> SensitivityCheck:
    said = dict.fromkeys(ANSWERED_WELL, True)
    return SensitivityCheck.objects.create(strategy_version=version, **said, result=result, checked_by="Head of Safety", checked_on=day(on))


def make_approval(version: Version, on: str = "2024-01-16", by: str = "Cabinet") -> Approval:
    return Approval.objects.create(strategy_version=version, decided_by=by, decided_on=day(on), outcome="approved")


def make_publication(version: Version, on: str = "2024-01-31", form: str = "Leaflet") -> Publication:
    return Publication.objects.create(strategy_version=version, way="other", other_form=form, published_on=day(on))


def make_contents_check(version: Version, on: str = "2024-01-08", **answers: tuple[str, str]) -> ContentsCheck:
    """`definition=("yes", "section 2")`; an underscore in a name stands for the dash of the element's code."""
    said = {code.replace("_", "-"): {"covered": covered, "where": where} for code, (covered, where) in answers.items()}
    return ContentsCheck.objects.create(strategy_version=version, answers=said, checked_by="Strategy Officer", checked_on=day(on))


def make_equality(version: Version, on: str = "2024-01-10", title: str = "Equality impact assessment") -> EqualityAssessment:
    return EqualityAssessment.objects.create(strategy_version=version, title=title, made_on=day(on), made_by="Equalities Team")


def make_review(strategy: Strategy, on: str = "2025-01-10", **said: str) -> AnnualReview:
    """A review that leaves nothing out, unless told otherwise."""
    fields = {"findings": "Fewer hospital visits.", "decision": "keep", "decided_by": "Board", "assessment_looked": "still-right"}
    return AnnualReview.objects.create(strategy=strategy, held_on=day(on), **{**fields, **said})


def last_event() -> AuditEntry:
    return AuditEntry.objects.order_by("-pk")[0]


def text_of(response: Any) -> str:
    """The page as a reader sees its words: entities resolved."""
    import html

    return html.unescape(response.content.decode())
