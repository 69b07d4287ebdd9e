import dataclasses
from typing import Any

from django import forms

from strategies import cautions, queries_contents
from strategies.models import ContentsCheck, ContentsElement
from strategies.models.contents import Covered
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

ABOUT = ["checked_by", "checked_on", "note"]  # the fields besides the list
LONGEST_WHERE = 300


@dataclasses.dataclass(frozen=True)
class Row:
    """One element of the list with its two fields."""

    element: ContentsElement
    covered: forms.BoundField
    where: forms.BoundField


class ContentsCheckForm(CautiousForm[ContentsCheck]):
    """A version held against the list of what it should contain. It may be saved half filled in."""

    class Meta:
        model = ContentsCheck
        fields = ABOUT
        field_classes = {"checked_on": HappenedField}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "checked_on": "For example 12 1 2024, today, or January 2024.",
            "note": "For example what is to be added, and by whom.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.elements = list(queries_contents.contents_elements())
        super().__init__(*args, **kwargs)
        for element in self.elements:
            covered, where = names_of(element)
            answer = self.instance.answers.get(element.code, {})
            self.fields[covered] = forms.ChoiceField(
                label=element.name,
                choices=Covered.choices,
                required=False,
                widget=forms.RadioSelect,
                error_messages={"invalid_choice": f"Choose one of the answers to “{element.name}”."},
            )
            self.fields[where] = forms.CharField(label=f"{element.name}: where", max_length=LONGEST_WHERE, required=False)
            self.fields[where].error_messages["max_length"] = f"Shorten “Where” of “{element.name}” to {LONGEST_WHERE} characters."
            self.initial.update({covered: answer.get("covered", ""), where: answer.get("where", "")})

    @property
    def rows(self) -> list[Row]:
        return [Row(element, *(self[name] for name in names_of(element))) for element in self.elements]

    @property
    def about_the_check(self) -> list[forms.BoundField]:
        """The fields besides the list."""
        return [self[name] for name in ABOUT]

    def clean(self) -> dict[str, Any]:
        answers = {}
        for element in self.elements:
            covered_name, where_name = names_of(element)
            covered, where = self.cleaned_data.get(covered_name, ""), self.cleaned_data.get(where_name, "")
            if covered == Covered.NOT_NEEDED and not where and where_name not in self.errors:
                self.add_error(where_name, f"Say in “Where” why “{element.name}” is not needed here.")
            if covered or where:
                answers[element.code] = {"covered": covered, "where": where}
        self.instance.answers = self.cleaned_data["answers"] = answers
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return cautions.before_its_date(self.instance.strategy_version, cleaned["checked_on"])


def names_of(element: ContentsElement) -> tuple[str, str]:
    """The names of an element's two fields: whether it is covered, and where."""
    return f"covered_{element.code}", f"where_{element.code}"
