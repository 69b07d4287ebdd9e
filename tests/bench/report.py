"""What Anyborough's whole report costs: our share beside the engine's on the same document; printed as JSON.

The partnership is loaded in a transaction that is taken back, so that nothing else measured here feels it.
"""

import json
import tempfile
import time
from collections.abc import Callable
from typing import TypeVar

import django

django.setup()

from django.conf import settings  # noqa: E402 - models can only be read once Django is set up
from django.db import transaction  # noqa: E402

from compliance.actions.issue_report import _keep  # noqa: E402
from compliance.examples.anyborough import load  # noqa: E402
from compliance.report.carried import carried_with  # noqa: E402
from compliance.report.content import Issue  # noqa: E402
from compliance.report.document import report_html  # noqa: E402
from compliance.report.gather import gather  # noqa: E402
from partnerships.models import Partnership  # noqa: E402
from svduty import clock  # noqa: E402
from svduty.pdf import workshop  # noqa: E402
from svduty.pdf.render import manuscript  # noqa: E402

REPEATS = 3
Given = TypeVar("Given")
took: dict[str, list[float]] = {}


def timed(name: str, step: Callable[[], Given]) -> Given:
    began = time.perf_counter()
    given = step()
    took.setdefault(name, []).append(time.perf_counter() - began)
    return given


def measure(partnership: Partnership) -> dict[str, float]:
    issue = Issue(number=1, on=clock.today(), signed_off_by="Chair of the board")
    peak = 0
    for _ in range(REPEATS):
        source = timed("gather", lambda: gather(partnership, clock.today()))
        content, html = timed("html", lambda source=source: report_html(source, issue))
        carried = timed("carried", lambda source=source: carried_with(source))
        made = workshop.make(manuscript(html, title=content.title, author=content.name, on=issue.on, attachments=carried))
        took.setdefault("engine", []).append(made.engine_seconds)
        took.setdefault("child", []).append(made.seconds)
        peak = max(peak, made.peak_mb)
        with transaction.atomic():
            timed("store", lambda source=source, made=made: _keep(partnership, source, issue, made.pdf, None, None))
            transaction.set_rollback(True)
    best = {name: min(seconds) for name, seconds in took.items()}
    ours = sum(best[name] for name in ("gather", "html", "carried", "store"))
    return best | {"ours": ours, "share": ours / best["engine"], "peak_mb": peak, "kb": len(made.pdf) / 1000}


with tempfile.TemporaryDirectory() as media, transaction.atomic():
    settings.MEDIA_ROOT = media
    load(clock.today(), lambda words: None)
    print(json.dumps(measure(Partnership.objects.get(slug="anyborough"))))
    transaction.set_rollback(True)
