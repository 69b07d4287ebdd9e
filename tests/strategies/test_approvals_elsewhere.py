"""Decisions that were made elsewhere: a cabinet's, with its conditions and its paper."""

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.models import Decision, Meeting
from strategies.models import Approval, Version
from tests.cast import Cast
from tests.partnerships.board_of import make_board
from tests.strategies.helpers import APPROVAL, at, text_of

pytestmark = pytest.mark.usefixtures("today")


def add(client: Client, version: Version, **changes: object) -> str:
    return text_of(client.post(at("approval_add", version.pk), {**APPROVAL, **changes}, follow=True))


def test_a_cabinet_s_decision_keeps_its_conditions_its_paper_and_its_address(coordinator: Client, version: Version) -> None:
    paper = SimpleUploadedFile("minute.txt", b"Agreed.", "text/plain")
    said = {"outcome": "conditions", "conditions": "Costs are added.", "link": "https://council.example/7", "reference": "Item 7"}
    page = add(coordinator, version, upload=paper, **said)
    approval = Approval.objects.get()
    assert (approval.conditions, approval.link) == ("Costs are added.", "https://council.example/7")
    assert approval.document
    for shown in ("Conditions: Costs are added.", "https://council.example/7", "minute.txt", "Item 7"):
        assert shown in page


def test_approval_with_conditions_names_them_and_one_without_has_none(coordinator: Client, version: Version) -> None:
    assert "Enter the conditions on which it was approved" in add(coordinator, version, outcome="conditions")
    assert "choose “Approved with conditions”" in add(coordinator, version, conditions="Costs are added.")
    assert not Approval.objects.exists()


def test_what_meetings_decided_about_the_version_stands_beside_the_form(coordinator: Client, version: Version, cast: Cast) -> None:
    meeting = Meeting.objects.create(board=make_board(cast.ours), day=datetime.date(2026, 11, 2), state="held")
    about = {"meeting": meeting, "about_kind": "version", "about_version": 1, "outcome": "agreed"}
    Decision.objects.create(**about, about_pk=version.pk, wording="To agree it with thanks.")
    Decision.objects.create(**about, about_pk=version.pk + 1, wording="Of another version.")
    page = text_of(coordinator.get(at("approval_add", version.pk)))
    assert "To agree it with thanks." in page
    assert "Of another version." not in page
