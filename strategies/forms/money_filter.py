from collections.abc import Iterable
from typing import Any

from django import forms

from strategies.models import FundingStream
from svduty import dates
from svduty.editing.forms import KindForm


class MoneyFilter(KindForm):
    """Which money to show: of one financial year, of one stream."""

    mark_optional = False
    year = forms.ChoiceField(label="Financial year", required=False)
    stream = forms.ChoiceField(label="Stream", required=False)

    def __init__(self, *args: object, streams: Iterable[FundingStream], years: Iterable[int], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["year"].choices = [("", "Newest first"), *((str(year), dates.say_financial_year(year)) for year in years)]
        fields["stream"].choices = [("", "All"), *((str(stream.pk), stream.name) for stream in streams)]

    def chosen(self) -> tuple[int | None, int | None]:
        """Year and stream, as far as they were chosen and exist; anything else is as if it had not been asked for."""
        self.full_clean()
        year, stream = (self.cleaned_data.get(name) for name in ("year", "stream"))
        return int(year) if year else None, int(stream) if stream else None
