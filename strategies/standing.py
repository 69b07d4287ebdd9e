"""Where a strategy and its versions stand, in words for lists and pages. Whether a duty is met is for the floor above to say."""

import datetime
from dataclasses import dataclass

from strategies.cautions import first_approved, first_published
from strategies.models import Strategy, Version
from strategies.models.version import Form

DUTY_BEGAN = datetime.date(2023, 1, 31)  # SI 2022/1227 reg 4
KEPT_AS = {Form.TYPED: "Typed text", Form.DOCUMENT: "Document", Form.LINK: "Link"}


@dataclass(frozen=True)
class VersionLine:
    """One version in a list. `approved` and `published` are what to say of it, empty when nothing is recorded."""

    version: Version
    kept_as: str
    approved: str
    published: str


def line_of(version: Version) -> VersionLine:
    approval = first_approved(version)
    approved = f"{approval.decided_by}, {approval.decided_on}" if approval else ""
    return VersionLine(version, KEPT_AS[Form(version.form)], approved, str(first_published(version) or ""))


def period_of(strategy: Strategy, on: datetime.date) -> str:
    """The period in words, with "expired" or "not begun" where that is sure on the day."""
    start, end = strategy.period_from, strategy.period_to
    if not start and not end:
        return ""
    words = f"{start} to {end}" if start and end else f"From {start}" if start else f"Until {end}"
    if end and end.latest < on:
        return f"{words} (expired)"
    return f"{words} (not begun)" if start and start.earliest > on else words


def before_the_duty(version: Version) -> bool:
    """Is the version surely from before the duty began? It may be recorded, and the page says so."""
    return version.dated.latest < DUTY_BEGAN
