"""Every form of the access table, sent after the sign-in ended: the words are back in it after signing in again, and not saved."""

import datetime

import pytest
from django.test import Client

from partnerships.models import User
from svduty import clock
from tests.cast import PASSWORD
from tests.guards.access_table import TABLE
from tests.guards.database_state import changed, state
from tests.guards.filling import CANARY, filled, forms_on
from tests.guards.levels import OPEN, rightful
from tests.guards.test_access import World, world
from tests.page_forms import controls_of, sent_by

__all__ = ["world"]
pytestmark = pytest.mark.slow


def sign_in(client: Client, person: User, where: str) -> str:
    answer = client.post(f"/sign-in/?next={where}", {"username": person.email, "password": PASSWORD})
    return str(answer["Location"])


def test_what_was_typed_into_any_form_survives_the_end_of_the_sign_in(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    before, wrong, tried = state(), [], 0
    real, passed = clock.now, datetime.timedelta()
    monkeypatch.setattr(clock, "now", lambda: real() + passed)
    for name, row in TABLE.items():
        if not row.posts or row.get != 200 or row.level is OPEN:
            continue
        person = world.person(rightful(row))
        assert person
        client = Client()
        client.force_login(person)
        address = world.address(name, row, world.ours, world.cast.ours.slug)
        page = client.get(address)
        fields = {field: kind for form in forms_on(page) for field, kind in form.fields.items()}
        sent = filled(controls_of(page.content.decode()), fields, wrong=frozenset())
        if CANARY not in str(sent):
            continue
        passed += datetime.timedelta(hours=1)
        refused = client.post(address, sent)
        where = sign_in(client, person, address)
        back = client.get(where)
        words = {field: values for field, values in sent_by(back.content.decode()).items() if CANARY in str(values)}
        if refused.status_code != 401 or CANARY not in refused.content.decode():
            wrong.append(f"{name} is answered with {refused.status_code} and prints nothing back")
        elif not words or {field: sent[field] for field in words} != {field: values[0] for field, values in words.items()}:
            wrong.append(f"{name} has lost {sent}")
        tried += 1
    assert wrong == []
    assert tried > 20
    recorded = changed(before, state())
    assert set(recorded) <= {"partnerships.AuditEntry", "partnerships.AuditChain", "partnerships.ActorLabel"}
    assert {entry["event"] for entry in recorded["partnerships.AuditEntry"]} == {"user.signed-in"}
