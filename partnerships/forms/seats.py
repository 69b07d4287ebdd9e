"""Many seats at once, pasted one a line, each looked at before anything is kept."""

import dataclasses
import difflib
import hashlib
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships import queries, queries_boards
from partnerships.models import Board, Organisation, Seat
from partnerships.models.board import SeatKind
from partnerships.seat_clashes import clash, place_of
from svduty.editing.forms import KindForm
from svduty.vague_dates import VagueDate, VagueDateFormField

MOST = 300  # seats at a time
LONGEST = 200  # characters of a post or of a body's name
LONGEST_LIST = 100_000  # characters
VOTES = {"voting", "votes", "vote", "voter", "voting member", "member", "yes", "y", ""}
ATTENDS = {"non-voting", "non voting", "nonvoting", "no vote", "without a vote", "attends", "attendee", "attends without a vote", "no", "n"}
CHAIRS = {"chair", "chairs", "chairman", "chairperson"}
HEADINGS = {("post", "body"), ("post", "organisation")}


@dataclasses.dataclass
class Line:
    """One line that was pasted: the seat it would make, or why it cannot (`error`), or why it is left out (`skipped`).

    `new_body`: the body is in no list yet and is added; `like`: one that is, and is written nearly the same.
    """

    number: int
    seat: Seat
    new_body: bool = False
    like: str = ""
    error: str = ""
    skipped: str = ""

    @property
    def wanted(self) -> bool:
        return not self.error and not self.skipped


class SeatsForm(KindForm):
    """Posts with their bodies. The first press of the button shows what each line comes to, the second keeps it."""

    lines = forms.CharField(
        label="Seats, one a line",
        max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Post; Body; voting, non-voting or chair; Deputy. Or paste those columns from a spreadsheet. The last two may be left "
        "out: a seat votes unless you say otherwise. Posts only: no person's name and no e-mail address.",
    )
    starts = VagueDateFormField(
        required=False, label="All of them since", help_text="For example 1 4 2024, or April 2024. Leave it empty if it is not known."
    )
    mark_optional = False

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.board = board
        self.read: list[Line] = []

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if self.board.ends:
            raise ValidationError(f"{self.board} ended on {self.board.ends}. Seats are added to a board that lasts.")
        if cleaned.get("lines") and not self.errors:
            self.read = self._read(cleaned["lines"], cleaned.get("starts"))
        wrong = sum(bool(line.error) for line in self.read)
        if wrong:
            them = "one line" if wrong == 1 else f"{wrong} lines"
            self.add_error("lines", f"Put right {them}: the table of lines says what is missing. Nothing has been saved.")
        return cleaned

    @property
    def seal(self) -> str:
        """What was looked at, in short: a changed text is shown again before it is kept."""
        said = f"{self.data.get('lines', '')}\n{self.data.get('starts', '')}".replace("\r\n", "\n")
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def confirmed(self) -> bool:
        return self.data.get("looked_at") == self.seal

    @property
    def wanted(self) -> list[Line]:
        return [line for line in self.read if line.wanted]

    def _read(self, text: str, starts: VagueDate | None) -> list[Line]:
        rows = [(number, cells_of(line)) for number, line in enumerate(text.splitlines(), start=1) if line.strip(" \t;")]
        rows = [(number, cells) for number, cells in rows if tuple(cell.casefold() for cell in cells[:2]) not in HEADINGS]
        if len(rows) > MOST:
            self.add_error("lines", f"These are {len(rows)} seats. Add at most {MOST} at a time.")
            return []
        if not rows:
            self.add_error("lines", "Enter at least one seat, for example: Borough Commander; Metropolitan Police; voting")
            return []
        bodies: dict[str, Organisation] = {}
        for body in queries.organisations_for(self.board.partnership):
            if body.partnership_id or body.name.casefold() not in bodies:
                bodies[body.name.casefold()] = body
        there: list[Seat] = list(queries_boards.seats_of(self.board))
        found: list[Line] = []
        for number, cells in rows:
            found.append(_line(number, cells, starts, bodies, there, found))
        return found


def cells_of(line: str) -> list[str]:
    """The cells of a line, with semicolons or tabs between them; quotes that a spreadsheet puts round a cell are taken off."""
    cells = [" ".join(cell.split()) for cell in line.split("\t" if "\t" in line else ";")]
    return [cell[1:-1].replace('""', '"').strip() if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell for cell in cells]


def _line(
    number: int, cells: list[str], starts: VagueDate | None, bodies: dict[str, Organisation], there: list[Seat], before: list[Line]
) -> Line:
    post, name, vote, deputy = (cells + [""] * 4)[:4]
    known = bodies.get(name.casefold())
    body = known or (Organisation(name=name) if name else None)
    seat = Seat(post=post, organisation=body, kind=_kind(vote) or SeatKind.VOTING, deputy=deputy, starts=starts)
    line = Line(number, seat, new_body=bool(name and not known))
    line.error = _wrong(cells, post, name, vote, deputy)
    if line.error:
        return line
    if line.new_body:
        near = difflib.get_close_matches(name.casefold(), bodies, n=1, cutoff=0.8)
        line.like = bodies[near[0]].name if near else ""
    earlier = next((other for other in before if other.wanted and place_of(other.seat) == place_of(seat)), None)
    if earlier:
        line.skipped = f"The same as line {earlier.number}"
    elif any(place_of(other) == place_of(seat) for other in there if not other.ends):
        line.skipped = "Has a seat here already"
    else:
        found = clash(seat, [*there, *(other.seat for other in before if other.wanted)])
        line.error = found.sentence if found else ""
    return line


def _kind(vote: str) -> SeatKind | None:
    words = re.sub(r"\s+", " ", vote.casefold())
    for kind, said in ((SeatKind.VOTING, VOTES), (SeatKind.NON_VOTING, ATTENDS), (SeatKind.CHAIR, CHAIRS)):
        if words in said:
            return kind
    return None


def _wrong(cells: list[str], post: str, name: str, vote: str, deputy: str) -> str:
    if not post:
        return "Begin the line with the post, for example Borough Commander."
    if any("@" in cell for cell in cells):
        return "It holds an e-mail address. Enter the post instead."
    if max(len(post), len(name), len(deputy)) > LONGEST:
        return f"A post or a body is longer than {LONGEST} characters. Shorten it."
    if any(cells[4:]):
        return "It has more than four parts. Write: Post; Body; voting or non-voting; Deputy."
    if _kind(vote) is None:
        return f"“{vote[:40]}” is no kind of seat. Write voting, non-voting or chair."
    return ""
