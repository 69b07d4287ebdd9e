from typing import Any

from django import forms

from strategies.models import Comment
from strategies.models.comment import Answer
from svduty.editing.forms import KindForm

LONGEST_REASON = 5000
MEANWHILE = "Somebody else changed this comment after you opened the page. Look at how it stands; save again if your words still hold."


class _CommentForm(KindForm):
    """A form about a comment as its reader saw it. `conflict`: how it stands now, where it was changed meanwhile."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: Comment, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance
        self.fields["seen_version"].initial = instance.version
        self.conflict: list[dict[str, str]] = []

    def clean_seen_version(self) -> int:
        return self.cleaned_data["seen_version"] or 0

    @property
    def mine(self) -> str:
        return str(self.cleaned_data.get("reason", ""))

    def show_conflict(self, current: Any) -> None:
        """Keep what was typed and show the comment, and what was said to it, as they are now."""
        theirs = f"{current.get_answer_display()}: {current.answer_reason}" if current.answer else "No answer"
        self.conflict = [
            {"label": "The comment", "theirs": current.text, "mine": "Your words are in the form below."},
            {"label": "What became of it", "theirs": theirs, "mine": self.mine},
        ]
        sent: Any = self.data
        again = sent.copy()
        again["seen_version"] = str(current.version)
        self.data = again
        self.add_error(None, MEANWHILE)


class AnswerForm(_CommentForm):
    """What became of a comment, and why."""

    answer = forms.ChoiceField(label="What became of it", choices=Answer.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label="Why",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Everybody in the partnership and whoever oversees it can read it. The author is told by e-mail that there is an answer.",
    )

    def __init__(self, *args: Any, instance: Comment, **kwargs: Any) -> None:
        super().__init__(*args, instance=instance, initial={"answer": instance.answer, "reason": instance.answer_reason}, **kwargs)

    @property
    def mine(self) -> str:
        return f"{Answer(self.cleaned_data['answer']).label}: {self.cleaned_data['reason']}"


class ReopenForm(_CommentForm):
    """Why the answer to a comment is taken back."""

    reason = forms.CharField(
        label="Why it is opened again",
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="The author is told by e-mail. The answer given so far stays in the history.",
    )
