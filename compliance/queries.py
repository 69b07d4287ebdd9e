"""Named reads of the top floor."""

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet
from django.db.models.functions import Length

from compliance.models import DeadlineSetting, Evidence, IssuedReport, RequirementWording, Response
from partnerships.models import ActorLabel, Partnership
from svduty.vague_dates import VagueDate


def wordings_on(on: datetime.date) -> dict[str, RequirementWording]:
    """Code -> the wording in force on that day, for the requirements that have one besides the catalogue's."""
    begun = RequirementWording.objects.filter(starts__lte=VagueDate.of(on)).order_by("starts")
    return {wording.code: wording for wording in begun}


def wording_on(code: str, on: datetime.date) -> RequirementWording | None:
    """The wording in force on that day, or None: then the catalogue's own words stand. An empty text in it means the same."""
    return RequirementWording.objects.filter(code=code, starts__lte=VagueDate.of(on)).order_by("starts").last()


def all_wordings() -> QuerySet[RequirementWording]:
    return RequirementWording.objects.order_by("code", "-starts")


def deadline_settings() -> QuerySet[DeadlineSetting]:
    return DeadlineSetting.objects.order_by("code")


def standing_evidence_of(partnership: Partnership) -> QuerySet[Evidence]:
    """Evidence that was not withdrawn."""
    return partnership.evidence.filter(withdrawn_on__isnull=True).select_related("file").order_by("requirement", "dated", "id")


def standing_responses_of(partnership: Partnership) -> QuerySet[Response]:
    """Responses that were not withdrawn."""
    return partnership.responses.filter(withdrawn_on__isnull=True).order_by("requirement", "dated", "id")


def issued_reports_of(partnership: Partnership) -> QuerySet[IssuedReport]:
    """Newest first, with `size` in bytes, without the bytes and what they were made from."""
    return partnership.issued_reports.annotate(size=Length("pdf")).defer("pdf", "facts", "findings").order_by("-number")


def labels_of_people(ids: Iterable[int | None]) -> dict[int, str]:
    """Id -> label, for those whose name has not been erased."""
    return dict(ActorLabel.objects.filter(pk__in={pk for pk in ids if pk}).values_list("actor_id", "label"))
