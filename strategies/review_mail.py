"""The mail that tells coordinators that a yearly review has opened."""

from django.urls import reverse

from partnerships.models import Partnership
from partnerships.outbox.kinds import MailKind, register_mail
from partnerships.outbox.post import post
from partnerships.queries import coordinators_of
from strategies.models import ReviewWork
from svduty import dates

OPENED = MailKind("review-opened", "A yearly review has opened", "A yearly review has opened", "strategies/mail/review_opened.txt")


def register() -> None:
    register_mail(OPENED)


def tell_coordinators(work: ReviewWork, partnership: Partnership) -> None:
    """In the caller's transaction; each once."""
    context = {
        "strategy": work.strategy.title,
        "due_on": dates.say(work.due_on) if work.due_on else "",
        "address": reverse("reviewwork", args=[partnership.slug, work.pk]),
    }
    for person in coordinators_of(partnership):
        post(OPENED.name, to=person, key=f"review-opened/{work.pk}/{person.pk}", context=context, partnership=partnership)
