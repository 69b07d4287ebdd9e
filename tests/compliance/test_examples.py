"""The examples: what they hold, what follows from it, and that loading them harms nothing."""

import re

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError

from compliance.examples import accounts, anyborough
from partnerships.audit.record import first_broken_entry
from partnerships.models import AuditEntry, Partnership, PoliceArea, RoleGrant, User
from partnerships.models.person import Role
from svduty import clock
from tests.cast import make_holder, make_partnership, make_version
from tests.compliance.example_data import all_texts, everything, load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

HOME_OFFICE = "seriousviolenceduty@homeoffice.gov.uk"
ALL = ["barnet", "havering", "tower-hamlets", "waltham-forest", "warwickshire", "anyborough"]


def test_loading_twice_changes_nothing():
    load()
    before = everything()
    said = load()
    assert everything() == before
    assert said.count("already here, left as it is") == len(ALL)


def test_it_says_what_it_does_and_how_to_sign_in():
    said = load()
    for words in ["Barnet Safer Communities Partnership: loading", "evidence", accounts.PASS_PHRASE, "http://127.0.0.1:8000"]:
        assert words in said


def test_one_example_can_be_loaded_alone():
    load("barnet")
    assert [partnership.slug for partnership in Partnership.objects.all()] == ["barnet"]
    load("anyborough")
    assert Partnership.objects.count() == 2


def test_sign_ins_alone_load_nothing():
    assert "no demonstration accounts yet" in load(sign_ins=True)
    assert not Partnership.objects.exists()
    load("anyborough")
    assert "viewer@anyborough.example" in load(sign_ins=True)


def test_an_unknown_example_is_refused_with_the_names_there_are():
    with pytest.raises(CommandError, match=rf"no example called utopia\. Choose from: {', '.join(ALL)}\."):
        load("utopia")
    assert not Partnership.objects.exists()


def test_where_debug_is_off_nothing_is_loaded():
    with pytest.raises(CommandError, match="refused here"):
        load(debug=False)
    assert not Partnership.objects.exists()
    assert not User.objects.exists()


def test_a_third_partnership_is_not_touched():
    theirs, area = make_partnership("otherton", "Otherton Safety Board", PoliceArea.objects.create(name="Anyshire"))
    make_holder(theirs, area)
    make_version(theirs, area)
    before = everything()
    load()
    after = everything()
    for label, rows in before.items():
        still = {tuple(map(repr, row.items())) for row in after[label]}
        assert all(tuple(map(repr, row.items())) in still for row in rows), label
    assert not AuditEntry.objects.filter(partnership=theirs).exists()
    assert not RoleGrant.objects.filter(partnership=theirs).exists()


def test_a_partnership_of_ones_own_with_the_same_short_name_is_left_as_it_is():
    make_partnership("anyborough", "Our own Anyborough", PoliceArea.objects.create(name="Ours"))
    before = everything()
    load("anyborough")
    assert everything() == before


def test_an_example_is_loaded_wholly_or_not_at_all(monkeypatch):
    def fail(*_):
        raise RuntimeError

    monkeypatch.setattr(anyborough, "add_evidence", fail)
    before = everything()
    with pytest.raises(RuntimeError):
        load("anyborough")
    assert everything() == before


def test_a_role_that_was_ended_is_not_given_again():
    load("barnet")
    RoleGrant.objects.filter(role=Role.ADMINISTRATOR).update(ended_on=clock.today())
    load("anyborough")
    assert RoleGrant.objects.filter(role=Role.ADMINISTRATOR).count() == 1


def test_each_demonstration_account_signs_in_and_holds_its_role():
    load()
    for role, (address, _, _) in accounts.ACCOUNTS.items():
        person = authenticate(username=address, password=accounts.PASS_PHRASE)
        assert person is not None
        assert {grant.role for grant in person.grants.all()} == {role}
    opened = RoleGrant.objects.filter(role=Role.COORDINATOR).values_list("partnership__slug", flat=True)
    assert set(opened) == set(ALL)
    assert RoleGrant.objects.filter(role=Role.OVERSEER).count() == 2


def test_the_audit_chains_are_whole():
    load()
    for partnership in [None, *Partnership.objects.all()]:
        assert first_broken_entry(partnership) is None


def test_no_person_and_no_address_but_the_demonstration_ones_stands_in_the_database():
    load()
    addresses = {found.rstrip(".") for text in all_texts() for found in re.findall(r"\S+@\S+", text)}
    assert {address for address in addresses if not address.endswith(".example")} == {HOME_OFFICE}
    assert not [text for text in all_texts() if "councillor" in text.lower()]
