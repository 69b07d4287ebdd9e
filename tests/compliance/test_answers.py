"""Remembered facts and findings are the facts and findings: after every kind of save they equal what is loaded and worked out anew."""

import dataclasses
import datetime
import re

import pytest
from django.core.cache import cache
from django.urls import reverse

from compliance import answers, at_hand
from compliance.answers import facts_and_findings, facts_for, findings_for
from compliance.evaluate import evaluate
from compliance.load_facts import load_facts
from compliance.models import DeadlineSetting
from partnerships.models import Partnership, PartnershipArea
from svduty import clock
from tests.cast import Cast, day, make_holder
from tests.compliance.pages import at, make_sending, published, signed_in, upload
from tests.strategies.helpers import APPROVAL, CHECK, OTHER_FORM, website_data


def same(partnership: Partnership) -> bool:
    """Ask twice, so that the second answers are remembered ones."""
    partnership = Partnership.objects.get(pk=partnership.pk)
    facts_and_findings(partnership, clock.today())
    facts, findings = facts_and_findings(partnership, clock.today())
    return [facts] == load_facts([partnership]) and findings == evaluate(facts, clock.today())


def test_remembered_facts_and_findings_equal_fresh_ones_after_each_kind_of_save(cast: Cast):
    council = make_holder(cast.ours, cast.area)
    version = published(cast)
    sending = make_sending(version)
    client = signed_in(cast.coordinator)
    assert same(cast.ours)
    seen = facts_for([cast.ours])
    sender = {"recipient": "home-office", "sender": council.organisation_id}
    saves = [
        (at("approval_add", version.pk), {**APPROVAL, "decided_on": "1 1 2024", "cautions_seen": "unassessed"}),
        (at("sensitivitycheck_add", version.pk), CHECK),
        (at("publication_add", version.pk, "website"), {**website_data(cast.area), "owner": council.organisation_id}),
        (at("publication_add", version.pk, "other"), OTHER_FORM),
        (at("submission_add", version.pk), {**sender, "sent_on": "7 2 2024", "upload": upload()}),
        (at("submission_change", sending.pk), {**sender, "sent_on": "5 2 2024", "seen_version": 1}),
        (at("submission_withdraw", sending.pk), {"reason": "Never sent", "seen_version": 2}),
        (
            at("dutyholder_change", council.pk),
            {
                "organisation": council.organisation_id,
                "capacity": council.capacity_id,
                "area": cast.area.pk,
                "senior_lead": "Chief executive",
                "lead_since": "1 2 2023",
                "starts": "31 1 2023",
                "seen_version": 1,
            },
        ),
        (at("dutyholder_end", council.pk), {"ends": "1 3 2024", "reason": "Merged", "seen_version": 2}),
        (at("leadagreement_add"), {"organisation": council.organisation_id, "agreed_on": "1 3 2023", "reference": "Minute 4"}),
        (at("localdefinition_add"), {"wording": "Violence that does serious harm"}),
        (
            at("strategy_change", version.strategy_id),
            {"title": "New title", "legal_basis": "s8", "areas": [cast.area.pk], "seen_version": 1},
        ),
    ]
    for address, data in saves:
        response = client.post(address, data)
        assert response.status_code == 302, address
        assert same(cast.ours), address
        now = facts_for([cast.ours])
        assert now != seen, f"{address} changed nothing, so it proves nothing"
        seen = now


def test_facts_are_loaded_again_when_the_installation_changes_a_number(cast: Cast):
    published(cast)
    facts_for([cast.ours])
    setting = DeadlineSetting.objects.get(code="DL-03")
    client = signed_in(cast.people["administrator"])
    response = client.post(reverse("deadlinesetting_change", args=[setting.pk]), {"window_days": 3, "seen_version": 1})
    assert response.status_code == 302
    assert facts_for([cast.ours])[0].deadline("DL-03").window_days == 3
    assert same(cast.ours)


def test_remembering_asks_one_query_however_many_partnerships_there_are(cast: Cast, django_assert_num_queries):
    both = [cast.ours, cast.theirs]
    facts_for(both)
    with django_assert_num_queries(1):
        found = facts_for(both)
    assert [facts.pk for facts in found] == [cast.ours.pk, cast.theirs.pk]
    assert [facts.pk for facts in facts_for(both[::-1])] == [cast.theirs.pk, cast.ours.pk]


def test_one_partnership_is_loaded_when_only_the_other_is_remembered(cast: Cast):
    facts_for([cast.ours])
    assert facts_for([cast.theirs, cast.ours]) == load_facts([cast.theirs, cast.ours])


def test_findings_of_the_day_pages_open_as_at_are_worked_out_once(cast: Cast, monkeypatch: pytest.MonkeyPatch):
    today = clock.today()
    found = findings_for(cast.ours, today)
    monkeypatch.setattr(answers, "evaluate", lambda facts, on: [])
    assert found == findings_for(cast.ours, today) == facts_and_findings(cast.ours, today)[1]
    assert findings_for(cast.ours, today - datetime.timedelta(days=1)) == []


def test_a_lost_memory_changes_no_answer(cast: Cast):
    make_sending(published(cast))
    on = day("2024-03-01").earliest
    before = findings_for(cast.ours, on)
    cache.clear()
    assert [dataclasses.asdict(finding) for finding in findings_for(cast.ours, on)] == [dataclasses.asdict(f) for f in before]


def test_what_is_at_hand_is_bounded_the_same_object_and_forgotten_with_the_cache(cast: Cast):
    [facts] = facts_for([cast.ours])
    assert facts_for([cast.ours])[0] is facts
    for number in range(at_hand.MOST):
        at_hand.keep(f"other-{number}", number)
    assert len(at_hand._used) == at_hand.MOST
    [unpacked] = facts_for([cast.ours])
    assert unpacked is not facts
    assert unpacked == facts
    cache.clear()
    assert at_hand.get("other-1") is None


def test_banner_names_two_changes_each_once_and_leads_to_the_others(cast: Cast):
    """The same change for many areas is one; what was typed cannot put marks into a banner that holds a link."""
    PartnershipArea.objects.create(partnership=cast.ours, area=cast.their_area, starts=day("2023-01-31"))
    client = signed_in(cast.coordinator)
    data = {"title": "Plan <b>one</b>", "legal_basis": "s8", "areas": [cast.area.pk, cast.their_area.pk], "cautions_seen": "one-area"}
    strategy = client.post(at("strategy_add"), data).url
    pk = cast.ours.strategies.get().pk
    client.get(strategy)
    answer = client.post(
        at("version_freeze", pk) + "?what=link", {"dated": "2 10 2023", "link": "https://www.example.gov.uk/s"}, follow=True
    )
    [message] = answer.context["messages"]
    told = str(message)
    assert told.startswith("Recorded the version. “")
    assert told.count("” (") == 2
    assert len(set(re.findall("“([^”]+)” \\(", told))) == 2
    assert re.search(f'<a class="govuk-notification-banner__link" href="{at("duties")}">and \\d+ more duties changed</a>\\.$', told)
    assert "<b>" not in told
    assert told in answer.content.decode()
