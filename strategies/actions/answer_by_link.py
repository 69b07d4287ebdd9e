"""Answering a mail that asked for news: what its personal link may do, and nothing else."""

import datetime
from collections.abc import Iterable

from django.db import transaction

from partnerships.links.keeping import hold
from partnerships.models import MailedLink
from strategies.actions.log_progress import log_progress, say_no_change
from strategies.forms.progress import LinkForm
from strategies.models import Action, NewsAsked, ProgressUpdate


@transaction.atomic
def answer_no_change(link: MailedLink, asked: NewsAsked, actions: Iterable[Action], *, on: datetime.date) -> list[Action]:
    """Say of each that nothing has changed; of which it could be said. All or none. Raises LinkIsOver."""
    hold(link)
    return [action for action in actions if say_no_change(action, on=on, actor=None, partnership=asked.partnership, asked=asked)]


@transaction.atomic
def answer_with_news(form: LinkForm, link: MailedLink, asked: NewsAsked, action: Action, *, on: datetime.date) -> ProgressUpdate:
    """Save a valid form as news of one action. Raises LinkIsOver."""
    hold(link)
    return log_progress(form, on=on, actor=None, partnership=asked.partnership, asked=asked, about=action)
