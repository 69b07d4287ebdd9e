"""The mails of approval rounds: to whoever holds a seat, where to read and answer. What is asked and said stays out of them."""

from collections.abc import Iterable

from django.urls import reverse

from partnerships.models import Seat, User
from partnerships.outbox.kinds import MailKind, register_mail
from partnerships.outbox.post import post
from strategies.models import ApprovalRound
from svduty import dates

OPENED = MailKind("round-opened", "A board is asked", "You are asked about a strategy", "strategies/mail/round_opened.txt")
REMINDER = MailKind("round-reminder", "A reminder to answer", "You have not answered yet", "strategies/mail/round_reminder.txt")


def register_mails() -> None:
    register_mail(OPENED)
    register_mail(REMINDER)


def holders_of(seats: Iterable[Seat]) -> list[User]:
    """Everybody who can answer for one of the seats, each once. The seats come with their `accounts`."""
    return list({grant.user_id: grant.user for seat in seats for grant in seat.accounts}.values())  # type: ignore[attr-defined]  # prefetched


def tell(kind: MailKind, asked: ApprovalRound, people: Iterable[User], *, mark: str, asked_by: User | None) -> int:
    """Ask for a mail to each, in the caller's transaction; how many. The same `mark` is mailed to a person once a round."""
    version = asked.strategy_version
    partnership = version.strategy.partnership
    context = {
        "board": str(asked.board),
        "strategy": version.title,
        "number": version.number,
        "answer_by": dates.say(asked.answer_by),
        "decides": asked.decides,
        "address": reverse("version_read", args=[partnership.slug, version.pk]),
    }
    told = 0
    for person in people:
        key = f"round/{asked.pk}/{mark}/{person.pk}"
        post(kind.name, to=person, key=key, context=context, partnership=partnership, asked_by=asked_by)
        told += 1
    return told
