from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms

from partnerships.actions.add_once import find_twin
from strategies import queries_money as queries
from strategies.models import FundingLine
from strategies.models.money import CostType, LineKind
from strategies.money_cautions import TWIN, about_day, about_year
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.financial_year import FinancialYearField
from svduty.editing.money import MoneyField, say_money
from svduty.vague_dates import VagueDate


class FundingLineForm(CautiousForm[FundingLine]):
    """One amount of a stream in one financial year: awarded, promised or spent, or no more than planned."""

    class Meta:
        model = FundingLine
        fields = [
            "kind",
            "year",
            "amount",
            "up_to",
            "planned",
            "cost_type",
            "what",
            "action",
            "on",
            "from_body",
            "matched",
            "reference",
        ]
        field_classes = {"year": FinancialYearField, "amount": MoneyField, "up_to": MoneyField}
        widgets: dict[str, Any] = {"kind": forms.RadioSelect, "year": forms.Select}
        labels = {"amount": "Amount", "cost_type": "Labour or non-labour?", "on": "When it was agreed or paid"}
        help_texts = {
            "year": "It runs from 1 April to 31 March.",
            "amount": "Pounds and pence, for example 1,234.56.",
            "planned": "It is shown apart, and not counted as money that is there.",
            "up_to": "Only where no more than a range is known. A range is shown apart too, and not counted.",
            "cost_type": "The grant for this duty is split so.",
            "what": "For example detached youth work. No names.",
            "on": "For example 3 9 2026. Spend with a day is shown beside its quarter's return.",
            "reference": "For example the invoice, the grant letter or the decision.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        partnership, line = self.instance.stream.partnership, self.instance
        fields["year"].offer(line.year)
        fields["kind"].choices = LineKind.choices
        fields["cost_type"].choices = [("", "Not said"), *CostType.choices]
        fields["cost_type"].required = False
        fields["action"].queryset, fields["action"].empty_label = queries.actions_to_choose(partnership, line.action_id), "None of them"
        fields["from_body"].queryset = queries.payers_to_choose(partnership, line.from_body_id)
        fields["from_body"].empty_label = "Nobody apart from the stream's payer"
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("The amount", "kind", "year", "amount", "cost_type"),
            Fieldset("What it is for", "what", "action", "on", "reference"),
            Fieldset("If it is no more than planned", "planned", "up_to"),
            Fieldset("If another body pays in", "from_body", "matched"),
        )

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        amount, up_to, on = said.get("amount"), said.get("up_to"), said.get("on")
        if amount and up_to and up_to <= amount:
            self.add_error("up_to", f"The range begins with {say_money(amount)}, so enter more here. Leave this empty if it is no range.")
        to_come = isinstance(on, VagueDate) and on.earliest > clock.today()
        if to_come and said.get("kind") == LineKind.SPEND and not said.get("planned"):
            self.add_error("on", f"{on} is still to come, so nothing was paid out then. Tick that it is planned, or put the day right.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = [*about_year(self.instance.stream, cleaned["year"]), *about_day(cleaned["year"], cleaned["on"])]
        if not self.instance.pk and find_twin(self, queries.lines_of(self.instance.stream)):
            sentence = "Exactly this amount is recorded already. Save it only if it is a second one."
            found.append(Caution(TWIN, sentence))
        return found

    @property
    def knows_its_twin(self) -> bool:
        """Was the person told that the same is recorded already?"""
        return any(caution.code == TWIN for caution in self.cautions)
