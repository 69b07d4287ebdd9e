from typing import Any

from django import forms

from partnerships.models import LocalGovernmentArea
from partnerships.models.partnership import LegalBasis
from strategies import consultation_cautions as cautions
from strategies import queries
from strategies.models import Consultation
from strategies.models.consultation import Consulted
from strategies.queries_consultation import specified_authorities, standing_consultees_of
from svduty import dates
from svduty.editing.cautious import Caution, CautiousForm
from svduty.vague_dates import VagueDate

LONGEST = 104  # weeks
WHOLE_NUMBER = "Enter a whole number in figures, for example 52."


class ConsultationForm(CautiousForm[Consultation]):
    """Who was asked about a version, from when to when, and what came of it. Which fields it has depends on who was asked."""

    class Meta:
        model = Consultation
        fields = ["kind", "bodies", "area", "opens_on", "weeks", "closes_on", "how", "asked", "answers_received", "effect", "note"]
        widgets = {
            "kind": forms.RadioSelect,
            "bodies": forms.CheckboxSelectMultiple,
            "how": forms.Textarea(attrs={"rows": 2}),
            "effect": forms.Textarea(attrs={"rows": 3}),
            "note": forms.Textarea(attrs={"rows": 2}),
        }
        labels = {"closes_on": "Closes on"}
        help_texts = {
            "opens_on": "For example 10 10 2023. It may lie ahead: then it is a plan, and counts from the day on which it opens.",
            "weeks": "The closing day is worked out from them: four weeks close 28 days after the opening day. The law sets no length.",
            "closes_on": "The last day on which an answer counts. Leave it empty if you gave the weeks.",
            "asked": "You can also list them one by one afterwards: then they are counted.",
            "note": "For example where this is written down. Do not name victims, suspects or patients.",
        }
        error_messages = {
            "asked": {"invalid": WHOLE_NUMBER, "min_value": WHOLE_NUMBER},
            "answers_received": {"invalid": WHOLE_NUMBER, "min_value": WHOLE_NUMBER},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        strategy = self.instance.strategy_version.strategy
        self.areas = list(queries.areas_of_strategy(strategy))
        self.listed = standing_consultees_of(self.instance).count() if self.instance.pk else 0
        wider = LegalBasis(strategy.legal_basis).includes_section_9 or self.instance.kind == Consulted.SPECIFIED
        self.kinds = [(kind, label) for kind, label in Consulted.choices if wider or kind != Consulted.SPECIFIED]
        self.fields["kind"].choices = self.kinds  # type: ignore[attr-defined]
        weeks: Any = self.fields["weeks"]
        weeks.min_value, weeks.max_value = 1, LONGEST
        self._keep_what_fits()

    def _keep_what_fits(self) -> None:
        """Bodies of the register for specified authorities, a number for all others; an area only where there are several."""
        bodies: Any = self.fields["bodies"]
        if self["kind"].value() == Consulted.SPECIFIED and Consulted.SPECIFIED in dict(self.kinds):
            bodies.queryset = specified_authorities(self.instance.strategy_version.strategy)
            self._drop("asked")
        else:
            self._drop("bodies")
            if self.listed:
                self._drop("asked")
        if len(self.areas) < 2 and not self.instance.area_id:
            self._drop("area")
        else:
            area: Any = self.fields["area"]
            area.queryset = queries.areas_of_strategy(self.instance.strategy_version.strategy)
            area.empty_label = "All areas of the strategy"

    def _drop(self, name: str) -> None:
        del self.fields[name]
        self.helper.layout.fields.remove(name)  # type: ignore[attr-defined]  # given by prepare()

    def clean_weeks(self) -> int | None:
        weeks: int | None = self.cleaned_data["weeks"]
        if weeks is not None and not 1 <= weeks <= LONGEST:
            raise forms.ValidationError(f"Enter a number of weeks from 1 to {LONGEST}, or leave it empty and enter the closing day.")
        return weeks

    def clean(self) -> dict[str, Any]:
        opens, weeks = self.cleaned_data.get("opens_on"), self.cleaned_data.get("weeks")
        if opens and weeks and "closes_on" not in self.errors:
            self._close_after(opens, weeks)
        closes = self.cleaned_data.get("closes_on")
        if opens and closes and closes.latest < opens.earliest:
            self.add_error("closes_on", f"It opened on {opens}, so it cannot close on {closes}. Put one of the two days right.")
        return super().clean()

    def _close_after(self, opens: VagueDate, weeks: int) -> None:
        """DL-14: it closes the opening day plus the weeks times seven days; the closing day counts as open."""
        if not opens.exact:
            self.add_error(
                "opens_on", "To count the weeks, enter the exact day on which it opened. If you do not know it, leave the weeks empty."
            )
            return
        last = dates.days_after(opens.earliest, 7 * weeks)
        given = self.cleaned_data.get("closes_on")
        if given and not given.earliest <= last <= given.latest:
            self.add_error(
                "closes_on",
                f"{weeks} {'week' if weeks == 1 else 'weeks'} from {opens} close on {dates.say_short(last)}, but the closing day given is "
                f"{given}. Change one of them, or leave the one that does not hold empty.",
            )
            return
        self.cleaned_data["closes_on"] = VagueDate.of(last)

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        version, kind = self.instance.strategy_version, cleaned["kind"]
        found = cautions.about_dates(version, cleaned["opens_on"], cleaned.get("closes_on"))
        if kind == Consulted.SPECIFIED:
            if not cleaned.get("bodies"):
                none = "No body is chosen. The Act asks for every other specified authority, so without their names it counts for nobody."
                found.append(Caution("no-bodies", none))
            asked: int | None = len(cleaned.get("bodies") or ()) or None
        else:
            asked = self.listed or cleaned.get("asked")
        covered: list[LocalGovernmentArea] = [cleaned["area"]] if cleaned.get("area") else self.areas
        return found + cautions.about_numbers(version, kind, covered, asked, cleaned.get("answers_received"))

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]  # Django's own hook
        if self.cleaned_data["kind"] != Consulted.SPECIFIED:
            self.instance.bodies.clear()
