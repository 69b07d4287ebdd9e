"""Named reads about consultations, each through the partnership: another partnership's record is never found."""

from collections.abc import Iterable

from django.db.models import Count, Q, QuerySet

from partnerships.models import LocalGovernmentArea, Organisation, Partnership
from partnerships.models.body import Standing
from strategies.models import Consultation, ConsultationAnswer, Consultee, NumberInArea, Strategy, Version
from svduty.editing.records import STANDING_FIRST

STANDING = Q(withdrawn_on__isnull=True)
OWNERS = "strategy_version__strategy__partnership"


def consultations_in(partnership: Partnership) -> QuerySet[Consultation]:
    """With the version, without its text."""
    found = Consultation.objects.filter(strategy_version__strategy__partnership=partnership)
    return found.select_related(OWNERS, "area").defer("strategy_version__sections")


def consultations_whole(partnership: Partnership) -> QuerySet[Consultation]:
    """With whom they asked and what was answered, in a fixed number of queries."""
    return consultations_in(partnership).prefetch_related("consultees", "answers", "bodies")


def consultations_named(partnership: Partnership, pks: Iterable[int]) -> QuerySet[Consultation]:
    """The same for those of these keys, in the order in which they opened."""
    return consultations_whole(partnership).filter(pk__in=list(pks)).order_by("opens_on", "id")


def consultations_counted() -> QuerySet[Consultation]:
    """With `listed`, how many bodies are listed one by one, for lists that name nobody."""
    listed = Count("consultees", filter=Q(consultees__withdrawn_on__isnull=True))
    return Consultation.objects.select_related("area").annotate(listed=listed).order_by("opens_on", "id")


def consultations_of(version: Version) -> QuerySet[Consultation]:
    """Those of one version, withdrawn ones among them."""
    return version.consultations.all()


def consultees_in(partnership: Partnership) -> QuerySet[Consultee]:
    found = Consultee.objects.filter(consultation__strategy_version__strategy__partnership=partnership)
    return found.select_related(f"consultation__{OWNERS}").defer("consultation__strategy_version__sections")


def consultees_of(consultation: Consultation) -> QuerySet[Consultee]:
    """Whom it asked, one by one; the withdrawn last."""
    return consultation.consultees.order_by(STANDING_FIRST, "name", "id")


def standing_consultees_of(consultation: Consultation) -> QuerySet[Consultee]:
    return consultation.consultees.filter(STANDING)


def answers_in(partnership: Partnership) -> QuerySet[ConsultationAnswer]:
    found = ConsultationAnswer.objects.filter(consultation__strategy_version__strategy__partnership=partnership)
    return found.select_related(f"consultation__{OWNERS}").defer("consultation__strategy_version__sections")


def answers_to(consultation: Consultation) -> QuerySet[ConsultationAnswer]:
    return consultation.answers.all()


def numbers_in(partnership: Partnership) -> QuerySet[NumberInArea]:
    """Every count of authorities, the newest first, withdrawn ones among them."""
    return NumberInArea.objects.filter(partnership=partnership).select_related("area", "partnership").order_by("-counted_on", "-id")


def newest_numbers(partnership: Partnership, kind: str, areas: Iterable[LocalGovernmentArea]) -> dict[int, int]:
    """By area, how many authorities of a kind there are by the newest count that stands."""
    newest: dict[int, int] = {}
    for count in numbers_in(partnership).filter(STANDING, kind=kind, area__in=list(areas)):
        newest.setdefault(count.area_id, count.number)
    return newest


def specified_authorities(strategy: Strategy) -> QuerySet[Organisation]:
    """The bodies of the register that take, or took, part as specified authorities for an area of the strategy."""
    held = strategy.partnership.duty_holders.filter(capacity__standing=Standing.SPECIFIED, area__in=strategy.areas.all())
    return Organisation.objects.filter(pk__in=held.values("organisation")).order_by("name")
