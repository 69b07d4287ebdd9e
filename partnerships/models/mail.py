from django.db import models

from partnerships.models.link import MailedLink
from partnerships.models.partnership import Partnership
from partnerships.models.person import User


class MailState(models.TextChoices):
    GIVEN_UP = "given-up", "Given up"
    REFUSED = "refused", "Refused"
    PERHAPS = "perhaps", "Perhaps sent"
    SENDING = "sending", "Being sent"
    WAITING = "waiting", "Waiting"
    SENT = "sent", "Sent"
    DROPPED = "dropped", "Not needed any more"


class Mail(models.Model):
    """One message to one address, kept whatever becomes of it. See partnerships/outbox for how it goes out.

    `text` never holds a secret: where a personal link belongs it holds a placeholder, and `link` says which. `key`: the same mail
    asked for twice is one mail, for ever.
    """

    kind = models.CharField(max_length=60)
    key = models.CharField(max_length=200, blank=True)
    partnership = models.ForeignKey(Partnership, models.PROTECT, null=True, related_name="+")
    to_user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    address = models.EmailField()
    asked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    subject = models.CharField(max_length=200)
    text = models.TextField()
    link = models.ForeignKey(MailedLink, models.PROTECT, null=True, related_name="mails")
    # The same at each try, by which a receiver knows a second copy.
    message_id = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=MailState.choices, default=MailState.WAITING)
    tries = models.PositiveSmallIntegerField(default=0)
    first_tried_at = models.DateTimeField(null=True)
    # When it came to stand as it does, and why the last try failed, in a sentence for people.
    since = models.DateTimeField()
    reason = models.CharField(max_length=600, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-pk"]
        constraints = [models.UniqueConstraint(fields=["key"], condition=~models.Q(key=""), name="mail_once")]
        indexes = [models.Index(fields=["state", "since"], name="mail_state_since")]

    def __str__(self) -> str:
        return f"Mail {self.pk}"
