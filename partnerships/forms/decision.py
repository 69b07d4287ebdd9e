from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from partnerships.deciding import unable
from partnerships.forms.about import PointingForm, pointed_at
from partnerships.meeting_cautions import about_quorum, about_votes
from partnerships.models import Decision, Partnership
from partnerships.models.meeting import DecisionOutcome
from partnerships.queries_meetings import items_to_choose
from svduty.editing.cautious import Caution

FIRST = ["item", "about", "wording", "outcome", "conditions"]
VOTES = ["in_favour", "against", "abstained"]
MOST_VOTES = 9_999
NUMBER = "Enter a number of votes, for example 9."


class DecisionForm(PointingForm):
    """What a meeting decided, and on exactly what. `voters`: how many with a vote were there, where that is recorded."""

    instance: Decision

    class Meta:
        model = Decision
        fields = ["item", "wording", "outcome", "conditions", *VOTES, "dissent", "interests", "reference"]
        widgets = {
            "outcome": forms.RadioSelect,
            "wording": forms.Textarea(attrs={"rows": 4}),
            **{name: forms.Textarea(attrs={"rows": 2}) for name in ("conditions", "dissent", "interests")},
        }
        help_texts = {"conditions": "Only where it was agreed with conditions."}
        labels = {"in_favour": "Votes in favour", "against": "Votes against", "abstained": "Abstained"}

    def __init__(self, *args: Any, voters: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.voters = voters
        item: Any = self.fields["item"]
        item.queryset = items_to_choose(self.instance.meeting, self.instance.item_id)
        item.empty_label = "None of them"
        outcome: Any = self.fields["outcome"]
        outcome.choices = [choice for choice in outcome.choices if choice[0]]
        self.fields["about"].help_text = "If it is about something recorded here, choose exactly the version that was before the meeting."
        for name in VOTES:
            self.fields[name].error_messages |= dict.fromkeys(["invalid", "min_value", "max_value"], NUMBER)
            self.fields[name].validators = [MinValueValidator(0, NUMBER), MaxValueValidator(MOST_VOTES, NUMBER)]

        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version", *FIRST, Div(*VOTES, css_class="svd-votes"), "dissent", "interests", "reference"
        )

    @property
    def partnership(self) -> Partnership:
        return self.instance.meeting.board.partnership

    def clean(self) -> dict[str, Any]:
        if why := unable(self.instance):
            raise forms.ValidationError(why)
        outcome, conditions = self.cleaned_data.get("outcome"), self.cleaned_data.get("conditions")
        if outcome == DecisionOutcome.WITH_CONDITIONS and not conditions:
            self.add_error("conditions", "Enter the conditions under which it was agreed.")
        elif outcome and conditions and outcome != DecisionOutcome.WITH_CONDITIONS:
            self.add_error("outcome", "You entered conditions: choose “Agreed with conditions”, or empty that box.")
        item = self.cleaned_data.get("item")
        if item and "about" in self.cleaned_data and not self.cleaned_data["about"]:
            # What stood on the agenda was before the meeting.
            self.cleaned_data["about"] = pointed_at(item)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        votes = sum(cleaned[name] or 0 for name in VOTES)
        return [*about_quorum(self.instance.meeting), *about_votes(votes, self.voters)]
