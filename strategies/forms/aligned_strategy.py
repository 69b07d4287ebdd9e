from typing import Any

from django import forms

from strategies.models import AlignedStrategy
from svduty.editing.cautious import Caution, CautiousForm


class AlignedStrategyForm(CautiousForm[AlignedStrategy]):
    """Another strategy that this one works with: whose it is, how, and where it stands."""

    class Meta:
        model = AlignedStrategy
        fields = ["name", "owner", "how", "standing", "link"]
        widgets = {"how": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "name": "As on its cover, for example Violence against Women and Girls Strategy.",
            "how": "For example shared aims, a shared board, or work that one leaves to the other.",
        }

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return []
