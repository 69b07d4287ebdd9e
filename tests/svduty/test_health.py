"""What happens while the database is away: a real service on a PostgreSQL that stops, hangs, dies and comes back."""

import contextlib
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg2
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from svduty.error_pages import typed_text
from tests.bench.client import Answer, Client
from tests.bench.server import python, service
from tests.cast import PASSWORD
from tests.postgres import Server, restartable_server

pytestmark = pytest.mark.slow

SOON_SECONDS = 1.0
BACK_WITHIN_SECONDS = 5.0
PATIENCE_SECONDS = 1.5
COORDINATOR = "coordinator@anyborough.example"
PAGE = "/account/"
OF_THE_INSIDE = ["psycopg", "traceback", "operationalerror", "interfaceerror", "connection", "127.0.0.1", "postgres", "django", ".py"]
STAND_INS = {"slug": "anyborough", "code": "SVD-PUB-03", "kind": "dutyholder", "way": "website", "direction": "up", "uidb64": "MQ"}
PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>")
# They answer without asking the database, so they go on answering.
# They answer without asking the database: one takes forms only, the other leads back where single sign-on is off.
ASK_NOTHING = {"single_sign_on": 405, "single_sign_on_back": 302}
OPEN_PAGES = {"sign_in", "accessibility", "password_reset", "password_reset_sent", "password_set_done", "mailed_link_sent"}


@dataclass
class Place:
    """The service under test: its database and its port, with a coordinator signed in."""

    postgres: Server
    port: int
    client: Client


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    static = str(tmp_path_factory.mktemp("static"))
    with restartable_server() as postgres:
        python("manage.py", "migrate", database=postgres.url)
        python("manage.py", "collectstatic", "--noinput", database=postgres.url, STATIC_ROOT=static)
        python("-c", "import django; django.setup(); from tests.cast import make_cast; make_cast()", database=postgres.url)
        with (
            service(postgres.url, STATIC_ROOT=static, PATIENCE=str(PATIENCE_SECONDS)) as port,
            Client(port) as client,
        ):
            client.sign_in(COORDINATOR, PASSWORD)
            yield Place(postgres, port, client)


@pytest.fixture(autouse=True)
def _database_is_back(place: Place) -> Iterator[None]:
    yield
    if place.postgres.process is None:
        place.postgres.start()
    wait_until_back(place)


@contextlib.contextmanager
def away(place: Place, how: signal.Signals = signal.SIGINT) -> Iterator[None]:
    place.postgres.stop(how)
    yield
    place.postgres.start()


def wait_until_back(place: Place) -> float:
    """Seconds until the page that needs the database is there again; fails after five."""
    began = time.monotonic()
    while time.monotonic() - began < BACK_WITHIN_SECONDS:
        if place.client.get(PAGE).status == 200:
            return time.monotonic() - began
        time.sleep(0.1)
    pytest.fail(f"The service was not back within {BACK_WITHIN_SECONDS} seconds.")


def addresses(patterns: list[URLPattern | URLResolver] | None = None, before: str = "/") -> Iterator[tuple[str, str]]:
    """Every page of the service but the developers' own: its name, and an address of it."""
    for pattern in get_resolver("svduty.urls").url_patterns if patterns is None else patterns:
        route = PARAMETER.sub(lambda found: STAND_INS.get(found[1], "1"), str(pattern.pattern))
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, before + route)
        elif pattern.name not in ("healthz", "livez", "components"):
            yield str(pattern.name), before + route


def assert_says_sorry(answer: Answer, what: str) -> None:
    assert answer.status == 503, what
    assert answer.seconds < SOON_SECONDS, f"{what} took {answer.seconds:.2f} s"
    assert int(answer.headers["Retry-After"]) > 0, what
    assert answer.headers["Cache-Control"] == "no-store", what
    assert "<h1" in answer.text, what
    assert "Sorry, the service is not available just now" in answer.text, what
    words = answer.text.lower()
    assert [word for word in OF_THE_INSIDE if word in words] == [], what


def test_every_page_says_at_once_that_the_database_is_away(place: Place):
    pages = list(addresses())
    assert len(pages) > 50
    with away(place), Client(place.port) as stranger:
        for name, address in pages:
            if name in ASK_NOTHING:
                assert {client.get(address).status for client in (place.client, stranger)} == {ASK_NOTHING[name]}, name
                continue
            assert_says_sorry(place.client.get(address), f"{name} {address}")
            answer = stranger.get(address)
            if name in OPEN_PAGES:
                assert answer.status == 200, name
            elif answer.status != 302:
                assert_says_sorry(answer, f"{name} {address}, signed out")


def test_only_the_health_page_of_the_database_fails_with_it(place: Place):
    assert place.client.get("/healthz").status == 200
    with away(place):
        healthz = place.client.get("/healthz")
        assert (healthz.status, healthz.text, healthz.headers["Cache-Control"]) == (503, '{"database": "away"}', "no-store")
        assert healthz.seconds < SOON_SECONDS
        assert place.client.get("/livez").status == 200
    assert place.client.get("/healthz").status == 200


def test_what_was_typed_is_printed_back(place: Place):
    form = reverse("account_name")
    place.client.token_from(form)
    with away(place):
        answer = place.client.post(form, name="Violence <b>reduction</b> lead", seen_version="1")
    assert_says_sorry(answer, form)
    assert "Violence &lt;b&gt;reduction&lt;/b&gt; lead" in answer.text
    assert "seen" not in answer.text
    assert place.client.token not in answer.text


def test_a_password_is_never_printed_back(place: Place):
    with Client(place.port) as stranger:
        stranger.token_from("/sign-in/")
        with away(place):
            answer = stranger.post("/sign-in/", username="somebody@example.org", password="a secret of mine")
    assert_says_sorry(answer, "sign-in")
    assert "somebody@example.org" in answer.text
    assert "a secret of mine" not in answer.text


def test_the_service_is_back_soon_with_the_same_session_and_without_a_restart(place: Place):
    assert place.client.get(PAGE).status == 200
    session = dict(place.client.cookies)
    with away(place):
        assert place.client.get(PAGE).status == 503
    assert wait_until_back(place) < BACK_WITHIN_SECONDS
    assert place.client.cookies == session


def test_pages_go_on_when_the_database_was_away_between_two_requests(place: Place):
    assert place.client.get(PAGE).status == 200
    with away(place, signal.SIGQUIT):
        pass
    assert place.client.get(PAGE).status == 200


@contextlib.contextmanager
def everything_waits(place: Place) -> Iterator[None]:
    """Another session holds the table that the next request reads."""
    with contextlib.closing(psycopg2.connect(place.postgres.url)) as other:
        other.cursor().execute("LOCK TABLE partnerships_rolegrant")
        yield


def wait_for_a_waiting_request(place: Place) -> None:
    with contextlib.closing(psycopg2.connect(place.postgres.url)) as other, other.cursor() as cursor:
        for _ in range(50):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone() != (0,):
                return
            time.sleep(0.02)
    pytest.fail("No request waited for the table.")


def test_a_connection_that_dies_in_mid_request_gives_the_same_page(place: Place):
    assert place.client.get(PAGE).status == 200
    answers: list[Answer] = []
    request = threading.Thread(target=lambda: answers.append(place.client.get(PAGE)))
    with everything_waits(place):
        request.start()
        wait_for_a_waiting_request(place)
        place.postgres.stop(signal.SIGQUIT)
        stopped = time.monotonic()
        request.join(10)
        assert time.monotonic() - stopped < SOON_SECONDS
    [answer] = answers
    assert answer.status == 503
    assert "Sorry, the service is not available just now" in answer.text


def test_a_statement_that_is_never_answered_is_given_up(place: Place):
    with everything_waits(place):
        answer = place.client.get(PAGE)
    assert answer.status == 503
    assert PATIENCE_SECONDS <= answer.seconds < PATIENCE_SECONDS + SOON_SECONDS
    assert place.client.get(PAGE).status == 200


def test_a_database_that_takes_connections_and_never_answers_is_away(place: Place):
    place.postgres.stop()
    with socket.socket() as silent:
        silent.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        silent.bind(("127.0.0.1", place.postgres.port))
        silent.listen(50)
        assert_says_sorry(place.client.get(PAGE), "a silent database")
        assert place.client.get("/healthz").status == 503


def test_a_database_that_takes_no_changes_is_not_healthy(place: Place):
    form = reverse("account_name")
    place.client.token_from(form)
    run(place, "ALTER DATABASE svduty SET default_transaction_read_only = on")
    try:
        with away(place):
            pass
        assert place.client.get(PAGE).status == 200
        assert place.client.get("/healthz").status == 503
        answer = place.client.post(form, name="Violence reduction lead")
        assert_says_sorry(answer, form)
        assert "Violence reduction lead" in answer.text
    finally:
        run(place, "ALTER DATABASE svduty RESET default_transaction_read_only")
        place.postgres.stop()


def run(place: Place, statement: str) -> None:
    connection = psycopg2.connect(place.postgres.url)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute("SET default_transaction_read_only = off")
        cursor.execute(statement)


def test_the_static_files_of_the_page_are_there_without_the_database(place: Place):
    with away(place):
        page = place.client.get(PAGE).text
        sheet = page.split('rel="stylesheet" href="')[1].split('"')[0]
        assert place.client.get(sheet).status == 200


def test_the_names_of_files_are_printed_back_but_not_the_token():
    minutes = SimpleUploadedFile("minutes.pdf", b"%PDF-")
    request = RequestFactory().post("/", {"what_it_is": "Minutes", "csrfmiddlewaretoken": "x", "empty": " ", "file": minutes})
    assert typed_text(request) == [("what it is", "Minutes"), ("file", "minutes.pdf (choose this file again)")]


def test_a_form_too_large_to_be_read_prints_nothing_back():
    assert typed_text(RequestFactory().post("/", {f"field{number}": "x" for number in range(3000)})) == []
