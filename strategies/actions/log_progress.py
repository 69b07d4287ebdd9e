"""Saying how an action goes: in a few words, or that nothing has changed."""

import datetime

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words
from partnerships.actions.save_with_file import save_with_file
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.delivery import newest_first
from strategies.forms.progress import NewsForm
from strategies.models import Action, NewsAsked, ProgressUpdate
from strategies.models.progress import OVER
from strategies.next_news import next_news_by
from svduty.vague_dates import VagueDate

BY_LINK = ", by a personal link"
LONGEST_LABEL = 200


@transaction.atomic
def log_progress(
    form: NewsForm,
    *,
    on: datetime.date,
    actor: User | None,
    partnership: Partnership,
    asked: NewsAsked | None = None,
    about: Action | None = None,
) -> ProgressUpdate:
    """Save a valid form, with its file, as news or a new state of it; the same sent twice by the same person is kept once.

    `asked` and `about`: the mail that is answered, and the one action that the form is about. Raises StaleRecord.
    """
    update = form.instance
    if not update.pk:
        update.said_on, update.said_by, update.asked = on, actor, asked
        if about:
            update.on, update.by_label = VagueDate.of(on), label_of(about)
    among = ProgressUpdate.objects.filter(partnership=partnership, said_by=actor, said_on=on, asked=asked)
    if about:
        among = among.filter(actions=about)
    return save_with_file(form, "file", beside=partnership, among=among, partnership=partnership, actor=actor)


@transaction.atomic
def say_no_change(
    action: Action, *, on: datetime.date, actor: User | None, partnership: Partnership, asked: NewsAsked | None = None
) -> ProgressUpdate | None:
    """Say that an action stands as it did; the next news is due as after any other. Pressed twice it is said once.

    None, with nothing written, where there is nothing that could be unchanged: no news yet, or it is over.
    """
    lock_row(action)
    told = newest_first(action.updates.filter(withdrawn_on__isnull=True), on)
    last = told[0] if told else None
    if last is None or last.state in OVER:
        return None
    if last.no_change and (last.said_on, last.said_by_id, last.asked_id) == (on, actor and actor.pk, asked and asked.pk):
        return last
    update = ProgressUpdate.objects.create(
        partnership=partnership,
        on=VagueDate.of(on),
        state=last.state,
        reason=last.reason,
        next_on=VagueDate.of(next_news_by(on, [action.due])),
        no_change=True,
        said_by=actor,
        by_label="" if actor else label_of(action),
        said_on=on,
        asked=asked,
    )
    update.actions.add(action)
    changes = differences({}, in_words(update))
    record("progressupdate.added", actor=actor, partnership=partnership, target=update, changes=changes)
    return update


def label_of(action: Action) -> str:
    """For whom something was said by a personal link: `Head of Community Safety, Anyborough Council, by a personal link`."""
    return (action.owner_words or "Whoever was asked")[: LONGEST_LABEL - len(BY_LINK)] + BY_LINK
