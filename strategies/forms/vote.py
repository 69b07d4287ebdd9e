from typing import Any

from django import forms

from strategies.models import Vote
from strategies.models.round import NEED_NO_WORDS, Choice
from strategies.rounds.choices import HINTS, WORDS_MISSING, choices_of
from strategies.rounds.over import why_over
from svduty.editing.forms import RecordForm


class VoteForm(RecordForm[Vote]):
    """What the holder of a seat says in a round."""

    mark_optional = False

    class Meta:
        model = Vote
        fields = ["choice", "words", "as_deputy", "authority"]
        widgets = {"choice": forms.RadioSelect, "words": forms.Textarea(attrs={"rows": 5})}
        labels = {
            "words": "Why, or on which conditions",
            "as_deputy": "I answer as the deputy of this seat’s member",
            "authority": "By what authority (only as deputy)",
        }
        help_texts = {"words": "Needed with conditions, when you send it back and when you have an interest. Shown to the partnership."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice: Any = self.fields["choice"]
        choice.choices = choices_of(self.instance.round.part)
        choice.choice_hints = HINTS
        choice.error_messages["required"] = "Choose your decision."
        if not self.instance.pk:
            # Nobody had answered for the seat when the form was opened; the first answer is version 1.
            self.fields["seen_version"].initial = self.initial["seen_version"] = 0
            self.initial.setdefault("authority", self.instance.seat.deputy_authority)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if why := why_over(self.instance.round):
            raise forms.ValidationError(f"{why} Your answer was not recorded; your words are still below.")
        choice = cleaned.get("choice")
        if choice and choice not in NEED_NO_WORDS and not cleaned.get("words") and "words" not in self.errors:
            self.add_error("words", WORDS_MISSING[Choice(choice)])
        if not cleaned.get("as_deputy"):
            cleaned["authority"] = ""
        elif not cleaned.get("authority") and "authority" not in self.errors:
            self.add_error("authority", "Enter by what authority you stand in, for example the terms, or a letter of 3 May 2026.")
        return cleaned
