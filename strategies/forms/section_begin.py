from typing import Any

from django import forms

from strategies.beginnings import Beginning, Earlier
from svduty.editing.forms import KindForm


class BeginForm(KindForm):
    """What the draft begins from. Last time's strategy is offered where there is one."""

    beginning = forms.ChoiceField(label="Begin from", widget=forms.RadioSelect, choices=Beginning.choices)

    def __init__(self, *args: Any, earlier: Earlier | None, chapters: int, london: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [choice for choice in Beginning.choices if earlier or choice[0] != Beginning.EARLIER]
        self.fields["beginning"].choices = offered  # type: ignore[attr-defined]  # it is a choice field
        hints = {
            Beginning.ELEMENTS.value: f"{chapters} sections, one for each thing a strategy is expected to contain. The two others on the "
            "list, “nothing barred” and “equality”, are checks recorded on a version and need no chapter.",
            Beginning.LONDON.value: f"{london} sections. London’s template is not public: these are the three headings known from it and "
            "the eight themes of London’s violence and vulnerability action plan. Add what your copy of the template has besides.",
        }
        if earlier:
            hints[Beginning.EARLIER.value] = (
                f"{len(earlier.sections)} sections with their text, from {earlier.name}. Who writes each is kept, where it is known; "
                "every section is “To write” again."
            )
        self.fields["beginning"].choice_hints = hints  # type: ignore[attr-defined]  # read where the field is drawn
