"""Named reads of the top floor."""

import datetime
from collections.abc import Iterable

from django.db.models import Case, IntegerField, Prefetch, QuerySet, Value, When, prefetch_related_objects
from django.db.models.functions import Length

from compliance.models import DeadlineSetting, Evidence, IssuedReport, RequirementWording, Response, SeenStandings, Submission
from compliance.requirements import CATALOGUE
from partnerships.models import ActorLabel, Organisation, Partnership, User
from partnerships.models.body import Standing
from partnerships.queries import organisations_for
from strategies.models import Version
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


def target_days(code: str) -> int | None:
    """The days of our own target for a deadline, as they are set; None where it has none."""
    return DeadlineSetting.objects.filter(code=code).values_list("target_days", flat=True).first()


def standing_evidence_of(partnership: Partnership) -> QuerySet[Evidence]:
    """Evidence that was not withdrawn."""
    return partnership.evidence.filter(withdrawn_on__isnull=True).select_related("file").order_by("requirement", "dated", "id")


def standing_responses_of(partnership: Partnership) -> QuerySet[Response]:
    """Responses that were not withdrawn."""
    return partnership.responses.filter(withdrawn_on__isnull=True).order_by("requirement", "dated", "id")


def evidence_of(partnership: Partnership) -> QuerySet[Evidence]:
    """All evidence in the catalogue's order of duties, the newest of its own date first, withdrawn ones among it."""
    place = Case(
        *(When(requirement=requirement.code, then=Value(place)) for place, requirement in enumerate(CATALOGUE)),
        default=Value(len(CATALOGUE)),
        output_field=IntegerField(),
    )
    return partnership.evidence.select_related("file").order_by(place, "requirement", "-dated", "-id")


def evidence_for(partnership: Partnership, code: str) -> QuerySet[Evidence]:
    """The same for one duty."""
    return evidence_of(partnership).filter(requirement=code)


def requirements_with_evidence(partnership: Partnership) -> set[str]:
    """The codes of the duties for which anything was ever added."""
    return set(partnership.evidence.order_by().values_list("requirement", flat=True).distinct())


def responses_of(partnership: Partnership) -> QuerySet[Response]:
    """Newest first, withdrawn ones among them."""
    return partnership.responses.order_by("-dated", "-id")


def responses_to(partnership: Partnership, code: str) -> QuerySet[Response]:
    """The same for one duty."""
    return responses_of(partnership).filter(requirement=code)


def submissions_in(partnership: Partnership) -> QuerySet[Submission]:
    """Every sending of the partnership's versions, withdrawn ones among them."""
    found = Submission.objects.filter(strategy_version__strategy__partnership=partnership)
    return found.select_related("strategy_version__strategy", "sender", "proof")


def submissions_of(version: Version) -> QuerySet[Submission]:
    """The sendings of one version, in the order they were recorded."""
    return version.submissions.select_related("sender", "proof").order_by("id")


def sendings_of(version: Version) -> list[Submission]:
    """The same, read once for as long as this version is at hand."""
    prefetch_related_objects([version], Prefetch("submissions", Submission.objects.select_related("sender", "proof").order_by("id")))
    return list(version.submissions.all())


def senders(partnership: Partnership) -> QuerySet[Organisation]:
    """Who may have sent it: first the bodies that take part as specified authorities, then all others."""
    specified = partnership.duty_holders.filter(capacity__standing=Standing.SPECIFIED).values("organisation")
    first = Case(When(pk__in=specified, then=Value(0)), default=Value(1), output_field=IntegerField())
    return organisations_for(partnership).order_by(first, "name")


def issued_reports_of(partnership: Partnership) -> QuerySet[IssuedReport]:
    """Newest first, with `size` in bytes, without the bytes and what they were made from."""
    return partnership.issued_reports.annotate(size=Length("pdf")).defer("pdf", "facts", "findings").order_by("-number")


def newest_report_of(partnership: Partnership) -> IssuedReport | None:
    """The last one issued, with what it was made from but without its bytes."""
    return partnership.issued_reports.defer("pdf").order_by("-number").first()


def issued_reports_whole(partnership: Partnership) -> QuerySet[IssuedReport]:
    """With what they were made from and `size` in bytes; the bytes come when they are asked for."""
    return partnership.issued_reports.annotate(size=Length("pdf")).defer("pdf")


def labels_of_people(ids: Iterable[int | None]) -> dict[int, str]:
    """Id -> label, for those whose name has not been erased."""
    return dict(ActorLabel.objects.filter(pk__in={pk for pk in ids if pk}).values_list("actor_id", "label"))


def partnership_and_person(partnership_pk: int, person_pk: int | None) -> tuple[Partnership, User | None]:
    """For whom a task works and who asked for it; a person who is gone is None. Raises Partnership.DoesNotExist."""
    return Partnership.objects.get(pk=partnership_pk), User.objects.filter(pk=person_pk or 0).first()


def seen_standings(user: User) -> SeenStandings | None:
    """How partnerships stood when the person last said that they had seen it."""
    return SeenStandings.objects.filter(user=user).first()
