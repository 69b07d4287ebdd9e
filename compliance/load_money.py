"""Money's share of the facts: streams with their lines and returns, and the plans that funders asked for."""

from typing import Any

from compliance.facts import LineFacts, ReturnFacts, SendingFacts, StreamFacts
from compliance.load_rows import STANDING, grouped, with_parts
from strategies.models import FundingStream, GrantReturn, RegionalPlanSending


def streams_of(partnership_pks: list[int]) -> dict[int, tuple[StreamFacts, ...]]:
    """The streams by partnership, with their lines, those only planned and ranges left out, and the returns on them."""
    own = ("partnership", "pk", "name", "duty_grant", "may_carry_over", "starts", "ends")
    streams = FundingStream.objects.filter(partnership__in=partnership_pks)
    found = with_parts(streams, "lines", own, ("pk", "kind", "year", "cost_type", "amount", "on", "planned", "up_to"))
    returns = grouped(
        GrantReturn.objects.filter(stream__partnership__in=partnership_pks, **STANDING)
        .order_by("pk")
        .values_list("stream", "pk", "year", "quarter", "due_on", "sent_on"),
        lambda row: row[0],
        lambda row: ReturnFacts(*row[1:]),
    )

    def make(item: tuple[Any, list[Any]]) -> StreamFacts:
        (_, pk, name, duty_grant, may_carry_over, starts, ends), lines = item
        counted = [line[:-2] for line in lines if not (line[-2] or line[-1])]
        kept = (LineFacts(key, kind, year, bool(typed), amount, on) for key, kind, year, typed, amount, on in counted)
        hoped_for = len(counted) < len(lines)
        return StreamFacts(pk, name, duty_grant, may_carry_over, starts, ends, tuple(kept), returns[pk], hoped_for)

    return grouped(found.items(), lambda item: item[0][0], make)


def regional_plans_of(partnership_pks: list[int]) -> dict[int, tuple[SendingFacts, ...]]:
    """The plans that a region's funder asked for, by partnership."""
    rows = RegionalPlanSending.objects.filter(partnership__in=partnership_pks, **STANDING).order_by("pk")
    return grouped(
        rows, lambda row: row.partnership_id, lambda row: SendingFacts(row.pk, row.title, row.recipient, row.due_on, row.sent_on)
    )
