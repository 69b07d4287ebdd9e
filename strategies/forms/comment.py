from typing import Any

from django import forms

from partnerships.models import User
from strategies.kept import KeptSection
from strategies.models import Comment
from svduty.editing.forms import RecordForm, prepare
from svduty.text.plain import stands_in

NO_NAMES = "Do not name victims, suspects or patients."


class Told(forms.ModelMultipleChoiceField):
    """People of the partnership who are told by mail."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            queryset=User.objects.none(),
            required=False,
            label="Tell somebody by e-mail",
            help_text="The mail says only where to read it.",
            widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
            **kwargs,
        )


class CommentForm(RecordForm[Comment]):
    """A comment on a version, one of its sections, or words in it. `section`: the one it is about, None for the whole."""

    told = Told()

    class Meta:
        model = Comment
        fields = ("quote", "text")

    def __init__(self, *args: Any, section: KeptSection | None, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.section = section
        self.fields["told"].queryset = members  # type: ignore[attr-defined]  # a choice of people
        if section is None:
            del self.fields["quote"]
        else:
            self.fields["quote"].widget.attrs["rows"] = 3
            self.fields["quote"].help_text = "Copy them from the text. Leave this empty to comment on the whole section."
        self.fields["text"].help_text = NO_NAMES
        self.fields["text"].widget.attrs["rows"] = 6
        prepare(self)

    def clean_quote(self) -> str:
        quote = " ".join(self.cleaned_data["quote"].split())
        if quote and self.section and not stands_in(quote, self.section.text):
            raise forms.ValidationError(
                f"These words do not stand in “{self.section.heading}” of this version. Copy them exactly from its text, "
                "or leave this empty to comment on the whole section."
            )
        return quote

    def clean(self) -> dict[str, Any]:
        if self.instance.strategy_version.strategy.withdrawn_on:
            raise forms.ValidationError("The strategy was withdrawn, so its versions take no more comments. Copy your words from here.")
        return super().clean() or self.cleaned_data


class ReplyForm(RecordForm[Comment]):
    """A reply to a comment."""

    told = Told()

    class Meta:
        model = Comment
        fields = ("text",)

    def __init__(self, *args: Any, members: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["told"].queryset = members  # type: ignore[attr-defined]  # a choice of people
        self.fields["text"].label = "Your reply"
        self.fields["text"].help_text = NO_NAMES
        self.fields["text"].widget.attrs["rows"] = 5
        prepare(self)

    def clean(self) -> dict[str, Any]:
        first = self.instance.replies_to
        if first and first.withdrawn_on:
            raise forms.ValidationError("The comment was withdrawn, so it takes no replies. You can make a comment of your own instead.")
        return super().clean() or self.cleaned_data


class CommentChangeForm(RecordForm[Comment]):
    """The words of a comment or reply, changed by its author."""

    class Meta:
        model = Comment
        fields = ("text",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].help_text = NO_NAMES
        self.fields["text"].widget.attrs["rows"] = 6
        prepare(self)
