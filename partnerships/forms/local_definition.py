from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from partnerships.models import LocalDefinition
from svduty.editing.forms import RecordForm

FACTORS = ["penalty", "penalty_note", "victim", "victim_note", "prevalence", "prevalence_note", "community", "community_note"]
KINDS = ["domestic_abuse", "sexual_offences", "property_violence", "threats", "terrorism"]
SCOPE = [*KINDS, "scope_reason", "victims_covered"]
FOCUS = ["focus_stated", "focus_note"]
AGREED = ["agreed_by", "agreed_on", "review_on", "source"]
WORDS = ["wording", "notes", "based_on"]
# What a new version takes over from the last one; who agreed it, and when, is always new.
CARRIED_OVER = [*WORDS, *FACTORS, *SCOPE, *FOCUS]


class LocalDefinitionForm(RecordForm[LocalDefinition]):
    """What serious violence means here, with the checklist of section 13."""

    class Meta:
        model = LocalDefinition
        fields = [*WORDS, *FACTORS, *SCOPE, *FOCUS, *AGREED]
        widgets = {
            "wording": forms.Textarea(attrs={"rows": 10}),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in fields if name.endswith("_note") or name in ("notes", "scope_reason")},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField):
                answers: Any = field.choices
                field.choices = [("", "Not recorded"), *[(value, words) for value, words in answers if value]]
                field.error_messages["invalid_choice"] = f"Choose one of the answers to “{field.label}”."
        self.mark_optional = False
        self.fields["wording"].help_text = "The words the partnership agreed. This is the only box that must be filled."
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("The words", *WORDS),
            Fieldset("The four factors of section 13(6)", *FACTORS),
            Fieldset("What it covers", Div(*KINDS, css_class="svd-columns"), "scope_reason", "victims_covered"),
            Fieldset("Where the focus lies", *FOCUS),
            Fieldset("Who agreed it", *AGREED),
        )


def carried_over(last: LocalDefinition | None) -> dict[str, Any]:
    """How the form of the next version begins."""
    return {name: getattr(last, name) for name in CARRIED_OVER} if last else {}
