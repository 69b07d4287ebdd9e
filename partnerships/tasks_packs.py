"""Board packs, made in the background."""

from typing import Any

from partnerships import queries_packs
from partnerships.actions.make_pack import make_pack
from partnerships.models import Meeting, Partnership, User
from partnerships.pack.refused import PackRefused
from svduty.pdf import PdfFailed
from svduty.tasks.kinds import task
from svduty.tasks.models import Task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task("boardpack.make", "Make a board pack", tries=3, waits=(5, 30), says=(PdfFailed,), never_again=(PackRefused,))
def make_board_pack(run: Run, *, meeting_pk: int) -> dict[str, Any]:
    """Make the pack that `ask_for_pack` asked for. The task ends in the transaction that keeps the pack: so there is one."""
    meeting = queries_packs.meeting_to_pack(meeting_pk, run.task.partnership_id or 0)
    actor = queries_packs.person_asking(run.task.asked_by_id)
    made = make_pack(meeting, actor=actor, together_with=lambda pack: run.finish({"pack": pack.pk, "number": pack.number, "is_new": True}))
    return {"pack": made.pack.pk, "number": made.pack.number, "is_new": made.is_new}


def ask_for_pack(meeting: Meeting, *, partnership: Partnership, actor: User) -> Task:
    """The task that makes it. The same pack asked for while it is being made is the same task."""
    return queue(make_board_pack, key=key_of(meeting), partnership_id=partnership.pk, asked_by_id=actor.pk, meeting_pk=meeting.pk)


def key_of(meeting: Meeting) -> str:
    """By which two packs of one meeting are never made at once."""
    return f"meeting-{meeting.pk}"
