from django import forms

from strategies.models import Section
from svduty.editing.forms import RecordForm


class SectionForm(RecordForm[Section]):
    """One section of the working draft: a heading and its text in Markdown."""

    class Meta:
        model = Section
        fields = ["heading", "text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 18, "class": "svd-text"})}
        help_texts = {
            "text": "Leave an empty line between paragraphs. Begin a line with - for a list and with ## for a smaller heading; "
            "put two stars around **bold** words.",
        }
