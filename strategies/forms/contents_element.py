from django import forms

from strategies import queries_contents
from strategies.models import ContentsElement
from svduty.editing.forms import RecordForm


class ContentsElementForm(RecordForm[ContentsElement]):
    """The name of one thing that a strategy is expected to contain, and where that comes from."""

    class Meta:
        model = ContentsElement
        fields = ["name", "basis"]
        help_texts = {"basis": "For example a section of the Act, the guidance, or good practice."}

    def clean_name(self) -> str:
        name = str(self.cleaned_data["name"])
        if queries_contents.contents_elements().filter(name__iexact=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(f"“{name}” is on the list already. Choose other words, so that the two can be told apart.")
        return name
