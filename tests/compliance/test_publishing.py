"""Publishing in one go: what is missing warns by its law, all is recorded or nothing, and the day to send is shown before."""

import datetime
import threading
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client

from partnerships.models import AuditEntry, LocalGovernmentArea, PartnershipArea
from partnerships.models.area import AreaKind
from strategies.actions import publish_version as publishing
from strategies.actions.publish_version import AlreadyPublished, GoingOut, publish_version
from strategies.models import AlignedStrategy, Approval, ContentsElement, NumberInArea, Publication, PublicPage, Version
from tests.cast import Cast, day, make_cast, make_holder, make_version
from tests.compliance.pages import at, signed_in, text_of
from tests.strategies.helpers import make_approval, make_check, make_contents_check, make_equality, make_publication
from tests.workers import Workers

TODAY = "2026-02-26 12:00:00+00:00"
LAST_DAY = "4 March 2026 (Wednesday)"
ADDRESS = "https://www.example.gov.uk/strategy"
pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today() -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield


@pytest.fixture(autouse=True)
def _no_pdf_is_set_in_type(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture
def version(cast: Cast) -> Version:
    return make_version(cast.ours, cast.area, dated="2026-02-01")


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def filled(cast: Cast, **changes: Any) -> dict[str, Any]:
    """The form as a coordinator fills it in: on the council's website, in easy read, for today."""
    owner = make_holder(cast.ours, cast.area).organisation
    sent = {
        "published_on": "26 2 2026",
        "language": "en",
        f"owner_{cast.area.pk}": owner.pk,
        f"address_{cast.area.pk}": ADDRESS,
        "other_form": "Easy read",
        "audience": "Young people",
        "open_page": "on",
        "reason": "",
    }
    return sent | changes


def all_done_for(cast: Cast, version: Version) -> None:
    """Everything that comes before publication, as far as the duties ask it."""
    version.strategy.earlier_not_held = True
    version.strategy.save()
    make_check(version, on="2026-02-10")
    make_equality(version, on="2026-02-03")
    make_approval(version, on="2026-02-12")
    codes = ContentsElement.objects.values_list("code", flat=True)
    make_contents_check(version, on="2026-02-05", **{code.replace("-", "_"): ("yes", "") for code in codes})
    AlignedStrategy.objects.create(strategy=version.strategy, name="Health strategy")
    for kind in ("education", "prison", "youth-custody"):
        none = {"number": 0, "reason": "None in the register.", "confirmed_by": "Head of Schools", "source": "Register"}
        NumberInArea.objects.create(partnership=cast.ours, area=cast.area, kind=kind, counted_on=day("2026-01-05"), **none)


def test_all_of_it_is_recorded_in_one_go_and_the_next_step_is_named(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    answer = coordinator.post(at("version_publish_now", version.pk), filled(cast), follow=True)
    assert answer.redirect_chain == [(at("version_publish", version.pk), 302)]
    said = text_of(answer)
    assert f"Published. Next: record the sending to the Home Office by {LAST_DAY}." in said
    assert "“Published on a website” (Serious Violence Strategy, version 1, for Anyborough) is now met." in said
    assert at("submission_add", version.pk) in answer.content.decode()
    public = at("published_version", version.strategy_id, version.number)
    assert public in answer.content.decode()
    own = coordinator.get(at("version", version.pk))
    assert own.context["next"] == ("Record the sending", at("submission_add", version.pk))
    assert text_of(own).index("Read it as everybody can") < text_of(own).index("Recorded here")
    site, other = Publication.objects.order_by("way").reverse()
    assert (site.way, site.area, site.address, str(site.published_on), site.reason) == (
        "website",
        cast.area,
        ADDRESS,
        "26 February 2026",
        "",
    )
    assert (other.way, other.other_form, other.audience, other.language) == ("other", "Easy read", "Young people", "en")
    assert PublicPage.objects.get().opened_by == cast.coordinator
    events = list(AuditEntry.objects.order_by("pk").values_list("event", flat=True))
    assert events == ["publication.added", "publication.added", "version.published", "publicpage.added"]
    assert Client().get(f"/published/anyborough/{version.strategy_id}/").status_code == 200


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("26 2 2026", "4 March 2026 (Wednesday)"),
        ("31 12 2025", "6 January 2026 (Tuesday)"),
        ("24 2 2024", "1 March 2024 (Friday)"),
        ("yesterday", "3 March 2026 (Tuesday)"),
    ],
)
def test_page_says_the_last_day_to_send_before_the_button_is_pressed(coordinator: Client, version: Version, typed: str, said: str) -> None:
    """DL-03: the day of publication counts as the first of the seven."""
    page = text_of(coordinator.get(at("version_publish_now", version.pk, published_on=typed)))
    assert f"it has to be sent to the Home Office by {said} ." in page
    assert "Welsh Ministers" not in page


def test_without_scripts_a_button_checks_and_saves_nothing(cast: Cast, coordinator: Client, version: Version) -> None:
    answer = coordinator.post(at("version_publish_now", version.pk), filled(cast, published_on="20 2 2026", check="1"))
    page = text_of(answer)
    assert "by 26 February 2026 (Thursday) ." in page
    assert "No complete sensitivity check" in page
    assert not answer.context["form"].errors
    assert not Publication.objects.exists()
    assert not AuditEntry.objects.exists()


def test_what_is_missing_warns_by_its_law_and_takes_one_reason(cast: Cast, coordinator: Client, version: Version) -> None:
    data = filled(cast, other_form="", audience="")
    refused = coordinator.post(at("version_publish_now", version.pk), data)
    page = text_of(refused)
    assert list(refused.context["form"].errors) == ["reason"]
    for words, law in (
        ("No complete sensitivity check", "The Act s.8(8)"),
        ("Nothing shows that equality was considered", "Equality Act 2010 s.149"),
        ("Not every educational authority is recorded as consulted.", "The Act s.8(4)(a)"),
        ("Not every prison authority", "s.8(4)(b)"),
        ("Not every youth custody authority", "s.8(4)(c)"),
        ("No approval of this version is recorded.", "The bodies' own rules"),
        ("It goes out in no other form", "The Regulations regs 4(1)(b)"),
    ):
        assert words in page, words
        assert law in page, law
    assert not Publication.objects.exists()
    saved = coordinator.post(at("version_publish_now", version.pk), data | {"reason": "The cabinet wanted it out before Easter."})
    assert saved.status_code == 302, text_of(saved)[:3000]
    assert Publication.objects.get().reason == "The cabinet wanted it out before Easter."
    entry = AuditEntry.objects.get(event="version.published")
    assert entry.comment.startswith("The cabinet wanted it out before Easter. Missing: No complete sensitivity check")
    assert "(The Regulations regs 4(1)(b) and 5(1)(b))" in entry.comment
    assert "The cabinet wanted it out before Easter." in text_of(coordinator.get(at("version", version.pk)))


def test_conditions_are_to_be_met_before_it_goes_out_and_how_they_were_is_kept(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    data = filled(cast)
    Approval.objects.update(outcome="conditions", conditions="Name a lead for each aim.\nCosts are added before it is published.")
    asked = "Cabinet approved it on conditions: Name a lead for each aim. Costs are added before it is published."
    listed = text_of(coordinator.get(at("version_publish", version.pk)))
    assert asked in listed
    assert "Conditions to meet" in listed
    assert asked in text_of(coordinator.get(at("version_publish_now", version.pk)))
    refused = coordinator.post(at("version_publish_now", version.pk), data)
    assert list(refused.context["form"].errors) == ["conditions_met"]
    done = coordinator.post(at("version_publish_now", version.pk), data | {"conditions_met": "The leads and costs stand in section 4."})
    assert done.status_code == 302
    met = "How the conditions were met: The leads and costs stand in section 4."
    assert set(Publication.objects.values_list("note", flat=True)) == {met}
    assert AuditEntry.objects.get(event="version.published").comment == met
    assert "Conditions to meet" not in text_of(coordinator.get(at("version_publish", version.pk)))


def test_conditions_are_settled_once_the_same_body_approved_it_outright(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    Approval.objects.update(outcome="conditions", conditions="Add the costs.")
    make_approval(version, on="2026-02-20")
    data = filled(cast)
    assert "Conditions to meet" not in text_of(coordinator.get(at("version_publish", version.pk)))
    coordinator.post(at("version_publish_now", version.pk), data)
    assert Publication.objects.count() == 2


def test_reason_is_not_kept_when_nothing_is_missing(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    coordinator.post(at("version_publish_now", version.pk), filled(cast, reason="Just so."))
    assert set(Publication.objects.values_list("reason", flat=True)) == {""}


def test_website_of_somebody_else_is_warned_of_and_recorded_all_the_same(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    charity = make_holder(cast.ours, cast.area, "educational", name="A college").organisation
    data = filled(cast, **{f"owner_{cast.area.pk}": charity.pk})
    page = text_of(coordinator.post(at("version_publish_now", version.pk), data))
    assert "No website of a specified authority for the area or of its policing body is named for Anyborough." in page
    coordinator.post(at("version_publish_now", version.pk), data | {"reason": "The council's site is down."})
    assert Publication.objects.get(way="website").owner == charity


def test_each_area_has_its_own_website_and_one_left_out_is_named(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    PartnershipArea.objects.create(partnership=cast.ours, area=cast.their_area, starts=day("2023-01-31"))
    version.strategy.areas.add(cast.their_area)
    data = filled(cast)
    page = text_of(coordinator.post(at("version_publish_now", version.pk), data))
    assert "On a website for Otherton" in page
    assert "is named for Otherton. The Regulations regs 3, 4(1)(a)" in page
    assert "is named for Anyborough." not in page
    both = data | {f"owner_{cast.their_area.pk}": data[f"owner_{cast.area.pk}"], "reason": "Theirs is the council's too."}
    coordinator.post(at("version_publish_now", version.pk), both)
    assert set(Publication.objects.filter(way="website").values_list("area__name", flat=True)) == {"Anyborough", "Otherton"}


def test_in_wales_both_languages_are_asked_for_and_both_ministers_named(cast: Cast, coordinator: Client, version: Version) -> None:
    all_done_for(cast, version)
    data = filled(cast)
    LocalGovernmentArea.objects.filter(pk=cast.area.pk).update(kind=AreaKind.WELSH)
    opened = coordinator.get(at("version_publish_now", version.pk))
    assert opened.context["form"]["language"].value() == "en-cy"
    assert f"to the Home Office and the Welsh Ministers by {LAST_DAY} ." in text_of(opened)
    english = text_of(coordinator.post(at("version_publish_now", version.pk), data))
    assert "It does not go out in both English and Welsh. The Regulations reg 6" in english
    welsh = data | ({f"welsh_{cast.area.pk}": "https://www.example.gov.uk/strategaeth"})
    assert coordinator.post(at("version_publish_now", version.pk), welsh).status_code == 302
    sites = Publication.objects.filter(way="website").order_by("language").values_list("language", "address")
    assert list(sites) == [("cy", "https://www.example.gov.uk/strategaeth"), ("en", ADDRESS)]


def test_barred_material_may_be_recorded_as_published_and_gets_no_public_page(cast: Cast, coordinator: Client, version: Version) -> None:
    make_check(version, on="2026-02-10", result="still-there")
    opened = text_of(coordinator.get(at("version_publish_now", version.pk)))
    assert "The newest sensitivity check found material in this version that the Act bars. The Act s.8(8)" in opened
    assert "No public page can be opened here" in opened
    coordinator.post(at("version_publish_now", version.pk), filled(cast, reason="It went out before anyone looked."))
    assert Publication.objects.count() == 2
    assert not PublicPage.objects.exists()


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"published_on": "27 2 2026"}, "published_on", "27 February 2026 is still to come."),
        ({"published_on": "soon"}, "published_on", "is not a date we can read"),
        ({"published_on": "February 2026"}, "published_on", "more than one day"),
        ({"other_form": ""}, "other_form", "Say in which form"),
        ({"address_": "javascript:alert(1)"}, "address_", "Enter a full web address"),
        ({"owner_": "", "address_": "", "other_form": "", "audience": ""}, "__all__", "Say where it is published"),
        ({"language": "fr"}, "language", "Choose “Language” from the list"),
    ],
)
def test_wrong_words_get_a_sentence_and_record_nothing(
    cast: Cast, coordinator: Client, version: Version, changes: dict[str, str], field: str, said: str
) -> None:
    named = {f"{name}{cast.area.pk}" if name.endswith("_") else name: value for name, value in changes.items()}
    answer = coordinator.post(at("version_publish_now", version.pk), filled(cast, reason="x", **named))
    key = f"{field}{cast.area.pk}" if field.endswith("_") and field != "__all__" else field
    assert said in " ".join(answer.context["form"].errors[key])
    assert not Publication.objects.exists()


def test_list_shows_who_checked_and_what_is_still_to_do(cast: Cast, version: Version) -> None:
    make_check(version, on="2026-02-10")
    assert at("version_publish", version.pk) in signed_in(cast.viewer).get(at("version", version.pk)).content.decode()
    page = text_of(signed_in(cast.viewer).get(at("version_publish", version.pk)))
    assert "Head of Safety. The check was made on 10 February 2026 (Tuesday), before publication." in page
    assert f"the last day to send it to the Home Office is {LAST_DAY}" in page
    assert page.index("Have it approved") < page.index("Publish it on a website for Anyborough") < page.index("Send it to the Home Office")
    assert at("version_publish_now", version.pk) not in signed_in(cast.viewer).get(at("version_publish", version.pk)).content.decode()


def test_list_says_that_the_text_has_changed_since_approval_and_that_a_version_is_overtaken(cast: Cast, version: Version) -> None:
    make_approval(version, on="2026-02-12")
    later = Version.objects.create(
        strategy=version.strategy,
        number=2,
        title="Second",
        form="typed",
        dated=day("2026-02-20"),
        sha256="1" * 64,
        frozen_at=datetime.datetime.now(datetime.UTC),
    )
    reader = signed_in(cast.viewer)
    assert "Version 1 was approved; the text has changed since, and this version is not approved." in text_of(
        reader.get(at("version_publish", later.pk))
    )
    overtaken = text_of(reader.get(at("version_publish", version.pk)))
    assert "Second, version 2, is newer than this one." in overtaken
    assert "Cabinet approved it on 12 February 2026" in overtaken


def test_published_version_is_not_published_again(cast: Cast, coordinator: Client, version: Version) -> None:
    make_publication(version, on="2026-02-20")
    assert coordinator.get(at("version_publish_now", version.pk)).status_code == 302
    answer = coordinator.post(at("version_publish_now", version.pk), filled(cast, reason="x"), follow=True)
    assert "before you. Nothing was recorded twice" in text_of(answer)
    assert Publication.objects.count() == 1
    assert not AuditEntry.objects.exists()


def test_version_of_a_withdrawn_strategy_is_not_published(cast: Cast, coordinator: Client, version: Version) -> None:
    version.strategy.withdrawn_on = datetime.date(2026, 2, 2)
    version.strategy.save()
    assert coordinator.get(at("version_publish", version.pk)).status_code == 404
    assert coordinator.post(at("version_publish_now", version.pk), filled(cast)).status_code == 404


def test_when_recording_fails_half_way_nothing_is_kept(
    cast: Cast, coordinator: Client, version: Version, monkeypatch: pytest.MonkeyPatch
) -> None:
    all_done_for(cast, version)

    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr(publishing, "open_public_page", fail)
    with pytest.raises(RuntimeError):
        coordinator.post(at("version_publish_now", version.pk), filled(cast))
    assert not Publication.objects.exists()
    assert not AuditEntry.objects.exists()


def test_pages_ask_as_much_of_many_areas_as_of_one(
    cast: Cast, coordinator: Client, version: Version, django_assert_max_num_queries: Any
) -> None:
    for number in range(6):
        version.strategy.areas.add(
            LocalGovernmentArea.objects.create(name=f"Area {number}", kind="london", police_area=cast.area.police_area)
        )
    coordinator.get(at("version_publish", version.pk))
    with django_assert_max_num_queries(16):
        coordinator.get(at("version_publish", version.pk))
    with django_assert_max_num_queries(26):
        coordinator.get(at("version_publish_now", version.pk))


@pytest.mark.slow
def test_of_two_coordinators_publishing_at_once_one_is_told_who_was_first(workers: Workers) -> None:
    cast = make_cast()
    version = make_version(cast.ours, cast.area, dated="2026-02-01")
    both, told = threading.Barrier(2), []

    def publish() -> None:
        going = GoingOut([Publication(way="other", other_form="Leaflet", published_on=day("2026-02-26"))], open_page=True)
        both.wait()
        try:
            publish_version(version, going, actor=cast.coordinator, partnership=cast.ours)
        except AlreadyPublished as already:
            told.append(already.by)
        finally:
            connection.close()

    threads = [threading.Thread(target=publish) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == ["Coordinator"]
    assert (Publication.objects.count(), PublicPage.objects.count()) == (1, 1)
    assert AuditEntry.objects.filter(event="version.published").count() == 1
