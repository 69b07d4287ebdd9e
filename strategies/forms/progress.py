import datetime
from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet

from partnerships.forms.checked_file import CheckedFileField
from strategies.models import Action, ProgressUpdate
from strategies.models.progress import NEED_A_REASON, OVER, Progress
from strategies.next_news import next_news_by, said_of_next
from svduty import dates
from svduty.editing.forms import KindForm, RecordForm
from svduty.editing.happened import HappenedField
from svduty.vague_dates import VagueDate

WHY_MISSING = {
    Progress.AT_RISK: "Enter why it is at risk. One sentence is enough.",
    Progress.LATE: "Enter why it is late. One sentence is enough.",
    Progress.STOPPED: "Enter why it was stopped. One sentence is enough.",
}


class NewsForm(RecordForm[ProgressUpdate]):
    """What somebody says of an action: the short form, as it stands behind a personal link. `on`: today."""

    mark_optional = False
    upload = CheckedFileField(label="A photo or a file", required=False)

    class Meta:
        model = ProgressUpdate
        fields = ["words", "state", "reason", "next_on", "link"]
        widgets: dict[str, Any] = {
            "words": forms.Textarea(attrs={"rows": 3}),
            "state": forms.RadioSelect,
            "reason": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {"reason": "Why is it so?"}
        help_texts = {
            "words": "A sentence or two. No names of victims, suspects or patients.",
            "reason": "Needed where it is at risk, late or stopped.",
        }

    def __init__(self, *args: Any, about: Sequence[Action], on: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on
        dues = [action.due for action in about]
        fields: Any = self.fields
        fields["state"].choices = Progress.choices
        fields["state"].error_messages["required"] = "Choose how it is going."
        fields["upload"].help_text = "A picture, a PDF, a Word, Excel or OpenDocument file, up to 25 MB."
        fields["link"].label = "A link to more about it"
        if not self.instance.pk:
            self.initial["next_on"] = VagueDate.of(next_news_by(on, dues))
            fields["next_on"].help_text = said_of_next(on, dues)
        if self.instance.file:
            fields["upload"].label = "Another photo or file in place of it"
            fields["upload"].help_text = f"Now kept: {self.instance.file.name}. Leave this empty to keep it."

    def said_of_day(self, cleaned: dict[str, Any]) -> VagueDate | None:
        """The day of which the news tells."""
        return VagueDate.of(self.on)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if self.instance.withdrawn_on:
            raise forms.ValidationError("This was withdrawn meanwhile and can no longer be changed. Log it anew if it is true.")
        state = cleaned.get("state")
        if state in NEED_A_REASON and not cleaned.get("reason") and "reason" not in self.errors:
            self.add_error("reason", WHY_MISSING[Progress(state)])
        day, next_on = self.said_of_day(cleaned), cleaned.get("next_on")
        if state in OVER:
            cleaned["next_on"] = None
            self.errors.pop("next_on", None)
        elif day and next_on and next_on.latest <= day.latest:
            after = dates.say_short(day.latest)
            self.add_error("next_on", f"{next_on} is not after {after}, the day of this news. Enter a later day, or leave it empty.")
        return cleaned


class LinkForm(NewsForm):
    """The same, of one action alone."""

    def __init__(self, *args: Any, about: Sequence[Action], **kwargs: Any) -> None:
        super().__init__(*args, about=about, **kwargs)
        self.about = about

    def save(self, commit: bool = True) -> ProgressUpdate:
        saved: ProgressUpdate = super().save(commit)
        saved.actions.add(*self.about)
        return saved


class ProgressForm(NewsForm):
    """News of one or several actions, said by somebody with an account."""

    class Meta(NewsForm.Meta):
        fields = ["words", "state", "reason", "next_on", "link", "on", "actions"]
        field_classes = {"on": HappenedField}
        widgets = {**NewsForm.Meta.widgets, "actions": forms.CheckboxSelectMultiple}
        labels = {**NewsForm.Meta.labels, "on": "Of which day is this?", "actions": "Which actions is this about?"}
        help_texts = {**NewsForm.Meta.help_texts, "on": "Today, unless you write down what was so before."}

    def __init__(self, *args: Any, possible: QuerySet[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["actions"].queryset = possible
        fields["actions"].label_from_instance = _with_owner
        fields["actions"].error_messages["required"] = "Tick at least one action that this is about."
        fields["actions"].error_messages["invalid_choice"] = "Tick actions of the list; one that was sent is not in it."
        if not self.instance.pk:
            self.initial["on"] = VagueDate.of(self.on)
            self.initial["actions"] = [action.pk for action in kwargs["about"]]

    def said_of_day(self, cleaned: dict[str, Any]) -> VagueDate | None:
        return cleaned.get("on")


class BodyFilter(KindForm):
    """Of which body the actions are shown."""

    mark_optional = False
    body: Any = forms.ModelChoiceField(label="Body", required=False, queryset=None)

    def __init__(self, *args: Any, bodies: QuerySet[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["body"]
        field.queryset, field.empty_label = bodies, "All bodies"

    def chosen(self) -> set[int] | None:
        """The body's key in a set, or None for all; what is not in the list is as if it had not been asked for."""
        self.full_clean()
        body = self.cleaned_data.get("body")
        return {body.pk} if body else None


class AskForm(KindForm):
    """Of which actions news is asked for. `seen`: the newest asking that the page knew of."""

    actions: Any = forms.ModelMultipleChoiceField(queryset=None, widget=forms.CheckboxSelectMultiple, label="Actions")
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, possible: QuerySet[Action], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["actions"]
        field.queryset = possible
        field.error_messages["required"] = "Tick at least one action to ask about."
        field.error_messages["invalid_choice"] = "The list has changed meanwhile. Look at it again and tick anew."


def _with_owner(action: Action) -> str:
    return f"{action.title} ({action.owner})" if action.owner else action.title
