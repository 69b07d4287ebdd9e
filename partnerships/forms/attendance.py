import dataclasses
import re
from typing import Any

from django import forms

from partnerships.actions.record_attendance import Mark, attendance_words, mark_words
from partnerships.forms.meeting import refuse_over
from partnerships.meeting_quorum import Judged, judge_marks
from partnerships.models import Attendance, Meeting, Seat
from partnerships.models.board import SeatKind
from partnerships.models.meeting import Came
from partnerships.queries_meetings import seats_named
from partnerships.quorum import lasts
from svduty import clock, dates
from svduty.editing.forms import KindForm

ALL_CAME, REST_ABSENT, COUNT = "all-came", "rest-absent", "count"
LOOKS = (ALL_CAME, REST_ABSENT, COUNT)  # buttons that fill in or count, and save nothing
BEFORE_ITS_DAY = [(Came.DEPUTY, "A deputy will come"), (Came.APOLOGIES, Came.APOLOGIES.label)]
NO_BODY = "Speaking for no body"


@dataclasses.dataclass(frozen=True)
class Row:
    """One seat of the sheet. `counts`: "member" or "chair" where it counts towards the quorum."""

    seat: Seat
    came: forms.BoundField
    deputy: forms.BoundField
    authority: forms.BoundField
    interest: forms.BoundField
    counts: str
    opened: bool

    @property
    def choices(self) -> list[tuple[str, str, bool]]:
        """Value, words, and whether it is chosen."""
        chosen = str(self.came.value() or "")
        return [(str(value), str(words), str(value) == chosen) for value, words in self.came.field.choices]  # type: ignore[attr-defined]


class AttendanceForm(KindForm):
    """Who came, for every seat that lasts on the day: `came7`, `deputy7`, `authority7`, `interest7` for the seat of key 7."""

    others = forms.CharField(
        label="Others who came", required=False, widget=forms.Textarea(attrs={"rows": 3}), help_text="Posts without a seat, one a line."
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any, *, meeting: Meeting, seats: list[Seat], recorded: dict[int, Attendance]) -> None:
        self.meeting, self.seats, self.recorded = meeting, seats, recorded
        self.still_to_come = meeting.day > clock.today()
        self.conflict: list[dict[str, str]] = []
        super().__init__(data)
        self.fields["others"].initial, self.fields["seen_version"].initial = meeting.others, meeting.version
        for seat in seats:
            self._ask_about(seat, recorded.get(seat.pk))

    def _ask_about(self, seat: Seat, there: Attendance | None) -> None:
        choices = BEFORE_ITS_DAY if self.still_to_come else Came.choices
        asked: dict[str, forms.Field] = {
            "came": forms.ChoiceField(choices=choices, required=False, initial=there.came if there else "", label=str(seat)),
            "deputy": forms.CharField(required=False, max_length=200, initial=(there and there.deputy) or seat.deputy),
            "authority": forms.CharField(required=False, max_length=300, initial=(there and there.authority) or seat.deputy_authority),
            "interest": forms.CharField(required=False, max_length=2000, initial=there.interest if there else ""),
        }
        for name, field in asked.items():
            field.error_messages["invalid_choice"] = f"{seat.post}: choose one of the answers shown."
            for validator in field.validators:
                if hasattr(validator, "limit_value"):
                    validator.message = f"{seat.post}: that text can have at most %(limit_value)d characters. Shorten it."  # type: ignore[attr-defined]
            self.fields[f"{name}{seat.pk}"] = field

    def clean(self) -> dict[str, Any]:
        refuse_over(self.meeting)
        self._refuse_other_seats()
        marked = False
        for seat in self.seats:
            came, deputy = self.cleaned_data.get(f"came{seat.pk}"), self.cleaned_data.get(f"deputy{seat.pk}", "")
            there = self.recorded.get(seat.pk)
            marked = marked or bool(came)
            if came == Came.DEPUTY and not deputy:
                self.add_error(f"deputy{seat.pk}", f"Enter the post that came for {seat.post}.")
            elif came != Came.DEPUTY and deputy and deputy not in (seat.deputy, there.deputy if there else ""):
                self.add_error(f"came{seat.pk}", f"You named who came for {seat.post}: choose “A deputy came”, or empty that box.")
            elif not came and self.cleaned_data.get(f"interest{seat.pk}") and not there:
                self.add_error(f"came{seat.pk}", f"You wrote down an interest for {seat.post}: say how the place was taken, too.")
        if not marked and not self.recorded and not self.cleaned_data.get("others") and not self.errors:
            self.add_error(None, "Nobody is marked yet. Choose for each place how it was taken, or use “Mark all as there”.")
        return self.cleaned_data

    def _refuse_other_seats(self) -> None:
        """Nobody can have taken a seat that did not last that day."""
        asked = {int(found[1]) for name in self.data if self.data.get(name) and (found := re.fullmatch(r"came(\d{1,12})", name))}
        for seat in seats_named(self.meeting.board, asked - {seat.pk for seat in self.seats}):
            if not lasts(seat, self.meeting.day):
                since, until = (f"from {seat.starts}" if seat.starts else ""), (f"until {seat.ends}" if seat.ends else "")
                lasted = " ".join(filter(None, [since, until]))
                on = dates.say_short(self.meeting.day)
                self.add_error(
                    None, f"{seat} has a seat {lasted}, so nobody could take it on {on}. Nothing was saved: look at the list anew."
                )

    def marks(self) -> list[Mark]:
        """What was chosen, of a valid form."""
        cleaned = self.cleaned_data
        names = ("came", "deputy", "authority", "interest")
        return [Mark(seat, *(cleaned[f"{name}{seat.pk}"] for name in names)) for seat in self.seats]

    def chosen(self) -> dict[int, str]:
        """Key of a seat -> what stands in the sheet now, saved or not."""
        return {seat.pk: str(self[f"came{seat.pk}"].value() or "") for seat in self.seats}

    def judged(self) -> Judged:
        return judge_marks(self.meeting.board, self.seats, self.chosen(), self.meeting)

    def groups(self) -> list[tuple[str, list[Row]]]:
        """The rows body by body in the order of the seats, the chair's first."""
        rows = [self._row(seat) for seat in self.seats]
        chair = [row for row in rows if row.counts == "chair" or row.seat.kind == SeatKind.CHAIR]
        by_body: dict[str, list[Row]] = {"Chair": chair} if chair else {}
        for row in rows:
            if row not in chair:
                by_body.setdefault(str(row.seat.organisation or NO_BODY), []).append(row)
        return list(by_body.items())

    def _row(self, seat: Seat) -> Row:
        voters = self.meeting.board.quorum_of == "voting"
        counts = "chair" if seat.kind == SeatKind.CHAIR else "" if voters and seat.kind == SeatKind.NON_VOTING else "member"
        came, deputy, authority, interest = (self[f"{name}{seat.pk}"] for name in ("came", "deputy", "authority", "interest"))
        opened = bool(
            came.value() == Came.DEPUTY or interest.value() or came.errors or deputy.errors or authority.errors or interest.errors
        )
        return Row(seat, came, deputy, authority, interest, counts, opened)

    def fill(self, button: str) -> None:
        """Put into the sheet what a button marks: everyone as there, or those not marked yet as not there. Nothing is saved."""
        sent: Any = self.data.copy()
        for seat in self.seats:
            name = f"came{seat.pk}"
            if button == ALL_CAME and sent.get(name) != Came.DEPUTY:
                sent[name] = Came.MEMBER.value
            elif button == REST_ABSENT and not sent.get(name):
                sent[name] = Came.ABSENT.value
        self.data = sent

    def show_conflict(self, current: Meeting) -> None:
        """Keep what was marked, and list the seats that another person marked differently meanwhile."""
        theirs = {attendance.seat_id: attendance for attendance in current.attendances.all()}
        for mark in self.marks():
            there = theirs.get(mark.seat.pk)
            mine, saved = mark_words(mark), attendance_words(there) if there else "Not marked"
            if mark.came and mine != saved:
                self.conflict.append({"label": str(mark.seat), "mine": mine, "theirs": saved})
        if self.cleaned_data["others"] != current.others:
            self.conflict.append({"label": "Others who came", "mine": self.cleaned_data["others"], "theirs": current.others})
        again: Any = self.data.copy()
        again["seen_version"] = str(current.version)
        self.data = again
        said = "What you marked is still here; what differs is listed. Put right what is wrong, then save again."
        self.add_error(None, f"Somebody else saved this meeting after you opened the sheet. {said}")
