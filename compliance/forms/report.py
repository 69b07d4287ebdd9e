from django import forms

from svduty.editing.forms import KindForm


class ReportForm(KindForm):
    signed_off_by = forms.CharField(
        label="Signed off by",
        max_length=200,
        required=False,
        help_text="The post that answers for this report, not a person's name: for example Head of Community Safety. Leave it empty "
        "while nobody has signed it off; the report then says so.",
    )
