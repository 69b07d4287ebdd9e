"""From the database to what the records of carrying a strategy out say beyond their facts. Withdrawn records are left out."""

from decimal import Decimal

from compliance.report import queries
from compliance.report.the_delivery import Figure, PlannedAction, TheDelivery
from partnerships.models import Partnership
from strategies.models import Reading
from strategies.models.measure import Unit

FEW = "Fewer than 5"


def read_delivery(partnership: Partnership) -> TheDelivery:
    """Two queries, however many records there are."""
    return TheDelivery(
        actions=tuple(PlannedAction(row.pk, str(row.objective or ""), row.post) for row in queries.standing_actions_of(partnership)),
        figures=tuple(
            Figure(row.measure_id, row.first, row.last, _said(row), row.breaks) for row in queries.standing_readings_of(partnership)
        ),
    )


def _said(row: Reading) -> str:
    if row.value is None:
        return FEW
    number = f"{row.value.normalize():,f}" if row.value == row.value.to_integral() else f"{row.value:,}"
    if row.measure.unit == Unit.POUNDS:
        return f"£{row.value.quantize(Decimal('0.01')):,}"
    return f"{number} %" if row.measure.unit == Unit.PERCENT else number
