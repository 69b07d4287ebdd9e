from typing import Any

from django import forms

from strategies import queries_measures as queries
from strategies.measuring import FEW_BELOW, below_nothing, fits_length, overlapping, period_words
from strategies.models import Reading
from strategies.models.measure import Unit
from svduty import clock, dates
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.figures import FigureField


class ReadingForm(CautiousForm[Reading]):
    """One figure of a measure and the time it covers, or that it is too small to be told."""

    mark_optional = False

    class Meta:
        model = Reading
        fields = ["first", "last", "value", "few", "breaks", "note"]
        field_classes = {"first": DayFormField, "last": DayFormField, "value": FigureField}
        widgets: dict[str, Any] = {"first": forms.TextInput, "last": forms.TextInput, "value": forms.TextInput}
        labels = {"first": "From", "last": "To", "note": "Note (optional)"}
        help_texts = {
            "first": "For example 1 4 2026.",
            "last": "For example 30 6 2026.",
            "few": "So small a number can point at a person. Leave the figure empty then.",
            "breaks": "For example because the way of counting changed. The chart begins a new line here.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        suffix = {Unit.PERCENT.value: "%", Unit.RATE.value: "for each 1,000"}.get(self.instance.measure.unit)
        value: Any = self.fields["value"]
        value.suffix = suffix
        value.prefix = "£" if self.instance.measure.unit == Unit.POUNDS else None

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        value, few, first, last = (said.get(name) for name in ("value", "few", "first", "last"))
        if "value" not in self.errors:
            if few and value is not None:
                self.add_error("value", "You ticked that it is fewer than five, so leave the figure empty, or take the tick away.")
            elif not few and value is None:
                self.add_error("value", "Enter the figure, or tick that it is fewer than five.")
            elif wrong := below_nothing(self.instance.measure.unit, value):
                self.add_error("value", wrong)
        if first and last and last < first:
            self.add_error("last", f"It begins on {dates.say_short(first)}, so it cannot end on {dates.say_short(last)}.")
        elif last and last > clock.today():
            self.add_error("last", f"{dates.say_short(last)} is still to come. Record the figure once its time is over.")
        elif first and last and queries.same_time(self.instance, first, last):
            self.add_error("first", "A figure for this time is already recorded. Change that one, or withdraw it first.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        measure, first, last, value = self.instance.measure, cleaned["first"], cleaned["last"], cleaned["value"]
        found = []
        other = overlapping(queries.readings_of(measure), first, last, self.instance.pk)
        if other:
            sentence = f"A figure for {period_words(other.first, other.last)} is recorded already, and the times overlap. Look at the days."
            found.append(Caution("overlap", sentence))
        if not fits_length(measure, first, last):
            usual = measure.get_every_months_display().lower()
            found.append(Caution("length", f"This measure is counted {usual}, and this time is shorter or longer. Look at the days."))
        if value is not None and measure.unit == Unit.NUMBER and 0 < value < FEW_BELOW:
            sentence = "A number under five can point at a person. Tick that it is fewer than five instead, unless it may be told."
            found.append(Caution("small", sentence))
        if value is not None and measure.unit == Unit.PERCENT and value > 100:
            found.append(Caution("percent", "It is more than 100%. Look at the figure again."))
        return found
