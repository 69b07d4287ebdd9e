from django.db import models

from partnerships.models import User
from strategies.models.version import Version
from svduty.editing.records import Withdrawable


class Answer(models.TextChoices):
    """What became of a comment."""

    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    NOT_ACCEPTED = "not-accepted", "Not accepted"


class Comment(Withdrawable):
    """Words about a version: about all of it, one section, or a passage quoted from it; or a reply to such words.

    It stays with the version it was made on. `section_key` and `section_heading` say which section as that version has them; both are
    empty for the whole. A comment, not a reply, is settled by an answer with its reason; until then it is open.
    """

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="comments", editable=False)
    replies_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replies", editable=False)
    author = models.ForeignKey(User, models.PROTECT, related_name="+", editable=False)
    section_key = models.CharField(max_length=40, blank=True, editable=False)
    section_heading = models.CharField("Section", max_length=200, blank=True, editable=False)
    quote = models.TextField("The words it is about", blank=True, max_length=2000)
    text = models.TextField("Comment", max_length=10_000)
    told = models.ManyToManyField(User, blank=True, related_name="+", verbose_name="Told by mail", editable=False)
    made_at = models.DateTimeField(editable=False)
    edited_at = models.DateTimeField(null=True, blank=True, editable=False)
    answer = models.CharField("What became of it", max_length=12, choices=Answer.choices, blank=True, editable=False)
    answer_reason = models.TextField("Why", blank=True, editable=False)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+", editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["made_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answer="", answered_at__isnull=True)
                | (~models.Q(answer="") & ~models.Q(answer_reason="") & models.Q(answered_at__isnull=False)),
                name="comment_answered_with_a_reason",
            ),
            models.CheckConstraint(
                condition=models.Q(replies_to__isnull=True) | models.Q(quote="", answer=""), name="comment_reply_is_a_reply"
            ),
        ]

    def __str__(self) -> str:
        return f"Comment on {self.section_heading or 'the whole'}"

    @property
    def open(self) -> bool:
        """Does it still wait for an answer? A reply never does."""
        return not (self.answer or self.withdrawn_on or self.replies_to_id)


class VersionRead(models.Model):
    """Who has read which version to its end, and when first."""

    strategy_version = models.ForeignKey(Version, models.PROTECT, related_name="read_by")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    read_at = models.DateTimeField()

    class Meta:
        ordering = ["read_at"]
        constraints = [models.UniqueConstraint(fields=["strategy_version", "user"], name="version_read_once")]

    def __str__(self) -> str:
        return f"{self.strategy_version} read"
