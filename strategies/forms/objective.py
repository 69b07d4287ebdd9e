from typing import Any

from django import forms

from partnerships.models import Organisation
from strategies import delivery_cautions as cautions
from strategies.forms.delivered import NO_NAMES, POST_HINT, offer
from strategies.models import Objective
from strategies.queries_owners import bodies_to_own
from svduty.editing.cautious import Caution, CautiousForm


class ObjectiveForm(CautiousForm[Objective]):
    """What a strategy sets out to reach, and who answers for it."""

    class Meta:
        model = Objective
        fields = ["position", "title", "description", "owner", "post", "finding"]
        widgets = {"title": forms.Textarea(attrs={"rows": 2}), "description": forms.Textarea(attrs={"rows": 4})}
        labels = {"owner": "Which body leads it"}
        help_texts = {
            "position": "Its number in the strategy.",
            "title": "In the strategy's own words, for example Fewer young people carry knives.",
            "description": f"In a sentence or two: how people will see that it is reached. {NO_NAMES}",
            "post": POST_HINT,
            "finding": "Its number in the needs assessment behind the strategy, for example 3.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "owner", bodies_to_own(self.instance.strategy.partnership, self.instance.owner_id), "Not said yet")

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        strategy = self.instance.strategy
        owner: Organisation | None = cleaned.get("owner")
        return [
            *cautions.about_number(strategy, cleaned["position"], self.instance.pk),
            *cautions.about_finding(strategy, cleaned.get("finding")),
            *cautions.about_owner(strategy.partnership, owner),
        ]
