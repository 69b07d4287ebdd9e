from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from partnerships.forms.lasting import LastingForm
from strategies import queries_money as queries
from strategies.models import FundingStream
from svduty.editing.cautious import Caution, CautiousForm


class FundingStreamForm(LastingForm, CautiousForm[FundingStream]):
    """Where money comes from, for how long, on which conditions, and what comes after."""

    instance: FundingStream

    class Meta:
        model = FundingStream
        fields = [
            "name",
            "funder",
            "other_funder",
            "duty_grant",
            "may_carry_over",
            "starts",
            "ends",
            "conditions",
            "afterwards",
        ]
        widgets = {"conditions": forms.Textarea(attrs={"rows": 4}), "afterwards": forms.Textarea(attrs={"rows": 3})}
        labels = {"starts": "From", "ends": "Until"}
        help_texts = {
            "other_funder": "Only if it is not in the list, for example a charity or a business district.",
            "starts": "For example 1 4 2026, or April 2026.",
            "ends": "The last day for which there is money, if it is known already. The stream stays here after it.",
            "conditions": "What the money may be spent on, what the funder wants to see, and who was asked to pay in.",
            "afterwards": "For example: the council takes it into its own budget.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        funder: Any = self.fields["funder"]
        funder.queryset = queries.payers_to_choose(self.instance.partnership, self.instance.funder_id)
        funder.empty_label = "Not in this list"
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("Where it comes from", "name", "funder", "other_funder", "duty_grant"),
            Fieldset("For how long", "starts", "ends", "may_carry_over"),
            Fieldset("What goes with it", "conditions", "afterwards"),
        )

    def leave_out(self, name: str) -> None:
        """The end of money is known when it begins, so its day may be entered here."""

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("funder") and self.cleaned_data.get("other_funder"):
            self.add_error("other_funder", "You chose a payer above. Clear this box, or choose “Not in this list” above.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if cleaned["duty_grant"] and cleaned["may_carry_over"]:
            sentence = "The Home Office does not let its grant for this duty be spent in the next year. Look at both ticks again."
            return [Caution("carry-over", sentence)]
        return []
