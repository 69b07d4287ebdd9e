"""Every link and every form that a person is shown opens for that person: a crawl from the home page, once a role."""

import dataclasses
import datetime
import re
from collections import Counter, deque
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urljoin, urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command
from django.db import transaction
from django.test import Client, override_settings
from django.urls import Resolver404, resolve

from compliance.examples.accounts import ACCOUNTS
from compliance.models import IssuedReport, RequirementWording
from compliance.tasks import make_report
from partnerships.models import Meeting, Partnership, User
from partnerships.models.person import Role
from strategies.models import Version
from svduty import clock
from svduty.tasks.models import Task
from svduty.vague_dates import VagueDate
from tests.guards.access_table import TABLE
from tests.guards.levels import ANONYMOUS, OPEN
from tests.guards.packs_made import pack_of, pack_task
from tests.guards.world_exports import exports_made

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

# One of each is enough, as the same code draws all: a list by whatever it is filtered, a page as at whatever day, and
# the history of one record of each kind.
EACH_ONCE = {"status", "strength", "who", "as_at"}
# And of the pages of one kind no more than so many: a partnership has hundreds of records.
PER_ROUTE = 8
EXAMPLES = ["anyborough", "waltham-forest"]
HISTORY = re.compile(r"(?<=/history/)(\w+)/\d+/")

OPENS, LEADS_ON = 200, 302
EVERYWHERE = {"accessibility", "law"}  # at the foot of each page

# No link leads here: machines ask for it, or it comes after a form or from a mail, or is there while building only.
# Shown only where there is something to show: a succession, an invitation that waits, a body of the shared register, a closed account,
# a request, a report or an action of the very body that somebody works for, homicide reviews where they are in force, a strategy into which
# another was carried over.
SHOWN_WHERE_THERE_IS_ONE = {
    "succession",
    "succession_withdraw",
    "person_invitation_withdraw",
    "installation_invitation_withdraw",
    "installation_account_erase",
    "body",
    "meetingaction_done",
    "collaborationrequest_answer",
    "publicpage_open",
    "published_pdf",
    "scrutinyreport_reply",
    "scrutinyrequest_answer",
    "homicidereviews",
    "homicidereview",
    "homicidereview_add",
    "homicidereview_change",
    "homicidereview_withdraw",
    "rollforward",
}
# Of board members only a chair runs rounds, and one withdraws one's own comment.
ONLY_SOME = {Role.BOARD_MEMBER: {"round_open", "round_close", "comment_withdraw"}}
# Offered on the home page, which whoever has one partnership alone passes by.
OF_SEVERAL = {"oversight"}
# Open to all, and on the way of whoever looks at a version; that anybody finds them is asked of those without an account.
PUBLIC = {name for name in TABLE if name.startswith("published")}
NOT_LINKED = {
    "healthz",
    "livez",
    "components",
    "password_reset_sent",
    "password_set_done",
    "mailed_link",
    "mailed_link_sent",
    "strategy_paper_making",
}


@dataclasses.dataclass
class Form:
    method: str
    action: str
    fields: list[tuple[str, str]] = dataclasses.field(default_factory=list)


class Page(HTMLParser):
    """What a page offers: links, forms with what stands in them, the files it needs, and its anchors."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.forms: list[Form] = []
        self.files: list[str] = []
        self.anchors: set[str] = set()
        self._select = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        got = {name: value or "" for name, value in attrs}
        self.anchors.add(got.get("id", ""))
        if tag == "a":
            self.links.append(got.get("href", "(a link without an address)"))
        elif tag == "link" and got.get("rel") == "alternate":
            self.links.append(got.get("href", ""))
        elif tag in ("link", "script", "img"):
            self.files += [got[name] for name in ("href", "src") if got.get(name)]
        elif tag == "form":
            self.forms.append(Form(got.get("method", "get").lower(), got.get("action", "")))
        elif tag == "select":
            self._select = got.get("name", "")
        elif tag == "option" and "selected" in got and self.forms:
            self.forms[-1].fields.append((self._select, got.get("value", "")))
        elif tag == "input" and got.get("name") and self.forms:
            kind = got.get("type", "text")
            if kind != "file" and (kind not in ("radio", "checkbox") or "checked" in got):
                self.forms[-1].fields.append((got["name"], got.get("value", "")))


@dataclasses.dataclass
class Crawl:
    """Walks as one client. `wrong` says of each thing that did not open where it was shown."""

    client: Client
    pages: dict[str, Page] = dataclasses.field(default_factory=dict)
    routes: set[str] = dataclasses.field(default_factory=set)
    wrong: list[str] = dataclasses.field(default_factory=list)
    _seen: set[tuple[str, frozenset[str]]] = dataclasses.field(default_factory=set)
    _opened: Counter[str] = dataclasses.field(default_factory=Counter)
    _sent: set[str] = dataclasses.field(default_factory=set)

    def from_home(self) -> "Crawl":
        waiting: deque[tuple[str, str]] = deque([("/", "the address bar")])
        while waiting:
            address, shown_on = waiting.popleft()
            if not self._is_new(address):
                continue
            for found in self._open(address, shown_on):
                waiting.append((found, address))
        self._check_anchors()
        return self

    def _is_new(self, address: str) -> bool:
        query = parse_qsl(urlsplit(address).query)
        looks = frozenset(name if name in EACH_ONCE else f"{name}={value}" for name, value in query)
        key = (HISTORY.sub(r"\1/", urlsplit(address).path), looks)
        new = key not in self._seen
        self._seen.add(key)
        route = _route(address)
        self._opened[route] += new
        return new and (not route or self._opened[route] <= PER_ROUTE)

    def _open(self, address: str, shown_on: str) -> list[str]:
        """Open an address of ours and give the addresses of ours that it shows."""
        address = urlsplit(address)._replace(fragment="").geturl()
        answer = self.client.get(address)
        if answer.status_code == LEADS_ON:
            return [answer["Location"]]
        if answer.status_code != OPENS:
            self.wrong.append(f"{shown_on} leads to {address}: {answer.status_code}")
            return []
        self.routes.add(_route(address))
        content = b"".join(answer)
        if not answer["Content-Type"].startswith("text/html"):
            return []
        page = self.pages[address] = Page(content.decode())
        for form in page.forms:
            self._send(form, address)
        for file in page.files:
            # The picture of the second factor's secret stands in the page, so that it is kept nowhere.
            if not file.startswith("data:image/svg+xml;base64,") and not (
                file.startswith("/static/") and finders.find(file.removeprefix("/static/"))
            ):
                self.wrong.append(f"{address} asks for {file}, which is not among our files")
        return [urljoin(address, link) for link in page.links if self._is_ours(link, address)]

    def _is_ours(self, link: str, shown_on: str) -> bool:
        parts = urlsplit(urljoin(shown_on, link))
        if parts.scheme in ("https", "mailto"):
            return False
        if parts.scheme or parts.netloc or link.startswith("(") or link in ("", "#"):
            self.wrong.append(f"{shown_on} has a link to nowhere: {link!r}")
            return False
        return True

    def _send(self, form: Form, shown_on: str) -> None:
        """Press the form's button with what already stands in it; what that would change is undone."""
        target = urljoin(shown_on, form.action or shown_on)
        if form.action and target in self._sent:
            return
        self._sent.add(target)
        with transaction.atomic():
            sender = Client()
            sender.cookies.update(self.client.cookies)
            send = sender.get if form.method == "get" else sender.post
            values: dict[str, list[str]] = {}
            for name, value in form.fields:
                values.setdefault(name, []).append(value)
            answer = send(target, values)
            if answer.status_code not in (OPENS, LEADS_ON):
                self.wrong.append(f"{shown_on} has a form to {target}: {answer.status_code}")
            transaction.set_rollback(True)

    def _check_anchors(self) -> None:
        for address, page in self.pages.items():
            for link in page.links:
                parts = urlsplit(urljoin(address, link))
                target = self.pages.get(parts._replace(fragment="").geturl())
                if parts.fragment and target and parts.fragment not in target.anchors:
                    self.wrong.append(f"{address} leads to {link}, but no such place is on that page")


@cache
def _route(address: str) -> str:
    """The name of an address, empty for one that is not ours."""
    try:
        return str(resolve(urlsplit(address).path).url_name)
    except Resolver404:
        return ""


@pytest.fixture(scope="module")
def examples_loaded(_files_of_the_tests_stay_apart: None, django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Once for all roles: each crawl undoes what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        with override_settings(DEBUG=True):
            call_command("load_example", *EXAMPLES, "--without-report", verbosity=0)
        add_what_examples_may_lack()
        yield
        transaction.set_rollback(True)


def add_what_examples_may_lack() -> None:
    """Reports and packs without the seconds that setting them in type takes, some being made; the installation's own words for a duty."""
    day = datetime.date(2024, 1, 16)
    made = {"as_at": day, "issued_at": clock.now(), "facts": {}, "findings": [], "pdf": b"%PDF", "sha256": "0" * 64}
    for partnership in Partnership.objects.all():
        IssuedReport.objects.get_or_create(partnership=partnership, number=1, defaults=made)
        asked = {"arguments": {"as_at": day.isoformat(), "signed_off_by": ""}, "asked_at": clock.now(), "due_at": clock.now()}
        Task.objects.create(kind=make_report.name, partnership_id=partnership.pk, **asked)
    for meeting in Meeting.objects.filter(items__withdrawn_on=None, items__isnull=False, withdrawn_on=None).distinct():
        pack_of(meeting)
        pack_task(meeting)
    version = Version.objects.filter(strategy__partnership__slug="anyborough", form="typed").latest("pk")
    exports_made(version, User.objects.get(email=ACCOUNTS[Role.COORDINATOR][0]))
    RequirementWording.objects.create(code="SVD-PUB-03", plain="Send it.", starts=VagueDate.of(day))


def sign_in(who: str) -> Client:
    client = Client()
    if who != ANONYMOUS:
        client.force_login(User.objects.get(email=ACCOUNTS[Role(who)][0]))
    return client


@pytest.mark.parametrize("who", [ANONYMOUS, *[role.value for role in Role]])
def test_everything_shown_to_a_person_opens_and_all_they_may_open_is_shown(who: str, examples_loaded: None) -> None:
    crawl = Crawl(sign_in(who)).from_home()
    if crawl.wrong:
        pytest.fail("\n".join(crawl.wrong))
    excepted = SHOWN_WHERE_THERE_IS_ONE | ONLY_SOME.get(who, set()) | (OF_SEVERAL if who != Role.OVERSEER else set())
    assert crawl.routes - {"home"} - excepted - (PUBLIC if who != ANONYMOUS else set()) == {
        name
        for name, row in TABLE.items()
        if row.get == OPENS or row.get_signed_in == OPENS
        if who in row.level.may and (who == ANONYMOUS or row.level is not OPEN or name in EVERYWHERE) and name not in NOT_LINKED | excepted
    }
