"""The blocks of a review as a page draws them, with the addresses that this person may open."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.utils.safestring import SafeString

from compliance.addresses import open_to
from compliance.reviewing.block import Block, Row
from partnerships.access.requests import PartnershipRequest
from strategies.measuring import points_of, target_words
from strategies.models import Measure
from strategies.review_words import cells_of
from svduty.charts.lines import NARROW, line_chart


def shown(request: PartnershipRequest, blocks: list[Block]) -> list[dict[str, Any]]:
    return [
        {
            "key": block.key,
            "title": block.title,
            "said": block.said,
            "source": block.source,
            "url": open_to(request, block.route),
            "columns": block.columns,
            "numeric": block.numeric,
            "rows": [{"cells": cells_of(block.columns, block.numeric, row.cells), "url": _url(request, row)} for row in block.rows],
        }
        for block in blocks
    ]


def _url(request: PartnershipRequest, row: Row) -> str:
    kind, _, code = row.kind.partition(":")
    if code:
        return open_to(request, kind, code=code)
    return open_to(request, kind, pk=row.pk) if kind and row.pk else ""


def charts_of(measures: Iterable[Measure], on: datetime.date) -> list[tuple[str, SafeString]]:
    """Of each measure with two figures or more by that day: its name, and its line, small enough for two beside each other."""
    found = []
    for measure in measures:
        points = points_of(measure, [one for one in measure.figures if one.last <= on])  # type: ignore[attr-defined]  # prefetched
        if len(points) > 1:
            told = target_words(measure)
            drawn = line_chart(
                points, ident=f"measure-{measure.pk}", title=measure.name, target=measure.target, target_words=told, width=NARROW
            )
            found.append((measure.name, drawn))
    return found
