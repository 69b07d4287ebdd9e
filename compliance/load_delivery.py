"""What is done to carry a strategy out, what is measured, what may go wrong and who was trained: the shares of the facts."""

from typing import Any

from django.db.models import F, Q

from compliance.facts import ActionFacts, MeasureFacts, NewsFacts, ReadingFacts, RiskFacts, TrainingFacts
from compliance.load_rows import STANDING, grouped, with_parts
from strategies.models import Action, Measure, ProgressUpdate, Risk, TrainingRecord
from strategies.models.training import Sector


def actions_of(partnership_pks: list[int]) -> dict[int, tuple[ActionFacts, ...]]:
    """The actions by partnership, each with the news of it. An objective that was withdrawn still says to which strategy they belong."""
    wanted = ("pk", "partnership", "title", "strategy", "owner", "owner__name", "relevant_authority__name", "starts", "due", "carried_from")
    rows = Action.objects.filter(partnership__in=partnership_pks, **STANDING).annotate(strategy=F("objective__strategy")).order_by("pk")
    news = _news(partnership_pks)

    def make(row: Any) -> ActionFacts:
        return ActionFacts(
            pk=row.pk,
            title=row.title,
            strategy_pk=row.strategy,
            owner_pk=row.owner,
            owner=row.owner__name or "",
            named=row.relevant_authority__name or "",
            starts=row.starts,
            due=row.due,
            news=news[row.pk],
            carried_from=row.carried_from,
        )

    return grouped(rows.values_list(*wanted, named=True), lambda row: row.partnership, make)


def _news(partnership_pks: list[int]) -> dict[int, tuple[NewsFacts, ...]]:
    """The news by action, without its words."""
    rows = ProgressUpdate.objects.filter(partnership__in=partnership_pks, actions__isnull=False, **STANDING).order_by("pk")
    wanted: Any = rows.annotate(no_reason=Q(reason="")).values_list("actions", "pk", "on", "state", "no_reason")
    return grouped(wanted, lambda row: row[0], lambda row: NewsFacts(row[1], row[2].earliest, row[3], not row[4]))


def measures_of(partnership_pks: list[int]) -> dict[int, tuple[MeasureFacts, ...]]:
    """The measures by partnership, with the days that their readings cover."""
    own = ("partnership", "pk", "name", "every_months", "days_to_report", "starts", "ends", "source_body", "source_body__name")
    found = with_parts(Measure.objects.filter(partnership__in=partnership_pks), "readings", own, ("pk", "first", "last"))

    def make(item: tuple[Any, list[Any]]) -> MeasureFacts:
        (_, pk, name, every_months, days_to_report, starts, ends, source_pk, source), readings = item
        figures = tuple(ReadingFacts(*one) for one in readings)
        return MeasureFacts(pk, name, every_months, days_to_report, starts, ends, figures, source_pk, source or "")

    return grouped(found.items(), lambda item: item[0][0], make)


def risks_of(partnership_pks: list[int]) -> dict[int, tuple[RiskFacts, ...]]:
    """The risks by partnership, without what is said of them."""
    wanted = ("pk", "partnership", "title", "owner", "post", "likelihood", "impact", "reviewed_on", "review_on", "starts", "ends")

    def make(row: Any) -> RiskFacts:
        owned, rated = bool(row.owner or row.post), bool(row.likelihood and row.impact)
        return RiskFacts(row.pk, row.title, owned, rated, row.reviewed_on, row.review_on, row.starts, row.ends)

    rows: Any = Risk.objects.filter(partnership__in=partnership_pks).order_by("pk").values_list(*wanted, named=True)
    return grouped(rows, lambda row: row.partnership, make)


def training_of(partnership_pks: list[int]) -> dict[int, tuple[TrainingFacts, ...]]:
    """Who was trained, by partnership."""
    rows: Any = TrainingRecord.objects.filter(partnership__in=partnership_pks, **STANDING).order_by("pk")
    wanted = rows.values_list("partnership", "pk", "title", "sector", "held_on", "people")
    return grouped(wanted, lambda row: row[0], lambda row: TrainingFacts(row[1], row[2], Sector(row[3]).label, row[4], row[5]))
