"""What anyone may read of a strategy, and what closes it."""

import datetime
import xml.etree.ElementTree as ET
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnerships.models import StoredFile
from strategies.actions import keep_public_pdf
from strategies.models import Publication, PublicPage, Version
from svduty import clock
from svduty.pdf.workshop import Made
from svduty.tasks.models import Task
from tests.cast import Cast, day, make_version
from tests.guards.reading import read_to_its_end
from tests.guards.world_public import public_records
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_check, make_publication, text_of

NOON = datetime.datetime(2024, 1, 31, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def _no_pdf_is_set_in_type(settings: Any) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


def opened(cast: Cast, version: Version) -> PublicPage:
    return PublicPage.objects.create(strategy_version=version, opened_at=NOON, opened_by=cast.coordinator)


def page_of(version: Version, *, by_number: bool = False) -> str:
    args = [version.strategy.partnership.slug, version.strategy_id]
    return reverse("published_version", args=[*args, version.number]) if by_number else reverse("published_strategy", args=args)


def revised(version: Version, number: int = 2, text: str = "To keep everybody safe.") -> Version:
    fields = {"title": version.title, "form": "typed", "dated": day("2024-06-01"), "sha256": "1" * 64, "frozen_at": NOON}
    return Version.objects.create(strategy=version.strategy, number=number, sections=[{"heading": "Purpose", "text": text}], **fields)


@pytest.fixture
def public(cast: Cast, version: Version) -> Version:
    make_publication(version)
    opened(cast, version)
    return version


def test_anyone_reads_the_published_version_and_gets_no_cookie(public: Version) -> None:
    for address in (reverse("published"), reverse("published_by", args=["anyborough"]), page_of(public), page_of(public, by_number=True)):
        answer = Client().get(address)
        assert (answer.status_code, answer.cookies, answer.headers.get("Vary")) == (200, {}, None), address
        assert answer.headers["Cache-Control"] == "public, no-cache"
    assert "To keep people safe." in text_of(answer)
    assert "published on 31 January 2024" in text_of(answer)
    assert "Leaflet" in text_of(answer)


def test_a_signed_in_reader_sees_the_very_same_page(public: Version, coordinator: Client) -> None:
    assert coordinator.get(page_of(public)).content == Client().get(page_of(public)).content


def test_unchanged_page_is_not_sent_again_and_a_changed_one_is(cast: Cast, public: Version) -> None:
    seen = Client().get(page_of(public)).headers["ETag"]
    again = Client().get(page_of(public), headers={"if-none-match": seen})
    assert (again.status_code, again.content) == (304, b"")
    Publication.objects.update(other_form="Poster")
    assert Client().get(page_of(public), headers={"if-none-match": seen}).status_code == 200


def test_nothing_can_be_sent_to_a_public_page(public: Version) -> None:
    assert Client().post(page_of(public), {"a": "b"}).status_code == 405


def test_lasting_address_leads_to_the_newest_version_and_the_earlier_one_stays_at_its_own(cast: Cast, public: Version) -> None:
    later = revised(public)
    assert "To keep everybody safe." not in text_of(Client().get(page_of(public)))
    make_publication(later, on="2024-06-10")
    opened(cast, later)
    newest, earlier = Client().get(page_of(public)), Client().get(page_of(public, by_number=True))
    assert "To keep everybody safe." in text_of(newest)
    assert page_of(public, by_number=True) in text_of(newest)
    assert "To keep people safe." in text_of(earlier)
    assert "A later version has been published." in text_of(earlier)
    assert (newest.headers.get("X-Robots-Tag"), earlier.headers.get("X-Robots-Tag")) == (None, "noindex")


def close(client: Client, version: Version) -> Any:
    page = PublicPage.objects.get(strategy_version=version)
    return client.post(at("publicpage_withdraw", page.pk), {"reason": "A wrong figure", "seen_version": page.version}, follow=True)


def withdraw(record: Any) -> None:
    record.withdrawn_on, record.withdrawn_reason = clock.today(), "A mistake"
    record.save()


CLOSING = {
    "the page was closed": lambda client, version: close(client, version),
    "the strategy was withdrawn": lambda client, version: withdraw(version.strategy),
    "every publication was withdrawn": lambda client, version: withdraw(version.publications.get()),
    "a later check found barred material": lambda client, version: make_check(version, on="2024-02-02", result="still-there"),
}


@pytest.mark.parametrize("closed", CLOSING)
def test_page_is_gone_at_once_when(closed: str, public: Version, coordinator: Client) -> None:
    make_check(public, on="2024-01-05")
    assert Client().get(page_of(public)).status_code == 200
    CLOSING[closed](coordinator, public)
    for address in (page_of(public), page_of(public, by_number=True), reverse("published_by", args=["anyborough"])):
        answer = Client().get(address)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (404, "no-store"), address
    assert public.title not in text_of(Client().get(reverse("published")))
    assert public.title not in text_of(Client().get(reverse("published_feed")))


def test_closed_page_is_on_record_and_can_be_opened_again(public: Version, coordinator: Client) -> None:
    assert "Nobody outside" not in text_of(coordinator.get(at("version", public.pk)))
    close(coordinator, public)
    assert (last_event().event, last_event().comment) == ("publicpage.withdrawn", "A wrong figure")
    for _ in range(2):
        coordinator.post(at("publicpage_open", public.pk))
    assert PublicPage.objects.filter(withdrawn_on=None).count() == 1
    assert Client().get(page_of(public)).status_code == 200


def test_version_that_is_not_published_or_barred_gets_no_public_page(coordinator: Client, version: Version) -> None:
    answer = coordinator.post(at("publicpage_open", version.pk), follow=True)
    assert "No public page can be opened: no publication of this version is on record" in text_of(answer)
    make_publication(version)
    make_check(version, result="still-there")
    assert "found material in this version that the Act bars" in text_of(coordinator.post(at("publicpage_open", version.pk), follow=True))
    assert not PublicPage.objects.exists()


def test_reader_without_the_right_opens_and_closes_nothing(cast: Cast, public: Version) -> None:
    viewer = signed_in(cast.viewer)
    assert viewer.post(at("publicpage_open", public.pk)).status_code == 403
    assert viewer.post(at("publicpage_withdraw", PublicPage.objects.get().pk), {"reason": "x", "seen_version": 1}).status_code == 403
    assert "Close the public page" not in text_of(viewer.get(at("version", public.pk)))


@pytest.mark.parametrize(
    "wrong", ["otherton/{0}/", "anyborough/{0}/version-2/", "anyborough/99/", "anyborough/{0}/version-1/document/", "x/"]
)
def test_address_that_is_not_public_is_not_there(wrong: str, public: Version, their_version: Version) -> None:
    assert Client().get("/published/" + wrong.format(public.strategy_id)).status_code == 404
    assert Client().get(page_of(their_version)).status_code == 404


def test_document_is_saved_under_a_name_of_ours(cast: Cast, public: Version) -> None:
    stored = StoredFile.objects.create(
        partnership=cast.ours,
        name="Final v7 checked by J.pdf",
        content_type="application/pdf",
        size=8,
        sha256="0" * 64,
        content=ContentFile(b"%PDF-1.7", name="x"),
        uploaded_at=NOON,
    )
    records = public_records(public_of_its_own(cast), stored, cast.area, "Earlier", NOON)
    page = Client().get(reverse("published_strategy", args=["anyborough", records["public_document"]]))
    assert "Final v7" not in text_of(page)
    document = Client().get(reverse("published_document", args=["anyborough", records["public_document"], 1]))
    assert document.headers["Content-Disposition"] == 'attachment; filename="anyborough-strategy-version-1.pdf"'
    assert b"".join(document) == b"%PDF-1.7"  # type: ignore[arg-type]  # a streaming answer


def public_of_its_own(cast: Cast) -> Version:
    return make_version(cast.ours, cast.area, title="Another strategy")


def test_feed_names_what_was_published_last(public: Version) -> None:
    answer = Client().get(reverse("published_feed"))
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    entries = ET.fromstring(answer.content).findall("{*}entry")
    assert [entry.findtext("{*}title") for entry in entries] == ["Serious Violence Strategy, version 1"]
    assert entries[0].find("{*}link").attrib["href"].endswith(page_of(public, by_number=True))  # type: ignore[union-attr]  # just counted


def test_public_pages_ask_as_much_of_many_versions_as_of_one(cast: Cast, public: Version) -> None:
    addresses = [reverse("published"), reverse("published_by", args=["anyborough"]), page_of(public), reverse("published_feed")]

    def queries() -> list[int]:
        counted = []
        for address in addresses:
            with CaptureQueriesContext(
                connection,
            ) as captured:
                Client().get(address)
            counted.append(len(captured))
        return counted

    before = queries()
    for number in range(2, 8):
        later = revised(public, number)
        make_publication(later)
        make_check(later)
        opened(cast, later)
    for number in range(5):
        other = make_version(cast.theirs, cast.their_area, title=f"Theirs {number}")
        make_publication(other)
        opened(cast, other)
    assert queries() == before
    assert max(before) <= 5


def copy_of(version: Version, kind: str) -> str:
    return reverse(f"published_{kind}", args=["anyborough", version.strategy_id, version.number])


@pytest.fixture
def printed(public: Version, monkeypatch: pytest.MonkeyPatch) -> Version:
    """The public version with its PDF, without the seconds that setting it in type takes."""
    monkeypatch.setattr(keep_public_pdf, "set_in_type", lambda writing: Made(b"%PDF of " + writing.title.encode(), 1, 1.0, 1))
    keep_public_pdf.keep_public_pdf(PublicPage.objects.get(strategy_version=public).pk)
    return public


def test_everybody_gets_the_same_pdf_and_word_copy(printed: Version) -> None:
    page = Client().get(page_of(printed)).content.decode()
    for kind, name in (("pdf", "anyborough-strategy-version-1.pdf"), ("word", "anyborough-strategy-version-1.docx")):
        assert copy_of(printed, kind) in page
        first, second = (Client().get(copy_of(printed, kind)) for _ in range(2))
        assert first.headers["Content-Disposition"] == f'attachment; filename="{name}"'
        assert b"".join(first) == b"".join(second)  # type: ignore[arg-type]  # streaming answers
        assert first.headers["Cache-Control"] == "public, no-cache"
        assert Client().get(copy_of(printed, kind), headers={"if-none-match": first.headers["ETag"]}).status_code == 304


def test_pdf_is_no_longer_offered_once_what_it_says_was_put_right_and_the_officer_is_told(coordinator: Client, printed: Version) -> None:
    assert "Make the PDF for everybody" not in text_of(coordinator.get(at("version", printed.pk)))
    Publication.objects.update(published_on=day("2024-01-30"))
    assert Client().get(copy_of(printed, "pdf")).status_code == 404
    assert copy_of(printed, "pdf") not in Client().get(page_of(printed)).content.decode()
    assert "Make the PDF for everybody" in text_of(coordinator.get(at("version", printed.pk)))
    page = PublicPage.objects.get()
    coordinator.post(at("publicpage_pdf", page.pk))
    assert Task.objects.get().arguments == {"page_pk": page.pk}
    keep_public_pdf.keep_public_pdf(page.pk)
    with read_to_its_end(Client().get(copy_of(printed, "pdf"))) as answer:
        assert answer.status_code == 200


def test_copies_are_gone_with_the_page(coordinator: Client, printed: Version) -> None:
    close(coordinator, printed)
    assert [Client().get(copy_of(printed, kind)).status_code for kind in ("pdf", "word")] == [404, 404]
