import datetime

from django.db import transaction

from partnerships.actions.save_record import lock, save_record
from partnerships.models import Partnership, User
from strategies.models import Comment
from svduty.editing.forms import RecordForm


class AlreadySettled(Exception):
    """The comment was answered or withdrawn meanwhile. `current` is how it stands."""

    def __init__(self, current: Comment) -> None:
        super().__init__("The comment has been settled.")
        self.current = current


@transaction.atomic
def change_comment(form: RecordForm[Comment], *, actor: User, partnership: Partnership, at: datetime.datetime) -> Comment:
    """Save the author's new words for a comment that nobody has answered, marked as edited at the moment `at`.

    Raises AlreadySettled, or StaleRecord when it was saved meanwhile; then nothing is written.
    """
    current = lock(form.instance)
    if current.answer or current.withdrawn_on:
        raise AlreadySettled(current)
    form.instance.edited_at = at
    return save_record(form, actor=actor, partnership=partnership)
