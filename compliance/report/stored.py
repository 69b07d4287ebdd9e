"""An issued report's own findings, as they were kept, for its page. Nothing is worked out again."""

import datetime
from typing import Any

from compliance.models import IssuedReport
from svduty import dates

COLUMNS = ["Duty", "Answer", "Why", "Due"]


def finding_rows(report: IssuedReport, *, current: bool) -> list[list[Any]]:
    """Cells of the record table: the duty and its subject, the status, why, and the date."""
    return [
        [
            {"text": finding["title"], "sub": finding["subject"]},
            {"text": "", "status": finding["status"]},
            finding["why"],
            _due(finding["due"]),
        ]
        for finding in report.findings
        if finding["current"] is current
    ]


def _due(due: dict[str, Any] | None) -> str:
    if not due or not due["on"]:
        return "No fixed date"
    day = dates.say_short(datetime.date.fromisoformat(due["on"]))
    return day if due["in_law"] else f"{day} ({due.get('standing', 'local target')})"
