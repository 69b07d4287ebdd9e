"""An assurance statement and a report to a committee: what each is, and the words of its text."""

from typing import Any

from django import forms

from strategies.models import AssuranceStatement, CommitteeReport
from strategies.queries_review import boards_to_choose
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.happened import HappenedField
from svduty.vague_dates import VagueDate

EARLIEST, LATEST = 2020, 2100
SPRING = "21"
HOW = (
    "Leave an empty line between paragraphs. Begin a line with ## for a heading and with - for a list; put two stars around **bold** "
    "words. Do not name victims, suspects or patients."
)


class AssuranceStatementForm(CautiousForm[AssuranceStatement]):
    """For which year, by when, and once it is done: who approved it when, and where it was published."""

    class Meta:
        model = AssuranceStatement
        fields = ["year", "due", "approved_by", "approved_on", "published_on", "link"]
        field_classes = {"approved_on": HappenedField, "published_on": HappenedField}
        help_texts = {
            "year": "The year in which it is made, for example 2027.",
            "due": "A month or a season will do: Spring 2027 is due on 31 May 2027. A local date, not law.",
            "approved_on": "For example 14 5 2027.",
            "link": "For example https://www.example.gov.uk/assurance",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["approved_by"].queryset = boards_to_choose(self.instance.partnership)
        fields["approved_by"].empty_label = "Nobody yet"
        fields["year"].widget.attrs["class"] = "govuk-input--width-4"
        if not self.instance.pk:
            year = clock.today().year
            self.initial.setdefault("year", year)
            self.initial.setdefault("due", VagueDate.from_edtf(f"{year}-{SPRING}"))

    def _get_validation_exclusions(self) -> set[str]:
        """One statement a year, those that were withdrawn not counted."""
        return super()._get_validation_exclusions() - {"withdrawn_on"}

    def clean_year(self) -> int:
        year: int = self.cleaned_data["year"]
        if not EARLIEST <= year <= LATEST:
            raise forms.ValidationError(f"Enter a year from {EARLIEST} to {LATEST}, for example 2027.")
        return year

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if given.get("approved_by") and not given.get("approved_on") and "approved_on" not in self.errors:
            self.add_error("approved_on", "Enter the day on which the board approved it, or choose nobody above.")
        if given.get("approved_on") and not given.get("approved_by") and "approved_by" not in self.errors:
            self.add_error("approved_by", "Choose the board that approved it. If it is not listed, add it under Boards.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = []
        approved, published, due = cleaned["approved_on"], cleaned["published_on"], cleaned["due"]
        if approved and not self.instance.text.strip() and not cleaned["link"]:
            found.append(
                Caution("no-text", "It has no text here and no address at which it can be read. What was approved cannot be shown.")
            )
        if published and not approved:
            found.append(Caution("not-approved", "It is published, and no approval is recorded."))
        if published and approved and published.latest < approved.earliest:
            found.append(Caution("published-first", f"It was published {published}, before it was approved {approved}. Look at both days."))
        if due and due.latest.year != cleaned["year"]:
            found.append(
                Caution("other-year", f"It is the statement for {cleaned['year']} and due in {due.latest.year}. Look at both again.")
            )
        return found


class CommitteeReportForm(CautiousForm[CommitteeReport]):
    class Meta:
        model = CommitteeReport
        fields = ["title", "committee", "meeting_on", "by"]
        field_classes = {"meeting_on": DayFormField}
        help_texts = {
            "title": "For example Serious Violence Duty: yearly report.",
            "committee": "For example Crime and Disorder Overview and Scrutiny Committee.",
            "meeting_on": "For example 14 1 2027.",
        }

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return []


class StatementTextForm(CautiousForm[AssuranceStatement]):
    mark_optional = False

    class Meta:
        model = AssuranceStatement
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 30, "class": "svd-text"})}
        help_texts = {"text": HOW}

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if self.instance.approved_on and "text" in self.changed_data:
            sentence = f"It was approved on {self.instance.approved_on}. Changed words are no longer the ones that were approved."
            return [Caution("approved", sentence)]
        return []


class ReportTextForm(CautiousForm[CommitteeReport]):
    mark_optional = False

    class Meta:
        model = CommitteeReport
        fields = ["text"]
        widgets = {"text": forms.Textarea(attrs={"rows": 30, "class": "svd-text"})}
        help_texts = {"text": HOW}

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return []
