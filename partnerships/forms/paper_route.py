from typing import Any

from django import forms

from partnerships import queries_routes as queries
from partnerships.forms.about import PointingForm
from partnerships.legal_dates import legal_dates
from partnerships.models import PaperRoute, Partnership, RouteStep
from svduty import clock, dates
from svduty.editing.cautious import Caution
from svduty.editing.days import DayFormField
from svduty.editing.forms import RecordForm

ANOTHER = "Another day, given below"


class PaperRouteForm(PointingForm):
    """A paper that goes through several boards, and the day by which it must be through."""

    instance: PaperRoute
    legal = forms.ChoiceField(
        label="Must be through by",
        required=False,
        help_text="Days by which the law or a rule of your own wants something here.",
    )
    field_order = ["title", "about", "legal", "through_by", "why_then", "note"]

    class Meta:
        model = PaperRoute
        fields = ["title", "through_by", "why_then", "note"]
        field_classes = {"through_by": DayFormField}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        labels = {"through_by": "Another day"}
        help_texts = {
            "title": "For example Serious Violence Strategy 2027 to 2030.",
            "through_by": "For example 31 1 2027. Leave it empty if you chose a day above.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {date.value: date for date in legal_dates(self.partnership, clock.today())}
        legal: Any = self.fields["legal"]
        legal.choices = [("", ANOTHER), *[(value, f"{dates.say(date.day)}: {date.words}") for value, date in self.offered.items()]]
        legal.widget.attrs["class"] = "svd-wide-select"
        day = self.fields["through_by"]
        day.required = not self.offered
        if not self.offered:
            legal.widget = forms.HiddenInput()
            day.label, day.help_text = "Must be through by", "For example 31 1 2027."
            day.error_messages["required"] = "Enter the day by which it must be through, for example 31 1 2027."

    @property
    def partnership(self) -> Partnership:
        return self.instance.partnership

    def clean(self) -> dict[str, Any]:
        chosen = self.offered.get(self.cleaned_data.get("legal", ""))
        if chosen:
            self.cleaned_data["through_by"] = chosen.day
            self.cleaned_data["why_then"] = self.cleaned_data.get("why_then") or chosen.words[:300]
        elif not self.cleaned_data.get("through_by") and "through_by" not in self.errors:
            self.add_error("through_by", "Choose a day above or enter another, for example 31 1 2027.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        day = cleaned["through_by"]
        if day >= clock.today():
            return []
        return [Caution("passed", f"{dates.say(day)} has passed already: nothing planned now will be in time.")]


class RouteStepForm(RecordForm[RouteStep]):
    """A board on the way of a paper, and perhaps which of its meetings."""

    class Meta:
        model = RouteStep
        fields = ["board", "purpose", "meeting"]
        widgets = {"purpose": forms.RadioSelect}
        help_texts = {
            "board": "If a board is missing here, add it under Boards first.",
            "meeting": "Leave it empty, and the plan finds the latest meeting that still fits.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        partnership, step = self.instance.route.partnership, self.instance
        board: Any = self.fields["board"]
        board.queryset = queries.boards_for_papers(partnership, step.board_id)
        meeting: Any = self.fields["meeting"]
        meeting.queryset = queries.meetings_to_choose(partnership, clock.today(), step.meeting_id)
        meeting.empty_label = "Let the plan find it"
        purpose: Any = self.fields["purpose"]
        purpose.choices = [choice for choice in purpose.choices if choice[0]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.withdrawn_on or self.instance.route.withdrawn_on:
            raise forms.ValidationError("It was withdrawn meanwhile and can no longer be changed. Record it anew if it is true.")
        board, meeting = cleaned.get("board"), cleaned.get("meeting")
        if board and meeting and meeting.board_id != board.pk:
            self.add_error("meeting", f"That is a meeting of {meeting.board}. Choose one of {board}, or let the plan find it.")
        return cleaned
