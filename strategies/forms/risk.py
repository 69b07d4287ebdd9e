from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from partnerships.forms.lasting import LastingForm
from strategies import queries_measures as queries
from strategies.models import Risk
from strategies.models.risk import Impact, Likelihood
from strategies.risk_reading import rating
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField
from svduty.vague_dates import VagueDate

REVIEW = ["treatment", "likelihood_after", "impact_after", "reviewed_on", "review_on"]
SCALES = {"likelihood": Likelihood, "impact": Impact, "likelihood_after": Likelihood, "impact_after": Impact}
NEXT_TIME = "Enter by when it is to be looked at next, for example 3 12 2026, or Spring 2027."
NO_NAMES = "Name no victims, suspects or patients."


class RiskReviewForm(CautiousForm[Risk]):
    """What is done about a risk, what remains of it, and when it is looked at again. The body that owns it may say so itself."""

    class Meta:
        model = Risk
        fields = REVIEW
        field_classes = {"reviewed_on": HappenedField}
        widgets: dict[str, Any] = {"treatment": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "treatment": f"What has been done and what is under way. {NO_NAMES}",
            "reviewed_on": "For example today, or 3 9 2026.",
            "review_on": "For example 3 12 2026, or Spring 2027.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        for name, scale in SCALES.items():
            if name in fields:
                fields[name].choices = [("", "Not rated"), *scale.choices]
        self.arrange()

    def arrange(self) -> None:
        self.helper.layout = Layout("seen_version", *self.groups())  # type: ignore[attr-defined]  # put there by the base

    def groups(self) -> list[Fieldset]:
        remains = Div("likelihood_after", "impact_after", css_class="svd-columns")
        return [Fieldset("What is done, and what remains", "treatment", remains), Fieldset("Looking at it", "reviewed_on", "review_on")]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        for likely, bad in (("likelihood", "impact"), ("likelihood_after", "impact_after")):
            if likely in self.fields and bool(said.get(likely)) != bool(said.get(bad)):
                missing = bad if said.get(likely) else likely
                if missing not in self.errors:
                    self.add_error(missing, "A rating takes both: choose this too, or leave both out.")
        looked, again = said.get("reviewed_on"), said.get("review_on")
        if isinstance(looked, VagueDate) and isinstance(again, VagueDate) and again.latest < looked.earliest:
            self.add_error("review_on", f"It was looked at on {looked}, so the next time cannot be {again}. Enter a later date.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        first = rating(cleaned.get("likelihood", self.instance.likelihood), cleaned.get("impact", self.instance.impact))
        then = rating(cleaned["likelihood_after"], cleaned["impact_after"])
        if first and then and then.score > first.score:
            return [Caution("worse", f"It is rated worse with what is done ({then.words}) than if nothing were done ({first.words}).")]
        return []


class RiskAgainForm(RiskReviewForm):
    """A review that is held now: when, and when the next is. What stands from the one before is no answer to either."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.last = self.instance.reviewed_on
        self.fields["reviewed_on"].label = "Looked at on"
        for name, words in (("reviewed_on", "Enter the day it was looked at, for example today."), ("review_on", NEXT_TIME)):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = words

    @staticmethod
    def offered() -> dict[str, Any]:
        """What an empty form begins with."""
        return {"reviewed_on": VagueDate.of(clock.today()), "review_on": None}

    def clean(self) -> dict[str, Any]:
        looked, again, today = self.cleaned_data.get("reviewed_on"), self.cleaned_data.get("review_on"), clock.today()
        # What was said today may be put right today.
        if isinstance(looked, VagueDate) and self.last and looked.latest <= self.last.earliest < today:
            self.add_error("reviewed_on", f"The last look at it was {self.last}. Enter the later day on which it was looked at again.")
        if isinstance(again, VagueDate) and again.latest < today:
            self.add_error("review_on", f"{again} is over. {NEXT_TIME}")
        return super().clean()


class RiskForm(LastingForm, RiskReviewForm):
    """What may happen, who answers for it, how bad it is, and what is done about it."""

    instance: Risk

    class Meta(RiskReviewForm.Meta):
        fields = ["title", "description", "owner", "post", "starts", "likelihood", "impact", *REVIEW, "ends"]
        widgets = {**RiskReviewForm.Meta.widgets, "description": forms.Textarea(attrs={"rows": 3})}
        labels = {"owner": "Which body answers for it", "starts": "Known since"}
        help_texts = {
            **RiskReviewForm.Meta.help_texts,
            "title": "In a sentence, for example: the mentoring money ends before a new contract is signed.",
            "description": f"Why it may happen, and what would follow. {NO_NAMES}",
            "starts": "For example May 2026.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner: Any = self.fields["owner"]
        owner.queryset = queries.bodies_to_choose(self.instance.partnership, self.instance.owner_id)
        owner.empty_label = "Nobody yet"
        self.arrange()

    def groups(self) -> list[Fieldset]:
        alone = Div("likelihood", "impact", css_class="svd-columns")
        ended = [Fieldset("Its end", "ends")] if "ends" in self.fields else []
        return [
            Fieldset("The risk", "title", "description", "starts"),
            Fieldset("Who answers for it", "owner", "post"),
            Fieldset("If nothing is done", alone),
            *super().groups(),
            *ended,
        ]
