"""Loading the examples in a test, and what follows from them."""

import datetime
import functools
import io
from unittest import mock

from django.apps import apps
from django.core.management import call_command
from django.test import override_settings

from compliance.evaluate import evaluate
from compliance.examples import anyborough_evidence
from compliance.finding import Finding, Status
from compliance.load_facts import load_facts
from partnerships.models import Partnership
from svduty.pdf import render_pdf

# Setting its two papers in type takes most of the time that loading Anyborough does.
_typeset_once = functools.cache(render_pdf)


def load(*names: str, debug: bool = True, **options: bool) -> str:
    """Load the examples of these names, or all, and give back what was said."""
    said = io.StringIO()
    with override_settings(DEBUG=debug), mock.patch.object(anyborough_evidence, "render_pdf", _typeset_once):
        call_command("load_example", *names, stdout=said, **{"without_report": True, **options})
    return said.getvalue()


def everything() -> dict[str, list[dict[str, object]]]:
    """Every row of every table of ours."""
    labels = {"partnerships", "strategies", "compliance"}
    return {
        model._meta.label: list(model._default_manager.order_by("pk").values())
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in labels
    }


def all_texts() -> list[str]:
    return [str(value) for rows in everything().values() for row in rows for value in row.values() if isinstance(value, str | list | dict)]


def findings(slug: str, on: datetime.date) -> list[Finding]:
    [facts] = load_facts([Partnership.objects.get(slug=slug)])
    return evaluate(facts, on)


def statuses(slug: str, on: datetime.date) -> dict[str, Status]:
    """Requirement -> the worst of its current findings."""
    worst: dict[str, Status] = {}
    for finding in findings(slug, on):
        if finding.current:
            worst[finding.code] = min(worst.get(finding.code, finding.status), finding.status, key=lambda status: status.rank)
    return worst
