import datetime
from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.add_once import find_twin, lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.actions.mark_read import mark_read
from strategies.comment_mail import mail_about
from strategies.models import Comment
from svduty.editing.forms import RecordForm


@transaction.atomic
def add_comment(
    form: RecordForm[Comment], *, told: Iterable[User], actor: User, partnership: Partnership, at: datetime.datetime
) -> Comment:
    """Keep a comment or a reply as its author's, made at the moment `at`, and tell by mail whom they chose.

    The same words of the same person in the same place are kept once. Whoever comments has read the version.
    """
    comment = form.instance
    version = comment.strategy_version
    lock_row(version)
    place = {"author": actor, "section_key": comment.section_key, "replies_to": comment.replies_to}
    if twin := find_twin(form, version.comments.filter(**place)):
        return twin
    comment.author, comment.made_at = actor, at
    saved = form.save()
    people = list(told)
    saved.told.set(people)
    changes = {"Comment": ["", saved.text]}
    if saved.quote:
        changes["The words it is about"] = ["", saved.quote]
    if people:
        # By number: the history is never changed, and a name must be erasable.
        changes["Told by mail"] = ["", ", ".join(person.audit_label for person in people)]
    record("comment.added", actor=actor, partnership=partnership, target=saved, changes=changes)
    for person in people:
        mail_about(saved, "comment-told", person, key=f"told/{person.pk}", actor=actor, partnership=partnership)
    mark_read(version, actor=actor, partnership=partnership, at=at)
    return saved
