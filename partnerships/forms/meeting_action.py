from typing import Any

from django import forms

from partnerships.forms.meeting import WITHDRAWN
from partnerships.meeting_cautions import about_action_days
from partnerships.models import MeetingAction
from partnerships.queries_meetings import bodies_to_ask, items_to_choose
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.forms import KindForm
from svduty.editing.happened import HappenedField


class MeetingActionForm(CautiousForm[MeetingAction]):
    """Who is to do what, by when, and what came of it."""

    class Meta:
        model = MeetingAction
        fields = ["what", "organisation", "post", "due_on", "item", "done_on", "outcome"]
        field_classes = {"done_on": HappenedField}
        widgets = {"what": forms.Textarea(attrs={"rows": 3}), "outcome": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "what": "One thing, so that it can be seen when it is done.",
            "post": "The post, for example Head of Community Safety. No person's name.",
            "done_on": "Leave it empty until it is done.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        meeting = self.instance.meeting
        organisation: Any = self.fields["organisation"]
        organisation.queryset = bodies_to_ask(meeting.board.partnership, self.instance.organisation_id)
        item: Any = self.fields["item"]
        item.queryset, item.empty_label = items_to_choose(meeting, self.instance.item_id), "None of them"

    def clean(self) -> dict[str, Any]:
        if self.instance.meeting.withdrawn_on:
            raise forms.ValidationError(WITHDRAWN)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return about_action_days(self.instance.meeting, cleaned["due_on"], cleaned["done_on"])


class MeetingActionDoneForm(CautiousForm[MeetingAction]):
    """What came of it, by the body that was asked or by the coordinator."""

    class Meta:
        model = MeetingAction
        fields = ["done_on", "outcome"]
        field_classes = {"done_on": HappenedField}
        widgets = {"outcome": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "done_on": "For example today, or 3 6 2026. Leave it empty to note how it stands before it is done.",
            "outcome": "In a sentence or two. Name no victims, suspects or patients.",
        }

    def clean(self) -> dict[str, Any]:
        if self.instance.meeting.withdrawn_on:
            raise forms.ValidationError(WITHDRAWN)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return about_action_days(self.instance.meeting, None, cleaned["done_on"])


class ActionsFilterForm(KindForm):
    """Narrow the list of actions to a body, or widen it to what is done."""

    mark_optional = False
    body: Any = forms.ModelChoiceField(queryset=None, required=False, label="Body")
    show = forms.ChoiceField(choices=[("", "Open"), ("all", "Open and done")], required=False, label="Show")

    def __init__(self, *args: Any, bodies: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        body: Any = self.fields["body"]
        body.queryset, body.empty_label = bodies, "All bodies"
