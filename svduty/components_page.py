"""A living page of every component, for whoever builds a page. Routed only while DEBUG is on."""

import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from svduty.editing.forms import KindForm
from svduty.status_words import STATUSES

ON = datetime.date(2026, 11, 24)


class ExampleForm(KindForm):
    """One field of every kind the form pack draws."""

    title = forms.CharField(label="Title of the strategy", help_text="As it stands on its cover.", max_length=200)
    agreed = forms.CharField(
        label="When did the board agree it?",
        help_text="For example 20 2 2024. A month or a season will do if that is all you know.",
        widget=forms.TextInput(attrs={"class": "govuk-input--width-10"}),
    )
    reasons = forms.CharField(
        label="What has changed since last time",
        help_text="Do not name victims, suspects or patients.",
        widget=forms.Textarea,
        max_length=2000,
        required=False,
    )
    body = forms.ChoiceField(
        label="Which body leads?", choices=[("", "Choose"), ("la", "Local authority"), ("police", "Chief officer of police")]
    )
    outcome = forms.ChoiceField(
        label="What was decided?",
        choices=[("yes", "Approve"), ("conditions", "Approve with conditions"), ("no", "Send back")],
        widget=forms.RadioSelect,
    )
    consulted = forms.MultipleChoiceField(
        label="Who was consulted?",
        choices=[("schools", "Schools"), ("prisons", "Prisons"), ("custody", "Youth custody")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    spent = forms.DecimalField(label="Spent this quarter", required=False)
    link = forms.URLField(label="Where it is published", required=False, assume_scheme="https")
    document = forms.FileField(label="The document", help_text="PDF or Word, up to 25 MB.", required=False)
    password = forms.CharField(label="Your password", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}))
    public = forms.BooleanField(label="This may be released on request", required=False)
    token = forms.CharField(widget=forms.HiddenInput, required=False)

    outcome.choice_hints = {"conditions": "Say what must change before it is published."}  # type: ignore[attr-defined]
    spent.prefix = "£"  # type: ignore[attr-defined]


class ExampleFilters(forms.Form):
    mark_optional = False
    status = forms.ChoiceField(label="Status", required=False, choices=[("", "Any"), ("OVERDUE", "Overdue"), ("MET", "Met")])
    strength = forms.ChoiceField(label="Strength", required=False, choices=[("", "Any"), ("law", "Statutory"), ("g", "Guidance")])
    who = forms.CharField(label="Who", required=False)


def components(request: HttpRequest) -> HttpResponse:
    """Every component once; a POST shows the form with its errors."""
    form = ExampleForm(request.POST or None, request.FILES or None)
    if request.method == "GET" and "errors" in request.GET:
        form = ExampleForm({"title": "", "reasons": "Two\nlines"})
    if not form.is_bound:
        messages.success(request, "Saved. “Sent to the Home Office” is now met late, by 2 days.")
    page = Paginator(range(90), 10).get_page(request.GET.get("page"))
    return render(request, "components_page.html", {**_examples(), "frame": _frame(), "form": form, "list_page": page})


components.permission = "public"  # type: ignore[attr-defined]  # the mark that the floor above reads


def _frame() -> dict[str, Any]:
    names = ["Overview", "Duties", "Who", "Evidence", "Strategy", "Consultation", "Delivery", "Reviews", "Calendar", "Reports"]
    return {
        "partnership": {"name": "Anyborough Community Safety Partnership"},
        "partnerships": [("Anyborough Community Safety Partnership", "#any"), ("Otherborough Safer Together Board", "#other")],
        "places": [{"label": name, "url": f"#{name.lower()}", "current": name == "Duties"} for name in names],
        "banner": "Invented for training: no real area, no real facts.",
        "notices": 3,
        "law_as_at": "22 November 2026",
    }


def _examples() -> dict[str, Any]:
    return {
        "on": ON,
        "due_day": datetime.date(2027, 1, 31),
        "statuses": list(STATUSES),
        "filters": ExampleFilters(),
        "breadcrumb": [("Anyborough", "#"), ("Components", "#")],
        "counts": [
            {"status": "MET", "number": 22, "label": "met", "url": "#"},
            {"status": "MET_LATE", "number": 2, "label": "met late", "url": "#"},
            {"status": "DUE_SOON", "number": 3, "label": "due soon", "url": "#"},
            {"status": "OVERDUE", "number": 1, "label": "overdue", "url": "#"},
            {"status": "NOT_MET", "number": 2, "label": "not met", "url": "#"},
            {"status": "CANNOT_TELL", "number": 1, "label": "cannot tell", "url": "#"},
        ],
        "todo": [
            {
                "when": "Overdue by 2 days",
                "tone": "bad",
                "what": "Send the strategy to the Home Office",
                "where": "Strategy 2027-2030, version 1",
                "who": "Coordinator",
                "url": "#",
                "action": "Record the sending",
            },
            {
                "when": "Due in 6 days",
                "tone": "soon",
                "what": "Answer the scrutiny report",
                "where": "28-day reply",
                "who": "Council",
                "url": "#",
                "action": "Write the reply",
            },
            {
                "when": "Waiting for you",
                "what": "Decide on draft 2 of the strategy",
                "where": "Board, 9 of 15 so far",
                "url": "#",
                "action": "Read and decide",
            },
        ],
        "columns": ["Award", "Year", {"label": "Awarded", "numeric": True}, {"label": "Spent", "numeric": True}, "Position"],
        "rows": [
            [
                {"text": "Serious Violence Duty grant", "url": "#", "sub": "Home Office"},
                "2026-27",
                "£196,000.00",
                "£84,120.50",
                {"text": "", "status": "MET"},
            ],
            [{"text": "Area-based grant", "url": "#"}, "2026-27", "£60,500.00", "£0.00", {"text": "", "status": "DUE_SOON"}],
        ],
        "history": [
            {
                "what": "Draft 2 sent back",
                "who": "Chair of the board",
                "when": "20 November 2026",
                "comment": "Say how hate crime is covered.",
            },
            {"what": "Draft 2 sent for decision", "who": "Coordinator", "when": "12 November 2026"},
            {"what": "Draft 1 withdrawn", "who": "Coordinator", "when": "2 October 2026"},
        ],
        "files": [
            {
                "name": "Strategic needs assessment 2026",
                "url": "#",
                "note": "PDF, 2.1 MB, dated 3 June 2026",
                "action_url": "#",
                "action": "Replace",
            },
            {"name": "Minutes of the board", "url": "#", "note": "Link, dated 14 October 2026"},
        ],
        "tabs": [
            {"text": "Everything", "url": "#", "current": True},
            {"text": "What changed since you read version 1", "url": "#", "number": 4},
        ],
        "actions": [
            {"text": "Record the sending", "url": "#"},
            {"text": "Prepare the pack and send", "url": "#", "kind": "secondary"},
            {"text": "Withdraw this record", "url": "#", "kind": "warning"},
            {"text": "Show the history", "url": "#", "kind": "link"},
        ],
        "conflict": [{"label": "What has changed", "mine": "We added hospital data.", "theirs": "Hospital data from 2024 added."}],
    }


urlpatterns = [path("", components, name="components")]
