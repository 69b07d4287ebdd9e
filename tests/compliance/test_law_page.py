"""All the law, for anyone to read and print."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from compliance.models import RequirementWording
from compliance.requirements import CATALOGUE
from compliance.requirements.deadline_words import WHEN
from compliance.requirements.waiting import WAITING
from compliance.whole_law import whole_catalogue
from partnerships.models.person import Role
from tests.cast import Cast, day
from tests.compliance.pages import signed_in, text_of


def test_anyone_reads_every_duty_with_its_law_and_what_is_not_computed(client: Client, db: None) -> None:
    page = client.get(reverse("law"))
    assert page.status_code == 200
    assert re.findall(r'<section class="svd-law__duty" id="([^"]+)"', page.content.decode()) == [one.code for one in whole_catalogue()]
    text = text_of(page)
    for asked in whole_catalogue():
        assert asked.title in text
        assert asked.citation in text
    assert page.content.decode().count("Not computed yet") == len(WAITING)
    assert not page.cookies


def test_everything_that_the_duty_asks_is_listed() -> None:
    assert len({asked.code for asked in whole_catalogue()}) == 45


def test_no_duty_is_both_computed_and_waiting_and_each_that_waits_follows_one_of_its_family() -> None:
    computed = {requirement.code for requirement in CATALOGUE}
    assert computed.isdisjoint(waiting.code for waiting in WAITING)
    families = {asked.code: asked.family for asked in whole_catalogue()}
    assert [families[waiting.after] for waiting in WAITING] == [waiting.family for waiting in WAITING]


def test_every_date_rule_that_a_duty_names_is_put_into_words() -> None:
    named = {code for asked in whole_catalogue() for code in asked.deadline.split(", ") if code}
    assert named <= set(WHEN)
    assert sorted(WHEN) == [f"DL-{number:02}" for number in range(1, 18)]


def test_page_uses_the_wording_in_force_and_not_one_still_to_come(client: Client, db: None) -> None:
    for code, starts, plain in [("SVD-PUB-03", "2024-04-01", "Send it promptly."), ("SVD-SNA-04", "2024-04-01", "Use all the data.")]:
        RequirementWording.objects.create(code=code, plain=plain, paragraph="42", starts=day(starts))
    RequirementWording.objects.create(code="SVD-PUB-03", plain="Words of the far future.", starts=day("2099-01-01"))
    text = text_of(client.get(reverse("law")))
    assert "Send it promptly." in text
    assert "Use all the data." in text
    assert text.count("statutory guidance, paragraph 42") == 2
    assert "far future" not in text


def test_page_tells_nothing_of_any_partnership(cast: Cast) -> None:
    text = text_of(Client().get(reverse("law")))
    assert cast.ours.name not in text
    assert "Anyborough" not in text


@pytest.mark.parametrize("code", [waiting.code for waiting in WAITING])
def test_administrator_words_a_duty_that_is_not_computed_yet(cast: Cast, code: str) -> None:
    administrator = signed_in(cast.people[Role.ADMINISTRATOR])
    told = {"starts": "1 4 2024", "plain": "Other words for it.", "paragraph": "7"}
    assert administrator.post(reverse("requirementwording_add", args=[code]), told).status_code == 302
    page = text_of(administrator.get(reverse("wordings")))
    assert "Other words for it." in page
    assert "From 1 April 2024" in page
    assert "Other words for it." in text_of(Client().get(reverse("law")))


def test_a_board_s_year_may_begin_on_another_day_than_the_financial_year(client: Client, db: None) -> None:
    assert "in its own year: from 1 April, unless another month is set for it." in text_of(client.get(reverse("law")))


def test_hostile_words_of_a_wording_do_no_harm(client: Client, db: None) -> None:
    RequirementWording.objects.create(code="SVD-PUB-03", plain="<script>alert(1)</script>", paragraph="<b>", starts=day("2024-04-01"))
    page = client.get(reverse("law")).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page


def test_history_of_a_wording_is_one_link_away(cast: Cast) -> None:
    administrator = signed_in(cast.people[Role.ADMINISTRATOR])
    administrator.post(
        reverse("requirementwording_add", args=["SVD-SNA-04"]), {"starts": "1 4 2024", "plain": "First words.", "paragraph": ""}
    )
    wording = RequirementWording.objects.get()
    told = {"seen_version": "1", "starts": "1 4 2024", "plain": "Second words.", "paragraph": ""}
    administrator.post(reverse("requirementwording_change", args=[wording.pk]), told)
    [address] = re.findall(r'href="([^"]+words=SVD-SNA-04)"', administrator.get(reverse("wordings")).content.decode())
    history = text_of(administrator.get(address))
    assert "First words." in history
    assert "Second words." in history
