"""The mail that asks for news of actions, and the personal link in it."""

from collections.abc import Iterable

from django.conf import settings
from django.template.loader import render_to_string

from partnerships.links.keeping import make_link
from partnerships.links.purposes import PURPOSES, Purpose, register_purpose
from partnerships.models import Mail, Partnership, User
from partnerships.outbox.kinds import LINK_PLACE, MailKind, register_mail
from partnerships.outbox.post import post
from strategies.models import Action, NewsAsked

PURPOSE, DAYS = "progress", 14
TEMPLATE = "strategies/mail/progress_asked.txt"
ASKED = MailKind("progress-asked", "A question about actions", "How are your actions going?", TEMPLATE)


def register() -> None:
    register_mail(ASKED)
    register_purpose(Purpose(PURPOSE, DAYS, "strategies.views.progress_link.ProgressPages"))


def mail_asking(asked: NewsAsked) -> Mail:
    """Ask for the mail with a new link, in the caller's transaction; a link sent before for the same asking ends."""
    link = make_link(PURPOSE, asked, address=asked.to, user=asked.account, partnership=asked.partnership)
    return post(
        ASKED.name,
        to=asked.account or asked.address,
        key=f"link/{link.pk}",
        context={"actions": _lines([line.action for line in asked.lines.select_related("action")]), **_address(asked.asked_by)},
        partnership=asked.partnership,
        asked_by=asked.asked_by,
        link=link,
    )


def as_it_would_read(actions: Iterable[Action], *, partnership: Partnership, asked_by: User) -> str:
    """The text of such a mail, for looking at it before it is sent."""
    asked = {"asked_by": str(asked_by), **_address(asked_by)}
    context = {"site": settings.SITE_URL, "partnership": str(partnership), "actions": _lines(actions), **asked}
    return render_to_string(TEMPLATE, {**context, "link": LINK_PLACE, "days": PURPOSES[PURPOSE].days}).strip()


def _address(asked_by: User | None) -> dict[str, str]:
    """Where whoever asked can be told that they asked the wrong people."""
    return {"asked_at": asked_by.email if asked_by and asked_by.is_active else ""}


def _lines(actions: Iterable[Action]) -> list[str]:
    """Each in one line: what somebody typed cannot pass for ours."""
    return [" ".join(action.title.split()) + (f" (due {action.due})" if action.due else "") for action in actions]
