"""Nothing is written that a form does not show: each form of the access table is sent with every field of every record beside its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django import forms
from django.apps import apps
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, models, transaction

from compliance.answers import facts_for
from partnerships.models import LocalGovernmentArea, PartnershipArea
from partnerships.models.area import AreaKind
from tests.cast import day
from tests.guards.access_table import TABLE
from tests.guards.database_state import OURS, State, changed, state
from tests.guards.filling import CANARY, Data, forms_on, post_well
from tests.guards.levels import OPEN, rightful
from tests.guards.test_access import World, world
from tests.page_forms import controls_of

__all__ = ["world"]
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        connection.vendor != "sqlite", reason="which fields a form takes is the same on every database; on SQLite keys are given out anew"
    ),
]
# It takes a code that only a phone knows, and nothing else.
BY_PHONE = {"second_factor"}
# Filled in by their own tests: lines to paste, an account that is closed first, ticks beside changes.
# That they write nothing hidden is looked at too.
FILLED_ELSEWHERE = {"seats_add", "installation_account_erase", "round_open", "workbookimport"}
# Filled in as they stand these would ask for what is there already.
ANOTHER_CHOICE: dict[str, Data] = {
    "grant_seats": {"board_1": [], "csrfmiddlewaretoken": "x"},
    "routestep_add": {"purpose": "note"},
    # And these have boxes that any word or an empty one does not do for.
    "assurancestatement_add": {"year": "2026", "due": "May 2026"},
    "homicidereview_add": {"reference": "Marigold-1"},
    "homicidereview_change": {"reference": "Marigold-2"},
    "policingbodycontact_answer": {"answered_on": "6 5 2024"},
}
WRITING = sorted(name for name, row in TABLE.items() if row.posts and row.level is not OPEN and name not in BY_PHONE)
# Each part begins with a world of its own; a second processor takes its share.
PARTS = 2
FORMS = [name for name in WRITING if TABLE[name].get == 200]
HOSTILE = "Nightshade"
# Of a person as an account and not of a record, or what a form of ours might itself look for.
ALSO = {"is_superuser": "on", "is_staff": "on", "is_active": "", "role": "coordinator", "slug": "otherton", "id": "1", "pk": "1"}


def hidden_fields(theirs: dict[str, int], other_partnership: int) -> Data:
    """Every field of every record of ours, with a value that would show."""
    found: Data = dict(ALSO)
    for label in OURS:
        for model in apps.get_app_config(label).get_models():
            for field in [*model._meta.concrete_fields, *model._meta.many_to_many]:
                found[field.name] = hostile(field, theirs, other_partnership)
                found[field.attname] = found[field.name]
    return found


def hostile(field: Any, theirs: dict[str, int], other_partnership: int) -> str:
    if field.is_relation:
        kind = str(field.related_model._meta.model_name)
        return str(other_partnership if kind == "partnership" else theirs.get(kind, 1))
    if field.choices:
        return str(list(field.flatchoices)[-1][0])
    if isinstance(field, models.BooleanField):
        return "on"
    if isinstance(field, models.IntegerField):
        return "977"
    if isinstance(field, models.DateField):
        return "2 2 2002"
    return "2002-02-02" if field.name.endswith(("_on", "starts", "ends")) or field.name == "dated" else HOSTILE


@contextmanager
def undone() -> Iterator[None]:
    """Take back what happens inside, as if it never had; the facts remembered before are true again, and remembered."""
    point, remembered = transaction.savepoint(), dict(cache._cache)
    try:
        yield
    finally:
        transaction.savepoint_rollback(point)
        cache.clear()
        cache._cache.update(remembered)
        cache._expire_info.update(dict.fromkeys(remembered))


@pytest.fixture(autouse=True)
def _there_is_a_second_area(world: World) -> None:
    """Where one record an area may stand, there is room for another."""
    area = LocalGovernmentArea.objects.create(name="Secondborough", kind=AreaKind.LONDON_BOROUGH, police_area=world.cast.area.police_area)
    PartnershipArea.objects.create(partnership=world.cast.ours, area=area, starts=day("2023-02"))


@pytest.fixture(autouse=True)
def _work_is_only_queued(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.mark.parametrize("part", range(PARTS))
def test_fields_a_form_does_not_show_are_not_written(world: World, part: int) -> None:
    hidden = hidden_fields(world.theirs, world.cast.theirs.pk)
    assert len(hidden) > 100
    facts_for([world.cast.ours, world.cast.theirs])
    before = state()
    wrong = [complaint for name in WRITING[part::PARTS] for complaint in what_is_written(name, world, hidden, before)]
    if wrong:
        pytest.fail("\n".join(wrong))


def what_is_written(name: str, world: World, hidden: Data, before: State) -> Iterator[str]:
    """Send a form as it is meant, take that back, send it with all hidden fields as well: the database must be the same after both."""
    row = TABLE[name]
    address = world.address(name, row, world.ours, world.cast.ours.slug)
    page = world.client(rightful(row)).get(address) if row.get == 200 else None
    has_form = page and controls_of(page.content.decode())
    with undone():
        client = world.client(rightful(row))
        honest, sent = post_well(client, address, ANOTHER_CHOICE.get(name)) if has_form else (client.post(address, {}), {})
        sent |= ANOTHER_CHOICE.get(name, {})
        plain = state()
    with undone():
        client = world.client(rightful(row))
        shown = shown_by(page) | set(sent) if has_form else set()
        for file in [value for value in sent.values() if isinstance(value, SimpleUploadedFile)]:
            file.seek(0)
        answer = client.post(address, {**sent, **{field: value for field, value in hidden.items() if field not in shown}})
        after = state()
    if has_form and name not in FILLED_ELSEWHERE:
        if honest.status_code != 302:
            yield f"{name} could not be filled in with {sent}: {errors_of(honest)}"
        elif answer.status_code != 302 or after == before:
            yield f"{name} saved nothing when more was sent: {answer.status_code}"
        elif CANARY in str(sent) and CANARY not in str(changed(before, after)):
            yield f"{name} did not save what was typed"
    if extra := changed(plain, after):
        yield f"{name} wrote what it does not show: {extra}"


def shown_by(page: Any) -> set[str]:
    """The names that the form itself takes, those of its empty boxes too."""
    return {field for form in forms_on(page) for field in form.fields}


def errors_of(answer: Any) -> str:
    return str([form.errors.as_text() for form in forms_on(answer) if form.is_bound])


def foreign_choices(answer: Any, theirs: dict[str, int]) -> dict[str, list[str]]:
    """Of each box in which a record is chosen: the neighbour's record of that kind, and keys that are not among its choices."""
    found: dict[str, list[str]] = {}
    for form in forms_on(answer):
        for name, field in form.fields.items():
            if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
                others = field.queryset.model._default_manager.exclude(pk__in=field.queryset.values("pk"))
                neighbours = [str(theirs[kind])] if (kind := field.queryset.model._meta.model_name) in theirs else []
                found[name] = neighbours + [str(pk) for pk in others.values_list("pk", flat=True)[:3]] + ["0", "x"]
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_records_that_are_not_offered_cannot_be_chosen(world: World, part: int) -> None:
    facts_for([world.cast.ours, world.cast.theirs])
    before = state()
    wrong = []
    tried = 0
    for name in FORMS[part::PARTS]:
        row = TABLE[name]
        client = world.client(rightful(row))
        address = world.address(name, row, world.ours, world.cast.ours.slug)
        if foreign := foreign_choices(client.get(address), world.theirs):
            with undone():
                sent = post_well(client, address)[1]
            for field, keys in foreign.items():
                for key in keys:
                    with undone():
                        answer = client.post(address, {**sent, field: key})
                        if answer.status_code != 200 or changed(before, state()):
                            wrong.append(f"{name} took {field}={key}")
                    tried += 1
    assert wrong == []
    assert tried > 50 / PARTS
