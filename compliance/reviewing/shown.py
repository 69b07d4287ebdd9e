"""The blocks of a review as a page draws them, with the addresses that this person may open."""

from typing import Any

from compliance.addresses import open_to
from compliance.reviewing.block import Block, Row
from partnerships.access.requests import PartnershipRequest
from strategies.review_words import cells_of


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
