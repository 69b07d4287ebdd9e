from collections.abc import Iterable
from typing import Any

from django import forms

from strategies.models import Comment
from svduty.editing.forms import KindForm

WHOLE = "whole"
OPEN, ANSWERED = "open", "answered"


class CommentFilter(KindForm):
    """Which comments of a strategy to list; an empty choice leaves nothing out. The choices are those that some comment has."""

    mark_optional = False
    section = forms.ChoiceField(label="Section", required=False)
    version = forms.ChoiceField(label="Version", required=False)
    author = forms.ChoiceField(label="Author", required=False)
    state = forms.ChoiceField(label="State", required=False, choices=[("", "All"), (OPEN, "Open"), (ANSWERED, "Answered")])

    def __init__(self, *args: Any, comments: Iterable[Comment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = list(comments)
        sections = {_heading(comment): _heading(comment) for comment in found if comment.section_heading}
        whole = {WHOLE: "The whole"} if any(not comment.section_heading for comment in found) else {}
        versions = {str(comment.strategy_version.number): f"Version {comment.strategy_version.number}" for comment in found}
        authors = {str(comment.author_id): str(comment.author) for comment in found}
        for name, choices in (("section", whole | sections), ("version", versions), ("author", authors)):
            field: Any = self.fields[name]
            field.choices = [("", "All"), *choices.items()]

    def chosen(self, comments: Iterable[Comment]) -> list[Comment]:
        """Those that fit what was asked for. What was asked for wrongly leaves nothing out."""
        self.is_valid()
        return [comment for comment in comments if self._fits(comment, self.cleaned_data)]

    def _fits(self, comment: Comment, asked: dict[str, str]) -> bool:
        has = {
            "section": _heading(comment) if comment.section_heading else WHOLE,
            "version": str(comment.strategy_version.number),
            "author": str(comment.author_id),
            "state": OPEN if comment.open else ANSWERED if comment.answer and not comment.withdrawn_on else "",
        }
        return all(has[name] == value for name, value in asked.items() if value)


def _heading(comment: Comment) -> str:
    return " ".join(comment.section_heading.split())
