from typing import Any

from partnerships.models import Mail
from partnerships.outbox.sending import NotSentYet, try_to_send
from svduty.tasks.kinds import task
from svduty.tasks.running import Run

# About an hour at growing distances, then hourly: the 24 hours of sending.TRIED_FOR are over before the tries are.
WAITS = (30, 60, 120, 300, 600, 1200, 1800, 3600)
TRIES = 40


@task("mail.send", "Send a mail", tries=TRIES, waits=WAITS, says=(NotSentYet,))
def send_mail(run: Run, *, mail_pk: int) -> dict[str, Any]:
    """Its state stands with the mail, under Mail; here it is over once there is nothing more to try."""
    state = try_to_send(Mail.objects.select_related("link").get(pk=mail_pk), last=run.task.tries >= TRIES)
    return {"state": state}
