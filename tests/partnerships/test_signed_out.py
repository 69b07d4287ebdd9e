import pytest
from django.test import Client
from django.urls import reverse

from partnerships.models import AuditEntry
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_what_was_typed_after_the_sign_in_ended_is_printed_back_and_nothing_is_saved(cast: Cast) -> None:
    address = reverse("localdefinition_add", args=[cast.ours.slug])
    answer = Client().post(address, {"wording": "An hour's work <b>on words</b>", "seen_version": "1"})

    assert answer.status_code == 401
    assert "You are signed out" in answer.content.decode()
    assert "An hour&#x27;s work &lt;b&gt;on words&lt;/b&gt;" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert not cast.ours.definitions.exists()
    assert not AuditEntry.objects.exists()


def test_without_text_to_lose_the_way_leads_to_sign_in(cast: Cast) -> None:
    address = reverse("localdefinition_add", args=[cast.ours.slug])
    assert reverse("sign_in") in Client().post(address, {})["Location"]
    assert reverse("sign_in") in Client().get(address)["Location"]
