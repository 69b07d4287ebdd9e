from typing import Any

from django import forms

from strategies.models import Section
from strategies.models.strategy import SectionState
from svduty.editing.forms import RecordForm


class HeadingForm(RecordForm[Section]):
    """A new section's heading. Its text is written on the page of the section, which saves it while it is typed."""

    class Meta:
        model = Section
        fields = ["heading"]


class SectionForm(RecordForm[Section]):
    """One section of the working draft: its heading, its text in Markdown, who writes it and how far it is."""

    mark_optional = False  # a text still to be written is the rule here

    class Meta:
        model = Section
        fields = ["heading", "text", "owner", "state"]
        widgets = {"text": forms.Textarea(attrs={"rows": 18, "class": "svd-text"}), "state": forms.RadioSelect}
        help_texts = {
            "text": "Leave an empty line between paragraphs. Begin a line with - for a list and with ## for a smaller heading; "
            "put two stars around **bold** words. Write [^1] for a footnote, and its words on a line that begins with [^1]:",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["state"].required = False

    def clean_state(self) -> str:
        """A section that is given its first words is being written, without anybody having to say so."""
        state = self.cleaned_data["state"] or self.instance.state
        written = bool(self.data.get(self.add_prefix("text"), "").strip()) and "text" in self.changed_data
        return str(SectionState.WRITING if state == SectionState.TO_WRITE and written else state)
