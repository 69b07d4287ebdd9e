"""A browser's share of the work and no more: one connection kept open, cookies, and forms with their token."""

import re
import time
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from urllib.parse import urlencode

LONGEST_WAIT_SECONDS = 60
KEPT_OPEN_SECONDS = 1  # gunicorn closes an idle connection after two
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass(frozen=True)
class Answer:
    """What came back, and in how many seconds."""

    status: int
    headers: Message
    body: bytes
    seconds: float

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """Talks to 127.0.0.1 only. A broken connection is made anew with the next request."""

    def __init__(self, port: int) -> None:
        self.connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST_WAIT_SECONDS)
        self.cookies: dict[str, str] = {}
        self.last_used = 0.0

    def __enter__(self) -> "Client":
        return self

    def __exit__(self, *details: object) -> None:
        self.connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """`headers` are written with _ for -."""
        return self._send("GET", path, None, {name.replace("_", "-"): value for name, value in headers.items()})

    def post(self, path: str, **fields: str) -> Answer:
        """Send a form as a browser would, with the token of the page that `token_from` fetched last."""
        body = urlencode({"csrfmiddlewaretoken": self.token} | fields)
        return self._send("POST", path, body, {"Content-Type": "application/x-www-form-urlencoded"})

    def send_body(self, path: str, body: bytes, content_type: str) -> Answer:
        """Send what is packed already, a file among it."""
        return self._send("POST", path, body, {"Content-Type": content_type})

    def token_from(self, path: str) -> None:
        found = TOKEN.search(self.get(path).text)
        if not found:
            raise AssertionError(f"{path} has no form")
        self.token = found[1]

    def sign_in(self, email: str, password: str) -> None:
        self.token_from("/sign-in/")
        answer = self.post("/sign-in/", username=email, password=password)
        if answer.status != 302:
            raise AssertionError(f"Nobody could sign in: {answer.status}")

    def _send(self, method: str, path: str, body: str | bytes | None, headers: dict[str, str]) -> Answer:
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        if time.perf_counter() - self.last_used > KEPT_OPEN_SECONDS:
            self.connection.close()
        began = time.perf_counter()
        try:
            self.connection.request(method, path, body, headers)
            response = self.connection.getresponse()
            content = response.read()
        except (HTTPException, OSError):
            self.connection.close()
            raise
        self.last_used = time.perf_counter()
        seconds = self.last_used - began
        for line in response.headers.get_all("Set-Cookie", []):
            self.cookies |= {name: morsel.value for name, morsel in SimpleCookie(line).items()}
        return Answer(response.status, response.headers, content, seconds)
