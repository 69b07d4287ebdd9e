"""What the page tests of this floor say again and again."""

import html
import re
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from compliance.models import Evidence, Response, Submission
from partnerships.models import AuditEntry, Partnership, User
from strategies.models import Publication, Version
from tests.cast import Cast, day, make_holder, make_version


def at(route: str, *args: Any, slug: str = "anyborough", **query: str) -> str:
    return reverse(route, args=[slug, *args], query=query or None)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text_of(response: Any) -> str:
    """The page's words, tags left out, entities resolved and white space evened out."""
    body = re.sub(r"<(script|style)\b.*?</\1>", " ", response.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def banner(client: Client, address: str) -> str:
    """What the page says it has done, after a save."""
    return " ".join(str(message) for message in client.get(address).context["messages"])


def published(cast: Cast, on: str = "2024-01-31", title: str = "Serious Violence Strategy") -> Version:
    """A version of ours on the website of the council, a specified authority."""
    holder = cast.ours.duty_holders.first() or make_holder(cast.ours, cast.area)
    version = make_version(cast.ours, cast.area, title=title)
    Publication.objects.create(
        strategy_version=version,
        way="website",
        area=cast.area,
        owner=holder.organisation,
        published_on=day(on),
        address="https://a.example",
    )
    return version


def make_evidence(partnership: Partnership, code: str = "SVD-PUB-03", title: str = "Receipt", **changes: Any) -> Evidence:
    fields = {"title": title, "dated": day("2024-02-06"), "link": "https://www.example.gov.uk/receipt", "added_on": "2024-02-07"}
    return Evidence.objects.create(partnership=partnership, requirement=code, **{**fields, **changes})


def make_response(partnership: Partnership, code: str = "SVD-PUB-03", text: str = "It went by post.") -> Response:
    return Response.objects.create(partnership=partnership, requirement=code, text=text, dated=day("2024-03-01"), by="Head of Safety")


def make_sending(version: Version, on: str = "2024-02-06", recipient: str = "home-office") -> Submission:
    partnership = version.strategy.partnership
    holder = partnership.duty_holders.first() or make_holder(partnership, version.strategy.areas.get())
    return Submission.objects.create(strategy_version=version, recipient=recipient, sender=holder.organisation, sent_on=day(on))


def upload(name: str = "minutes.txt", content: bytes = b"Minutes of the board.\n") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content)


def last_event() -> AuditEntry:
    return AuditEntry.objects.order_by("-pk")[0]


def comes_no_further(cast: Cast, route: str, ours: int, theirs: int) -> None:
    """The page of one of our records: for the coordinator only; and nobody reaches a neighbour's at our address."""
    coordinator, neighbour = signed_in(cast.coordinator), signed_in(cast.stranger)
    assert coordinator.get(at(route, ours)).status_code == 200
    for client, address, expected in (
        (signed_in(cast.viewer), at(route, ours), 403),
        (neighbour, at(route, ours), 404),
        (coordinator, at(route, theirs), 404),
    ):
        assert client.get(address).status_code == expected
        assert client.post(address, {"reason": "x", "seen_version": 1}).status_code == expected
    assert neighbour.get(at(route, theirs, slug="otherton")).status_code == 200
    assert AuditEntry.objects.count() == 0
