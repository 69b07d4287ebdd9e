from typing import Any

from django import forms

from strategies import cautions, queries
from strategies.models import Publication
from strategies.models.publication import Way
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

WHY_LABEL = "Why it went out all the same"
WHY_HELP = "In a sentence or two. It is shown beside the publication."


class PublicationForm(CautiousForm[Publication]):
    """What both ways of publishing share."""

    reason_field = "reason"
    reason_missing = "Say why it went out all the same, or record the check first and come back."

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return cautions.about_publication(self.instance.strategy_version, cleaned["published_on"])


class WebsiteForm(PublicationForm):
    """A version placed on one body's website for one area (Regs 4(1)(a), 5(1)(a))."""

    address = Publication._meta.get_field("address").formfield(help_text="For example https://www.example.gov.uk/serious-violence-strategy")

    class Meta:
        model = Publication
        fields = ["area", "owner", "address", "published_on", "language", "reason", "note"]
        field_classes = {"published_on": HappenedField}
        widgets = {"language": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}
        labels = {"reason": WHY_LABEL}
        help_texts = {"reason": WHY_HELP}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        strategy = self.instance.strategy_version.strategy
        areas = queries.areas_of_strategy(strategy)
        self.fields["area"].queryset = areas  # type: ignore[attr-defined]
        self.fields["area"].required = True
        self.fields["owner"].queryset = queries.website_owners(strategy.partnership)  # type: ignore[attr-defined]
        if not self.instance.pk and len(areas) == 1:
            self.initial["area"] = areas[0].pk

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = super().find_cautions(cleaned)
        owner, area = cleaned.get("owner"), cleaned["area"]
        if owner and not queries.may_host(self.instance.strategy_version.strategy.partnership, owner, area):
            found.append(
                Caution(
                    "other-website",
                    f"{owner} is recorded here neither as a specified authority for {area} nor as the local policing body. "
                    "The Regulations ask for the website of one of these (regulations 4(1)(a) and 5(1)(a)).",
                )
            )
        return found


class OtherFormForm(PublicationForm):
    """A version made known in another suitable form (Regs 4(1)(b), 5(1)(b))."""

    class Meta:
        model = Publication
        fields = ["other_form", "audience", "published_on", "language", "reason", "note"]
        field_classes = {"published_on": HappenedField}
        widgets = {"language": forms.RadioSelect, "note": forms.Textarea(attrs={"rows": 3})}
        labels = {"other_form": "In what form", "reason": WHY_LABEL}
        help_texts = {
            "reason": WHY_HELP,
            "other_form": "For example a leaflet, an easy read version, a meeting, the press.",
            "published_on": "The day it came out, for example 31 1 2024.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["other_form"].required = True


PUBLICATION_FORMS: dict[str, type[PublicationForm]] = {Way.WEBSITE: WebsiteForm, Way.OTHER: OtherFormForm}
