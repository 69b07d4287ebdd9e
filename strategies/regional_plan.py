"""The actions in a funder's order: by its themes, and last those that stand under none."""

import dataclasses
import datetime

from partnerships.models import Partnership
from strategies import queries_regional as queries
from strategies.action_lines import ActionLine
from strategies.models import PlanTheme
from svduty.vague_dates import Truth

NO_THEME = "Under no theme"


@dataclasses.dataclass(frozen=True)
class ThemeGroup:
    """`theme` None: the actions under none. `ended`: the funder has this theme no more."""

    theme: PlanTheme | None
    lines: list[ActionLine]
    ended: bool = False

    @property
    def title(self) -> str:
        return f"{self.theme.position}. {self.theme.title}" if self.theme else NO_THEME


def regional_groups(partnership: Partnership, on: datetime.date) -> list[ThemeGroup]:
    """Every theme that lasts, with or without actions; one that has ended only while actions stand under it."""
    lines = queries.lines_by_theme(partnership, on)
    groups = [ThemeGroup(theme, lines.get(theme.pk, []), _ended(theme, on)) for theme in queries.themes_of(partnership)]
    shown = [group for group in groups if group.lines or not group.ended]
    return [*shown, ThemeGroup(None, lines[None])] if None in lines else shown


def _ended(theme: PlanTheme, on: datetime.date) -> bool:
    return bool(theme.ends and theme.ends.by(on) == Truth.YES)
