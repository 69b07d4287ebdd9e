from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from partnerships import queries_definition
from partnerships.models import DefinitionTemplate, LocalDefinition
from partnerships.section_13 import FACTORS as FACTORS_IN_LAW
from partnerships.section_13 import SCOPE as SCOPE_IN_LAW
from svduty import dates
from svduty.editing.forms import RecordForm

FACTORS = ["penalty", "penalty_note", "victim", "victim_note", "prevalence", "prevalence_note", "community", "community_note"]
KINDS = ["domestic_abuse", "sexual_offences", "property_violence", "threats", "terrorism"]
SCOPE = [*KINDS, "scope_reason", "victims_covered"]
FOCUS = ["focus_stated", "focus_note"]
AGREED = ["agreed_by", "agreed_on", "review_on", "source"]
BASED_ON = ["based_on_template", "based_on_version", "based_on"]
WORDS = ["wording", "notes"]
# What a new version takes over from the last one; who agreed it, and when, is always new.
CARRIED_OVER = [*WORDS, *FACTORS, *SCOPE, *FOCUS]


class LocalDefinitionForm(RecordForm[LocalDefinition]):
    """What serious violence means here, with the checklist of section 13."""

    class Meta:
        model = LocalDefinition
        fields = [*WORDS, *BASED_ON, *FACTORS, *SCOPE, *FOCUS, *AGREED]
        widgets = {
            "wording": forms.Textarea(attrs={"rows": 10}),
            **{name: forms.Textarea(attrs={"rows": 3}) for name in fields if name.endswith("_note") or name == "scope_reason"},
            "notes": forms.Textarea(attrs={"rows": 6}),
        }
        labels = {"based_on": "Based on something else"}
        help_texts = {
            "notes": "What a word of the definition means and how to read it, for example Note A, Note B. Markdown may be used: a line "
            "that begins with - is a point of a list, **two stars** make words bold.",
            "based_on": "Only if it is neither a wording nor a version listed above.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer_sources()
        for field in self.fields.values():
            if isinstance(field, forms.TypedChoiceField):
                answers: Any = field.choices
                field.choices = [("", "Not recorded"), *[(value, words) for value, words in answers if value]]
                field.error_messages["invalid_choice"] = f"Choose one of the answers to “{field.label}”."
        for line in (*FACTORS_IN_LAW, *SCOPE_IN_LAW):
            self.fields[line.field].help_text = f"Section {line.section}: “{line.words}”."
        self.mark_optional = False
        self.fields["wording"].help_text = "The words the partnership agreed. This is the only box that must be filled."
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("The words", *WORDS),
            Fieldset("What it is based on", *[name for name in BASED_ON if name in self.fields]),
            Fieldset("The four factors of section 13(6)", *FACTORS),
            Fieldset("What it covers", Div(*KINDS, css_class="svd-columns"), "scope_reason", "victims_covered"),
            Fieldset("Where the focus lies", *FOCUS),
            Fieldset("Who agreed it", *AGREED),
        )

    def clean_wording(self) -> str:
        """Agreed words stay as they were agreed: others are another version."""
        wording = str(self.cleaned_data["wording"])
        if "wording" in self.changed_data and self.instance.pk and (decision := queries_definition.agreement_on(self.instance)):
            raise forms.ValidationError(
                f"{decision.meeting.board} agreed these words on {dates.say_short(decision.meeting.day)}, so they stay. Add a version for "
                "other words, or withdraw the decision if it was recorded by mistake. Your text is still here to copy."
            )
        return wording

    def _offer_sources(self) -> None:
        """What it may be based on. A list without anything to choose is left out."""
        wordings = queries_definition.wordings_to_choose(self.instance.based_on_template_id)
        earlier = queries_definition.versions_before(self.instance)
        for name, rows in (("based_on_template", wordings), ("based_on_version", earlier)):
            field: Any = self.fields[name]
            field.queryset = rows
            field.empty_label = "Not chosen"
            if not rows:
                del self.fields[name]


def carried_over(last: LocalDefinition | None, wording: DefinitionTemplate | None = None) -> dict[str, Any]:
    """How the form of the next version begins: as the last one, or with a `wording` that was chosen to begin from."""
    if wording:
        return {"wording": wording.wording, "based_on_template": wording.pk}
    return {"based_on_version": last.pk, **{name: getattr(last, name) for name in CARRIED_OVER}} if last else {}
