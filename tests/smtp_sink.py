"""A real mail server on 127.0.0.1 that keeps what it is given, and misbehaves when told to."""

import contextlib
import socket
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Sink:
    """`got`: the mails it said yes to. `to_recipient`, `to_data`: what it answers instead of yes; "hang up" ends the talk in the middle."""

    def __init__(self) -> None:
        self.got: list[Message] = []
        self.to_recipient = self.to_data = ""

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]) -> str:  # noqa: N802  # aiosmtpd's name
        if self.to_recipient:
            return self.to_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802  # aiosmtpd's name
        if self.to_data == "hang up":
            server.transport.abort()
            return "250 never arrives"
        if not self.to_data:
            self.got.append(message_from_bytes(bytes(envelope.content or b"")))
        return self.to_data or "250 OK"

    @property
    def texts(self) -> list[str]:
        return [message.get_payload(decode=True).decode() for message in self.got]  # type: ignore[union-attr]  # plain text


@contextlib.contextmanager
def smtp_sink(settings: Any) -> Iterator[Sink]:
    """Let the service send to such a server while the context lasts."""
    sink = Sink()
    server = Controller(sink, hostname="127.0.0.1", port=free_port())
    server.start()
    use_smtp(settings, server.port)
    try:
        yield sink
    finally:
        server.stop()


def use_smtp(settings: Any, port: int) -> None:
    """Send by SMTP to that port; where nobody listens the mail server is away."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_USE_TLS, settings.EMAIL_HOST_USER = "127.0.0.1", port, False, ""


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
