"""What the first floor does in the background. Sending a mail stands with the outbox."""

from django.db import transaction

from partnerships import queries
from partnerships.actions.invite import mail_invitation
from partnerships.actions.mail_password_link import mail_password_link
from partnerships.outbox.task import send_mail
from partnerships.queries_invitations import open_invitations_to
from svduty.tasks.kinds import task
from svduty.tasks.models import Task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run

__all__ = ["ask_for_password_link", "find_whom_to_send_a_link", "send_mail"]


@task("password.find", "Find whom to send a link to set a password", tries=5, waits=(5, 60, 300))
def find_whom_to_send_a_link(run: Run, *, email: str) -> None:
    """Who was invited and has no account yet gets the invitation again; for nobody's address nothing is sent."""
    with transaction.atomic():
        if user := queries.person_with(email):
            mail_password_link(user)
        else:
            for invitation in open_invitations_to(email):
                mail_invitation(invitation, asked_by=invitation.invited_by)
        run.finish()


def ask_for_password_link(email: str) -> Task:
    """Look the address up in the background, so that neither answer nor time tells whether anybody has it."""
    return queue(find_whom_to_send_a_link, key=email.strip().lower()[:200], email=email)
