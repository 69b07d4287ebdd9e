"""Strategies: listing, adding, changing, withdrawing."""

import re

import pytest
from django.test import Client

from partnerships.models import AuditEntry, LocalGovernmentArea, PartnershipArea
from strategies.models import Strategy, Version
from tests.cast import Cast, day
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_approval, make_publication, make_section, strategy_data, text_of


def test_empty_list_says_what_belongs_there_and_offers_the_first_step(coordinator: Client) -> None:
    page = text_of(coordinator.get(at("strategies")))
    assert "No strategy yet" in page
    assert at("strategy_add") in page


def test_viewer_is_not_offered_what_a_viewer_cannot_do(cast: Cast, strategy: Strategy) -> None:
    make_section(strategy)
    client = signed_in(cast.viewer)
    for address in (
        at("strategies"),
        at("strategy", strategy.pk),
        at("version", strategy.versions.get().pk),
        at("strategy_draft", strategy.pk),
    ):
        page = text_of(client.get(address))
        assert "/change/" not in page
        assert "/add/" not in page
        assert "/withdraw/" not in page
        assert "/remove/" not in page


def test_coordinator_adds_a_strategy(cast: Cast, coordinator: Client) -> None:
    data = strategy_data(cast.area, period_from="April 2024", period_to="2027", note="From the cabinet paper.")
    response = coordinator.post(at("strategy_add"), data, follow=True)
    strategy = Strategy.objects.get(partnership=cast.ours)
    assert response.redirect_chain[-1][0] == at("strategy", strategy.pk)
    assert "Added the strategy." in text_of(response)
    assert "April 2024 to 2027" in text_of(response)
    assert list(strategy.areas.all()) == [cast.area]
    assert (last_event().event, last_event().target_pk) == ("strategy.added", strategy.pk)
    assert last_event().changes["Areas it covers"] == ["", "Anyborough"]


def test_new_strategy_starts_with_the_partnerships_areas_and_basis(cast: Cast, coordinator: Client) -> None:
    form = coordinator.get(at("strategy_add")).context["form"]
    assert form["areas"].value() == [cast.area.pk]
    assert form["legal_basis"].value() == "s8"


def test_same_strategy_sent_twice_is_added_once(cast: Cast, coordinator: Client) -> None:
    coordinator.post(at("strategy_add"), strategy_data(cast.area))
    coordinator.post(at("strategy_add"), strategy_data(cast.area))
    assert Strategy.objects.filter(partnership=cast.ours).count() == 1
    assert AuditEntry.objects.filter(event="strategy.added").count() == 1


def test_area_of_another_partnership_is_refused_and_nothing_typed_is_lost(cast: Cast, coordinator: Client) -> None:
    response = coordinator.post(at("strategy_add"), strategy_data(cast.their_area, note="Typed with care"))
    assert "Choose the areas from the list" in text_of(response)
    assert "Typed with care" in text_of(response)
    assert cast.their_area.name not in text_of(response)
    assert not Strategy.objects.exists()
    assert not AuditEntry.objects.exists()


def test_strategy_of_another_partnership_cannot_be_followed(cast: Cast, coordinator: Client, their_version: Version) -> None:
    response = coordinator.post(at("strategy_add"), strategy_data(cast.area, follows=their_version.strategy_id))
    assert "what was sent is not in it" in text_of(response)
    assert "Otherton secret" not in text_of(response)
    assert not Strategy.objects.filter(partnership=cast.ours).exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"title": ""}, "Enter “Title”: it cannot be left empty."),
        ({"title": "x" * 201}, "“Title” can have at most 200 characters; this has 201. Shorten it."),
        ({"areas": []}, "Choose at least one area that the strategy covers."),
        ({"period_from": "31 2 2024"}, "February 2024 has 29 days. Check the day."),
        ({"period_from": "2025", "period_to": "2024"}, "The period begins 2025, so it cannot end 2024. Enter a later end."),
        ({"title": "a\x00b"}, "Null characters are not allowed."),
    ],
)
def test_wrong_facts_of_a_strategy_get_a_sentence_and_change_nothing(
    cast: Cast, coordinator: Client, strategy: Strategy, wrong: dict, sentence: str
) -> None:
    data = (
        strategy_data(cast.area, note="Typed with care", seen_version=1, **wrong)
        if "title" not in wrong
        else {**strategy_data(cast.area, note="Typed with care", seen_version=1), **wrong}
    )
    response = coordinator.post(at("strategy_change", strategy.pk), data)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert "Typed with care" in text_of(response)
    strategy.refresh_from_db()
    assert (strategy.title, strategy.version, strategy.note) == ("Serious Violence Strategy", 1, "")
    assert not AuditEntry.objects.exists()


def test_period_may_begin_and_end_in_the_same_year(cast: Cast, coordinator: Client) -> None:
    coordinator.post(at("strategy_add"), strategy_data(cast.area, period_from="2024", period_to="2024"))
    assert Strategy.objects.get().period_to == day("2024")


def second_area(cast: Cast) -> LocalGovernmentArea:
    area = LocalGovernmentArea.objects.create(name="Anyvale", kind="london")
    PartnershipArea.objects.create(partnership=cast.ours, area=area)
    return area


def test_section_8_strategy_for_several_areas_is_questioned_and_saved_when_ticked(cast: Cast, coordinator: Client) -> None:
    data = strategy_data(cast.area, areas=[cast.area.pk, second_area(cast).pk])
    first = text_of(coordinator.post(at("strategy_add"), data))
    assert "A strategy under section 8 alone is for one local government area." in first
    assert data["title"] in first
    assert not Strategy.objects.exists()
    coordinator.post(at("strategy_add"), {**data, "cautions_seen": "one-area"})
    assert Strategy.objects.get().areas.count() == 2
    assert last_event().comment.startswith("Saved after a warning: A strategy under section 8 alone")


def test_both_sections_together_for_several_areas_is_not_questioned(cast: Cast, coordinator: Client) -> None:
    coordinator.post(at("strategy_add"), strategy_data(cast.area, areas=[cast.area.pk, second_area(cast).pk], legal_basis="s8-s9"))
    assert Strategy.objects.get().areas.count() == 2


def test_a_tick_for_one_warning_does_not_answer_another(cast: Cast, coordinator: Client) -> None:
    response = coordinator.post(at("strategy_add"), strategy_data(cast.area, legal_basis="s9", cautions_seen="one-area"))
    assert "at least two local government areas" in text_of(response)
    assert not Strategy.objects.exists()


def test_two_strategies_cannot_follow_each_other(cast: Cast, coordinator: Client, strategy: Strategy) -> None:
    later = Strategy.objects.create(partnership=cast.ours, title="Later", follows=strategy)
    response = coordinator.post(at("strategy_change", strategy.pk), strategy_data(cast.area, follows=later.pk, seen_version=1))
    assert "Later follows this strategy, so this one cannot follow it." in text_of(response)
    strategy.refresh_from_db()
    assert strategy.follows is None


def test_two_people_changing_a_strategy_both_keep_their_words(cast: Cast, coordinator: Client, strategy: Strategy) -> None:
    coordinator.post(at("strategy_change", strategy.pk), strategy_data(cast.area, title="Theirs", seen_version=1))
    entries = AuditEntry.objects.count()
    response = coordinator.post(at("strategy_change", strategy.pk), strategy_data(cast.area, title="Mine", seen_version=1))
    assert response.status_code == 409
    assert "Theirs" in text_of(response)
    assert "Mine" in text_of(response)
    strategy.refresh_from_db()
    assert (strategy.title, AuditEntry.objects.count()) == ("Theirs", entries)
    coordinator.post(at("strategy_change", strategy.pk), strategy_data(cast.area, title="Mine", seen_version=2))
    strategy.refresh_from_db()
    assert strategy.title == "Mine"


def test_withdrawn_strategy_stays_listed_with_its_reason(cast: Cast, coordinator: Client, strategy: Strategy) -> None:
    coordinator.post(at("strategy_withdraw", strategy.pk), {"reason": "Entered twice", "seen_version": 1})
    page = text_of(coordinator.get(at("strategies")))
    assert strategy.title in page
    assert "Entered twice" in page
    assert (last_event().event, last_event().comment) == ("strategy.withdrawn", "Entered twice")
    assert at("strategy_change", strategy.pk) not in text_of(coordinator.get(at("strategy", strategy.pk)))


def test_withdrawal_without_a_reason_is_refused(coordinator: Client, strategy: Strategy) -> None:
    response = coordinator.post(at("strategy_withdraw", strategy.pk), {"reason": " ", "seen_version": 1})
    assert "it cannot be left empty" in text_of(response)
    strategy.refresh_from_db()
    assert strategy.withdrawn_on is None


def test_withdrawing_twice_says_that_it_is_done(coordinator: Client, strategy: Strategy) -> None:
    for _ in range(2):
        response = coordinator.post(at("strategy_withdraw", strategy.pk), {"reason": "Entered twice", "seen_version": 1}, follow=True)
    assert "It is already withdrawn: Entered twice" in text_of(response)
    assert AuditEntry.objects.filter(event="strategy.withdrawn").count() == 1


def test_page_of_a_strategy_says_what_became_of_each_version(coordinator: Client, version: Version) -> None:
    make_approval(version)
    make_publication(version)
    for address in (at("strategies"), at("strategy", version.strategy_id)):
        page = text_of(coordinator.get(address))
        assert "Cabinet, 16 January 2024" in page
        assert "31 January 2024" in page
        assert at("version", version.pk) in page


def test_page_of_a_version_groups_its_parts_in_the_order_in_which_they_happen(coordinator: Client, strategy: Strategy) -> None:
    version = strategy.versions.get()
    page = text_of(coordinator.get(at("version", version.pk)))
    headings = re.findall(r'<h([23])[^>]* id="([^"]+)"', page[page.index('id="reading"') - 60 :])
    groups = [anchor for level, anchor in headings if level == "2"]
    assert groups[:5] == ["reading", "boards", "before", "published", "take-away"]
    parts = ["rounds", "approvals", "before", "checks", "consultations", "contents", "equality", "published", "publications", "public-page"]
    assert [anchor for _, anchor in headings if anchor in parts] == parts
    assert page.index('id="published"') < page.index(f'href="{at("version_publish", version.pk)}"') < page.index('id="publications"')
