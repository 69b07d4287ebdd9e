"""Scrutiny by a council's crime and disorder committee: its meetings, its reports and the reply, its requests and the answer."""

from typing import Any

from django import forms

from partnerships.forms.answered import NO_NAMES
from partnerships.forms.checked_file import CheckedFileField
from strategies import queries_scrutiny as queries
from strategies.models import ScrutinyMeeting, ScrutinyReport, ScrutinyRequest
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.happened import HappenedField

COMMITTEE = "Its name, for example Crime and Disorder Overview and Scrutiny Committee."
ONE_A_LINE = "One a line."


class _OfCommittee:
    """What forms about a committee share: the councils to choose from, and what is likely."""

    def choose_council(self: Any) -> None:
        partnership = self.instance.partnership
        self.fields["council"].queryset = queries.councils_to_choose(partnership, self.instance.council_id)
        if "asked_of" in self.fields:
            self.fields["asked_of"].queryset = queries.bodies_to_ask(partnership, self.instance.asked_of_id)
        self.fields["council"].help_text = "Whose crime and disorder committee it is (Police and Justice Act 2006 section 19)."
        self.fields["committee"].help_text = COMMITTEE
        if self.instance.pk:
            return
        councils = list(queries.councils_of(partnership)[:2])
        if len(councils) == 1 and not self.initial.get("council"):
            self.initial["council"] = councils[0].pk
        known = queries.committees_known(partnership)
        if len(known) == 1:
            self.initial["committee"] = known[0]

    def about_council(self: Any, cleaned: dict[str, Any]) -> list[Caution]:
        council = cleaned["council"]
        if council.kind in queries.COUNCILS:
            return []
        sentence = f"{council} is not recorded as a council. Only councils have crime and disorder committees."
        return [Caution("no-council", sentence)]


class ScrutinyMeetingForm(_OfCommittee, CautiousForm[ScrutinyMeeting]):
    class Meta:
        model = ScrutinyMeeting
        fields = ["council", "committee", "held_on", "functions", "about", "next_on", "reference", "link"]
        field_classes = {"held_on": HappenedField}
        widgets = {"about": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "held_on": "For example 16 1 2027, or January 2027.",
            "about": f"In a few sentences. {NO_NAMES}",
            "next_on": "If it said so, for example January 2028: then it is taken to mean by the last day of that month.",
            "reference": "For example item 7 of the minutes.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_council()

    def clean(self) -> dict[str, Any]:
        held_on, next_on = self.cleaned_data.get("held_on"), self.cleaned_data.get("next_on")
        if held_on and next_on and next_on.latest < held_on.earliest:
            self.add_error("next_on", f"The meeting was held {held_on}, so the next one cannot be {next_on}. Enter a later date.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = self.about_council(cleaned)
        if not cleaned["functions"]:
            sentence = "A meeting that did not review or scrutinise crime and disorder functions is kept, and does not count for the year."
            found.append(Caution("no-functions", sentence))
        return found


class ScrutinyReportForm(_OfCommittee, CautiousForm[ScrutinyReport]):
    """What the committee reported or recommended, and to whom. The reply has a page of its own."""

    upload = CheckedFileField(label="The report as a file", required=False)

    class Meta:
        model = ScrutinyReport
        fields = ["council", "committee", "title", "dated", "recommendations", "asked_of", "upload", "link"]
        field_classes = {"dated": HappenedField}
        widgets = {"recommendations": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "title": "For example Report on serious violence among under-25s.",
            "dated": "As on the report, for example 1 2 2027. The 28 days for the reply count from the day after it.",
            "recommendations": f"{ONE_A_LINE} {NO_NAMES}",
            "asked_of": "The body to which the report was sent for a reply.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_council()
        if self.instance.document:
            self.fields["upload"].label = "Another file in place of the one kept"
            self.fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        dated, replied_on = self.cleaned_data.get("dated"), self.instance.replied_on
        if dated and replied_on and replied_on.latest < dated.earliest:
            self.add_error("dated", f"The reply was given on {replied_on}, so the report cannot be of {dated}. Check the two days.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found = self.about_council(cleaned)
        if not cleaned["dated"].exact:
            found.append(Caution("vague", "Without the exact day of the report it cannot always be told whether the reply was in time."))
        return found


class ScrutinyReplyForm(CautiousForm[ScrutinyReport]):
    """The written reply to a report. Both boxes left empty take a recorded reply back."""

    mark_optional = False

    class Meta:
        model = ScrutinyReport
        fields = ["replied_on", "reply"]
        field_classes = {"replied_on": HappenedField}
        widgets = {"reply": forms.Textarea(attrs={"rows": 10})}
        help_texts = {
            "replied_on": "The day the reply was sent in writing, for example 24 2 2027.",
            "reply": f"What was replied to each recommendation. {NO_NAMES}",
        }

    def clean(self) -> dict[str, Any]:
        check_days(self, "replied_on", "reply", self.instance.dated, f"The report is of {self.instance.dated}")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if cleaned["replied_on"] and not cleaned["reply"]:
            return [Caution("no-words", "What was replied is not said. A sentence for each recommendation will be wanted later.")]
        return []


class ScrutinyRequestForm(_OfCommittee, CautiousForm[ScrutinyRequest]):
    """What the committee asked to be told, of whom and by when. The answer has a page of its own."""

    class Meta:
        model = ScrutinyRequest
        fields = ["council", "committee", "about", "asked_of", "asked_on", "answer_by"]
        field_classes = {"asked_on": HappenedField, "answer_by": DayFormField}
        widgets = {"about": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "about": f"In a sentence or two. {NO_NAMES}",
            "asked_on": "For example 3 3 2027.",
            "answer_by": "If the request names a day. Otherwise it is answered as soon as reasonably possible (SI 2009/942 regulation 5).",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choose_council()

    def clean(self) -> dict[str, Any]:
        asked_on, answered_on = self.cleaned_data.get("asked_on"), self.instance.answered_on
        if asked_on and answered_on and answered_on.latest < asked_on.earliest:
            self.add_error("asked_on", f"It was answered on {answered_on}, so it cannot have been asked on {asked_on}. Check the two days.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        found, answer_by = self.about_council(cleaned), cleaned["answer_by"]
        if answer_by and answer_by < cleaned["asked_on"].earliest:
            found.append(Caution("day-before", "The day it asks for lies before the day on which it asked. Look at both again."))
        return found


class ScrutinyAnswerForm(CautiousForm[ScrutinyRequest]):
    """The answer to a request for information. Both boxes left empty take a recorded answer back."""

    mark_optional = False

    class Meta:
        model = ScrutinyRequest
        fields = ["answered_on", "answer"]
        field_classes = {"answered_on": HappenedField}
        widgets = {"answer": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "answered_on": "For example 20 3 2027, or today.",
            "answer": f"What was given. It must not identify anybody unless that is necessary, nor prejudice proceedings. {NO_NAMES}",
        }

    def clean(self) -> dict[str, Any]:
        check_days(self, "answered_on", "answer", self.instance.asked_on, f"It was asked on {self.instance.asked_on}")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if cleaned["answered_on"] and not cleaned["answer"]:
            return [Caution("no-words", "What was answered is not said. A sentence will be wanted later.")]
        return []


def check_days(form: Any, day: str, words: str, begun: Any, because: str) -> None:
    """Add the errors of an answer: words need their day, and an answer follows what it answers."""
    given, said = form.cleaned_data.get(day), form.cleaned_data.get(words)
    if day in form.errors:
        return
    if not given and (said or not form.initial.get(day)):
        form.add_error(day, "Enter the day it was sent. A month or a year will do if that is all you know.")
    elif given and given.latest < begun.earliest:
        form.add_error(day, f"{because}, so it cannot have been answered on {given}. Check the two days.")
