"""A readiness assessment with its themes, which are rows of one form."""

from typing import Any

from crispy_forms.layout import Div, Fieldset, Layout
from django import forms

from partnerships.forms.answered import NO_NAMES
from strategies.models import ReadinessAssessment, ReadinessTheme
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.forms import prepare
from svduty.editing.happened import HappenedField

LEVELS = "For example Preparing, Developing or Mature."
# No list of themes is published. These are where one begins; the names can be changed and more added.
THEMES = ("Partnership", "Definition", "Data and needs assessment", "Strategy", "Engagement", "Evaluation")
MORE = 2  # empty rows beneath those that are filled in
PARTS = {"theme": ("Theme", 100), "level": ("Level", 100), "note": ("Why", 2000)}


class ReadinessForm(CautiousForm[ReadinessAssessment]):
    """When it was assessed, by whom, the level in all and in each theme, and what is to be done."""

    mark_optional = False

    class Meta:
        model = ReadinessAssessment
        fields = ["assessed_on", "assessor", "level", "actions", "link"]
        field_classes = {"assessed_on": HappenedField}
        widgets = {"actions": forms.Textarea(attrs={"rows": 4})}
        labels = {
            "level": "Level in all (optional)",
            "actions": "What is to be done (optional)",
            "link": "Where it can be read (optional)",
        }
        help_texts = {
            "assessed_on": "For example 3 3 2027, or March 2027.",
            "assessor": "The body or post, for example the Home Office's assessor.",
            "level": LEVELS,
            "actions": NO_NAMES,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept = [(row.theme, row.level, row.note) for row in self.instance.themes.all()] if self.instance.pk else []
        rows = [*(kept or [(theme, "", "") for theme in THEMES]), *([("", "", "")] * MORE)]
        self.places = range(1, len(rows) + 1)
        for place, row in zip(self.places, rows, strict=True):
            for (part, (label, longest)), value in zip(PARTS.items(), row, strict=True):
                field = forms.CharField(label=f"{label} {place}" if part == "theme" else label, max_length=longest, required=False)
                self.fields[f"{part}_{place}"] = field
                self.initial.setdefault(f"{part}_{place}", value)
        prepare(self)
        names = {place: [f"{part}_{place}" for part in PARTS] for place in self.places}
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            "assessed_on",
            "assessor",
            "level",
            *[
                Fieldset(row[0] or "One more theme", Div(*names[place][:2], css_class="svd-columns"), names[place][2])
                for place, row in enumerate(rows, start=1)
            ],
            Fieldset("What follows", "actions", "link"),
        )

    def clean(self) -> dict[str, Any]:
        for place in self.places:
            theme, level, note = (self.cleaned_data.get(f"{part}_{place}") for part in PARTS)
            if not theme and (level or note):
                self.add_error(f"theme_{place}", "Name the theme that this is about, or empty its row.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if not cleaned["level"] and not any(level for _, level, _ in self.themes()):
            return [Caution("no-level", "No level is given, neither in all nor in a theme. So nothing can be compared with it later.")]
        return []

    def themes(self) -> list[tuple[str, str, str]]:
        """Theme, level and reason of each row that is filled in; a theme alone, with neither, is left out."""
        said = [tuple(self.cleaned_data.get(f"{part}_{place}") or "" for part in PARTS) for place in self.places]
        return [(theme, level, note) for theme, level, note in said if theme and (level or note)]

    def _save_m2m(self) -> None:
        """The rows are written with the record, in its transaction, so that its history tells of them."""
        super()._save_m2m()  # type: ignore[misc]  # Django's own hook
        self.instance.themes.all().delete()
        rows = enumerate(self.themes(), start=1)
        ReadinessTheme.objects.bulk_create(
            ReadinessTheme(assessment=self.instance, position=place, theme=theme, level=level, note=note)
            for place, (theme, level, note) in rows
        )
