import datetime
from typing import Any

from django import forms

from partnerships.meeting_cautions import about_day
from partnerships.models import Board
from partnerships.planning_year import MOST, BoardYear
from partnerships.queries_meetings import days_of_meetings
from svduty import clock, dates
from svduty.editing.cautious import Caution, Cautions
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm
from svduty.editing.times import TimeOfDayField
from svduty.working_days import closed_because

SPARE = 2  # empty lines for days that were not proposed


class ChooseYearForm(KindForm):
    """Which year to plan, and how many meetings."""

    mark_optional = False
    year = forms.ChoiceField(label="Year", required=False)
    number = forms.IntegerField(label="How many meetings", min_value=1, max_value=MOST, required=False)

    def __init__(self, *args: Any, years: list[BoardYear], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(year.first.isoformat(), year.words) for year in years]  # type: ignore[attr-defined]
        self.fields["number"].error_messages |= dict.fromkeys(
            ["invalid", "min_value", "max_value"], f"Enter how many meetings, a whole number from 1 to {MOST}."
        )


class PlanYearForm(Cautions, KindForm):
    """The days of the meetings, one a line, with one time and place for all. `cleaned_data["days"]` holds the days in order."""

    mark_optional = False
    begins_at = TimeOfDayField(label="Begins at (optional)", required=False, help_text="The same for all, for example 14:00 or 2pm.")
    place = forms.CharField(label="Place (optional)", required=False, max_length=200, help_text="A room, or online.")

    def __init__(self, *args: Any, board: Board, proposed: list[datetime.date], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.board = board
        self.cautions: list[Caution] = []
        sent = [name for name in self.data if name.removeprefix("day").isdecimal()]
        lines = min(max(len(proposed) + SPARE, max((int(name[3:]) for name in sent), default=0)), MOST)
        for number in range(1, lines + 1):
            field = DayFormField(label=f"Meeting {number}", required=False)
            field.initial = proposed[number - 1] if number <= len(proposed) else None
            self.fields[f"day{number}"] = field
        self.day_names = [f"day{number}" for number in range(1, lines + 1)]

    @property
    def lines(self) -> list[tuple[forms.BoundField, str]]:
        """Each line's box, and the weekday of what stands in it, with a word if offices are closed."""
        return [(self[name], _beside(self._day(name))) for name in self.day_names]

    def _day(self, name: str) -> datetime.date | None:
        day = self.cleaned_data.get(name) if self.is_bound and hasattr(self, "cleaned_data") else self.fields[name].initial
        return day if isinstance(day, datetime.date) else None

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        given = {name: cleaned[name] for name in self.day_names if cleaned.get(name)}
        if not given and not self.errors:
            raise forms.ValidationError("Enter the day of at least one meeting, for example 12 5 2027.")
        seen: set[datetime.date] = set()
        for name, day in given.items():
            if day in seen:
                self.add_error(name, f"{dates.say_short(day)} stands in another line already. Put one of them right, or empty it.")
            seen.add(day)
        for day in self._there_already(seen):
            name = next(name for name, given_day in given.items() if given_day == day)
            self.add_error(
                name, f"A meeting of this board on {dates.say_short(day)} is here already. Empty this line, or put the day right."
            )
        cleaned["days"] = sorted(seen)
        if not self.errors:
            self.cautions = [
                Caution(f"{caution.code}-{day.isoformat()}", caution.sentence)
                for day in cleaned["days"]
                for caution in about_day(self.board, day, clock.today(), new=True)
            ]
            self.ask_for_tick()
        return cleaned

    def _there_already(self, days: set[datetime.date]) -> set[datetime.date]:
        return days & set(days_of_meetings(self.board))


def _beside(day: datetime.date | None) -> str:
    if day is None:
        return ""
    closed = closed_because(day)
    return f"{dates.WEEKDAYS[day.weekday()]}{', ' + closed if closed.startswith('a bank') else ''}"
