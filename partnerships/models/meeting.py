from django.db import models

from partnerships.models.board import Board, Seat
from partnerships.models.body import Organisation
from partnerships.models.file import StoredFile
from partnerships.models.pointing import Pointing
from svduty.editing.fields import WebAddressField
from svduty.editing.records import Record, Withdrawable
from svduty.vague_dates import VagueDateField


class MeetingState(models.TextChoices):
    """A plan is no event: only a meeting that was held counts."""

    PLANNED = "planned", "Planned"
    HELD = "held", "Held"
    CANCELLED = "cancelled", "Cancelled"


STANDS = models.Q(withdrawn_on__isnull=True) & ~models.Q(state=MeetingState.CANCELLED)


class Meeting(Withdrawable):
    """One meeting of a board. What the quorum came to is kept when attendance is recorded: the rule and the seats may change later.

    `quorate` is empty while that is not known. A meeting that was called and was not quorate did not proceed: it is held, not quorate,
    and can have decided nothing.
    """

    board = models.ForeignKey(Board, models.PROTECT, related_name="meetings", editable=False)
    day = models.DateField("Day")
    begins_at = models.TimeField("Begins at", null=True, blank=True)
    place = models.CharField("Place", max_length=200, blank=True, help_text="A room, or online.")
    state = models.CharField("State", max_length=9, choices=MeetingState.choices, default=MeetingState.PLANNED, editable=False)
    state_reason = models.TextField("Why it was cancelled", blank=True, editable=False)
    others = models.TextField("Others who came", blank=True, help_text="Posts without a seat on that day, one a line.")
    minutes = models.TextField("Minutes", blank=True, help_text="In Markdown; or add them as a file.")
    minutes_file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Minutes as a file", editable=False
    )
    minutes_agreed_on = VagueDateField("Minutes agreed on", null=True, blank=True)

    quorum_base = models.PositiveSmallIntegerField("Members counted", null=True, blank=True, editable=False)
    quorum_needed = models.PositiveSmallIntegerField("Members needed", null=True, blank=True, editable=False)
    quorum_present = models.PositiveSmallIntegerField("Members there", null=True, blank=True, editable=False)
    quorum_chair = models.BooleanField("The chair was there", null=True, blank=True, editable=False)
    quorum_rule = models.CharField("The rule it was judged by", max_length=300, blank=True, editable=False)
    quorate = models.BooleanField("Quorate", null=True, blank=True, editable=False)

    class Meta:
        ordering = ["-day", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "day", "begins_at"],
                condition=STANDS & models.Q(begins_at__isnull=False),
                name="meeting_once",
                violation_error_message="A meeting of this board on that day and at that time is here already.",
            ),
            models.UniqueConstraint(
                fields=["board", "day"],
                condition=STANDS & models.Q(begins_at__isnull=True),
                name="meeting_without_time_once",
                violation_error_message="A meeting of this board on that day is here already. If there were two, give the times.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.board}, {self.day:%-d %B %Y}"


class Came(models.TextChoices):
    """How a seat was taken at a meeting."""

    MEMBER = "member", "Came"
    DEPUTY = "deputy", "A deputy came"
    APOLOGIES = "apologies", "Sent apologies"
    ABSENT = "absent", "Did not come"


class Attendance(Record):
    """Whether a seat was taken at a meeting. A deputy is named by post, with the authority they came with."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances", editable=False)
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="attendances", editable=False)
    came = models.CharField("Came", max_length=9, choices=Came.choices)
    deputy = models.CharField("Who came instead", max_length=200, blank=True, help_text="The post.")
    authority = models.CharField("By what authority", max_length=300, blank=True)
    interest = models.TextField("Interest declared", blank=True, help_text="What it was, and what the member did about it.")

    class Meta:
        ordering = ["seat__position", "seat_id"]
        constraints = [models.UniqueConstraint(fields=["meeting", "seat"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.seat}: {self.get_came_display()}"

    @property
    def there(self) -> bool:
        return self.came in (Came.MEMBER, Came.DEPUTY)


class ItemFor(models.TextChoices):
    DECISION = "decision", "For decision"
    DISCUSSION = "discussion", "For discussion"
    NOTE = "note", "To note"


class AgendaItem(Pointing, Withdrawable):
    """One item of an agenda, and its paper. A paper that goes out late needs a reason."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="items", editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    title = models.CharField("Item", max_length=200)
    purpose = models.CharField("What for", max_length=10, choices=ItemFor.choices, default=ItemFor.NOTE)
    presented_by = models.CharField("Presented by", max_length=200, blank=True, help_text="The post.")
    summary = models.TextField("What is asked", blank=True, help_text="In a few plain sentences; in the pack it stands above the paper.")
    paper = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Paper", editable=False)
    paper_link = WebAddressField("Where the paper can be read", max_length=500, blank=True)
    sent_on = VagueDateField("Paper sent out on", null=True, blank=True)
    late_reason = models.TextField("Reason for urgency", blank=True, help_text="Why the paper could not go out in time, for the minutes.")

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.title


class DecisionOutcome(models.TextChoices):
    AGREED = "agreed", "Agreed"
    WITH_CONDITIONS = "conditions", "Agreed with conditions"
    NOT_AGREED = "not-agreed", "Not agreed"
    DEFERRED = "deferred", "Put off"
    NOTED = "noted", "Noted"


class Decision(Pointing, Withdrawable):
    """What a meeting decided, and exactly on what: `about_version` is the record's version at that time."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="decisions", editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="decisions", verbose_name="Item of the agenda")
    wording = models.TextField("What was decided", help_text="In the words of the minute.")
    outcome = models.CharField("Outcome", max_length=10, choices=DecisionOutcome.choices)
    conditions = models.TextField("Conditions", blank=True)
    in_favour = models.PositiveSmallIntegerField("In favour", null=True, blank=True)
    against = models.PositiveSmallIntegerField("Against", null=True, blank=True)
    abstained = models.PositiveSmallIntegerField("Abstained", null=True, blank=True)
    dissent = models.TextField("Dissent", blank=True, help_text="Who disagreed (posts) and why.")
    interests = models.TextField("Interests declared", blank=True, help_text="By which posts, and what they did about it.")
    reference = models.CharField("Number in the minutes", max_length=100, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.about_label or self.wording[:80]}"


class MeetingAction(Withdrawable):
    """Something a meeting asked somebody to do."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="actions", editable=False)
    item = models.ForeignKey(AgendaItem, models.PROTECT, null=True, blank=True, related_name="actions", verbose_name="Item of the agenda")
    what = models.TextField("What is to be done")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="meeting_actions", verbose_name="Body"
    )
    post = models.CharField("Who", max_length=200, blank=True, help_text="The post.")
    due_on = VagueDateField("By", null=True, blank=True, help_text="For example 30 6 2026, or June 2026.")
    done_on = VagueDateField("Done on", null=True, blank=True)
    outcome = models.TextField("What came of it", blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.what[:100]


class PaperRoute(Pointing, Withdrawable):
    """The way of a paper through several boards, planned backwards from the day by which it must be through."""

    partnership = models.ForeignKey("partnerships.Partnership", models.PROTECT, related_name="paper_routes", editable=False)
    title = models.CharField("Paper", max_length=200)
    through_by = models.DateField("Must be through by")
    why_then = models.CharField("What that day is", max_length=300, blank=True, help_text="For example the day fixed by regulation 3(1).")
    note = models.TextField("Note", blank=True)

    class Meta:
        ordering = ["through_by", "id"]

    def __str__(self) -> str:
        return self.title


class RouteStep(Withdrawable):
    """One board on a paper's way, in order; `meeting` once it is chosen."""

    route = models.ForeignKey(PaperRoute, models.PROTECT, related_name="steps", editable=False)
    position = models.PositiveSmallIntegerField(default=0, editable=False)
    board = models.ForeignKey(Board, models.PROTECT, related_name="+", verbose_name="Board")
    purpose = models.CharField("What for", max_length=10, choices=ItemFor.choices, default=ItemFor.DISCUSSION)
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Meeting")

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return f"{self.board}: {self.get_purpose_display()}"
