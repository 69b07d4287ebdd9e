"""Publishing a version in one go: when, on whose website for each area, in which other form, and what is missing."""

import datetime
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django import forms

from compliance.facts import PublicationFacts
from compliance.going_out import BEFORE, WHERE, Missing, Outlook
from partnerships.models import LocalGovernmentArea, Organisation
from strategies import queries
from strategies.models import Publication, Strategy
from strategies.models.publication import Language, Way
from svduty import clock, dates
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm
from svduty.vague_dates import VagueDate

# Given what would be recorded and the day: how the version would stand.
Look = Callable[[Iterable[PublicationFacts], datetime.date], Outlook]
OTHER_FORMS = (("other_form", "audience"), ("second_form", "second_audience"))
CHECK = "check"
SUPPOSED = -1


class PublishForm(KindForm):
    """`missing`: what to say before the button is pressed. `publications`: what a valid form would record.

    `conditions`: what those who approved it asked for, in sentences.
    """

    mark_optional = False
    published_on = DayFormField(label="Published on", help_text="The day it was placed there, for example 31 1 2027, today or yesterday.")
    language = forms.ChoiceField(
        label="Language", choices=Language.choices, widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline"})
    )
    other_form = forms.CharField(
        label="In what form", required=False, max_length=200, help_text="For example a leaflet, an easy read version, a meeting, the press."
    )
    audience = forms.CharField(label="For whom", required=False, max_length=200, help_text="The groups it is meant to reach.")
    second_form = forms.CharField(label="In what second form", required=False, max_length=200)
    second_audience = forms.CharField(label="For whom is the second form", required=False, max_length=200)
    open_page = forms.BooleanField(
        label="Also open our public page of it here",
        required=False,
        help_text="Anyone can then read this version here without a sign-in, and nothing else of your records.",
    )
    conditions_met = forms.CharField(
        label="How the conditions were met",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="A word for each. It is kept with each publication and in the history.",
        error_messages={"required": "Say how each condition was met, or which is not met yet and why it goes out all the same."},
    )
    reason = forms.CharField(
        label="Why it goes out all the same",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="In a sentence or two. It is kept with each publication and in the history.",
    )

    def __init__(self, *args: Any, strategy: Strategy, look: Look, conditions: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conditions = conditions
        if not conditions:
            del self.fields["conditions_met"]
        self.strategy, self._look = strategy, look
        self.areas = list(queries.areas_of_strategy(strategy))
        self.publications: list[Publication] = []
        self.day: datetime.date = clock.today()
        owners = queries.website_owners(strategy.partnership)
        for area in self.areas:
            self._add_site(area, owners)
        for name, value in (("published_on", self.day), ("language", self._usual_language()), ("open_page", True)):
            self.initial.setdefault(name, value)
        self.outlook = look((), self.day)
        self.missing: list[Missing] = self.outlook.missing(BEFORE)
        if self.outlook.barred:
            del self.fields["open_page"]

    def _add_site(self, area: LocalGovernmentArea, owners: Any) -> None:
        self.fields[f"owner_{area.pk}"] = forms.ModelChoiceField(
            owners,
            label="Whose website",
            required=False,
            empty_label="Choose",
            help_text="A specified authority for the area, or its local policing body. These stand first.",
            error_messages={"invalid_choice": "Choose whose website it is from the list."},
        )
        self.fields[f"address_{area.pk}"] = self._address("Address of the page", "For example https://www.example.gov.uk/serious-violence")
        if area.in_wales:
            self.fields[f"welsh_{area.pk}"] = self._address("Address of the Welsh text", "If it stands on a page of its own.")

    @staticmethod
    def _address(label: str, hint: str) -> forms.Field:
        invalid = "Enter a full web address, for example https://www.example.gov.uk/strategy"
        field = Publication._meta.get_field("address").formfield(label=label, help_text=hint, required=False)
        field.error_messages["invalid"] = invalid
        return field

    def _usual_language(self) -> str:
        return Language.BOTH if any(area.in_wales for area in self.areas) else Language.ENGLISH

    @property
    def sites(self) -> list[dict[str, Any]]:
        """For the page: each area with its fields."""
        names = ("owner", "address", "welsh")
        return [{"area": area, "fields": [self[f"{n}_{area.pk}"] for n in names if f"{n}_{area.pk}" in self.fields]} for area in self.areas]

    @property
    def looks_only(self) -> bool:
        """Was it only asked what is missing?"""
        return self.is_bound and CHECK in self.data

    def is_valid(self) -> bool:
        return super().is_valid() and not self.looks_only

    def clean_published_on(self) -> datetime.date:
        day: datetime.date = self.cleaned_data["published_on"]
        if day > clock.today():
            raise forms.ValidationError(f"{dates.say_short(day)} is still to come. Record it on the day it happens, or put the date right.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for form, audience in OTHER_FORMS:
            if cleaned.get(audience) and not cleaned.get(form):
                self.add_error(form, "Say in which form, or leave “For whom” empty too.")
        if self.errors:
            return cleaned
        self.day = cleaned["published_on"]
        self.publications = list(self._written(cleaned))
        if not self.publications:
            self.add_error(None, "Say where it is published: choose a website for at least one area, or name another form.")
            return cleaned
        self.outlook = self._look([_facts(one) for one in self.publications], self.day)
        self.missing = self.outlook.missing((*BEFORE, *WHERE))
        if self.missing and not cleaned.get("reason") and not self.looks_only:
            self.add_error("reason", "Say why it goes out without what is missing, or put that right first and come back.")
        return cleaned

    def _written(self, cleaned: dict[str, Any]) -> Iterable[Publication]:
        day, language = VagueDate.of(self.day), cleaned["language"]
        for area in self.areas:
            owner, address, welsh = (cleaned.get(f"{name}_{area.pk}") for name in ("owner", "address", "welsh"))
            if not (owner or address or welsh):
                continue
            on_site = {"way": Way.WEBSITE, "published_on": day, "area": area, "owner": owner}
            if welsh:
                yield Publication(**on_site, address=welsh, language=Language.WELSH)
            if address or (owner and not welsh):
                yield Publication(**on_site, address=address or "", language=Language.ENGLISH if welsh else language)
        for form, audience in OTHER_FORMS:
            if cleaned.get(form):
                yield Publication(
                    way=Way.OTHER, published_on=day, other_form=cleaned[form], audience=cleaned.get(audience, ""), language=language
                )


def _facts(publication: Publication) -> PublicationFacts:
    owner: Organisation | None = publication.owner
    return PublicationFacts(
        pk=SUPPOSED,
        way=publication.way,
        published_on=publication.published_on,
        languages=tuple(publication.language.split("-")),
        area_pk=publication.area_id,
        owner_pk=publication.owner_id,
        owner=owner.name if owner else "",
        address=publication.address,
        other_form=publication.other_form,
        audience=publication.audience,
        reason="",
    )
