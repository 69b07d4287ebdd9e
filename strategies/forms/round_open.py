from typing import Any

from django import forms

from partnerships.directory import is_over
from partnerships.models import Board, Seat
from partnerships.quorum import QuorumRule
from strategies.models import ApprovalRound, Comment, Version
from strategies.models.round import BoardsPart
from strategies.rounds.asking import cautions_about, chairs_among, who_can_override
from svduty import clock, dates
from svduty.editing.cautious import Caution, Cautions
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm

MOST_WORDS = 120
NOT_ASKED = "none"
PARTS = [(NOT_ASKED, "Is not asked"), *BoardsPart.choices]


class RoundOpenForm(Cautions, KindForm):
    """Which boards are asked about a version, each with its part: `board7` for the board of key 7. `cleaned_data["parts"]` maps boards
    to parts.

    `boards` come with their seats and who can answer for each; `unanswered`: comments that have no answer; `chairing`: the seats of
    chairs that the person holds.
    """

    mark_optional = False
    asked = forms.CharField(
        label="What the boards are asked",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4, "maxwords": MOST_WORDS}),
        help_text=f"In plain English, at most {MOST_WORDS} words. It stands above everything else when a member opens the version. "
        "While it reads as it stands here, a board that is asked for comments is asked for those instead.",
    )
    recommendations = forms.CharField(
        label="Recommendations (optional)",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="One a line; they are numbered.",
    )
    answer_by = DayFormField(label="Answers by", help_text="The last day on which members can answer, for example 4 12 2026.")
    despite_comments = forms.CharField(
        label="Why it goes to the boards although comments have no answer",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="You chair a board, so you may decide this. The reason is shown with the round.",
    )

    def __init__(
        self,
        *args: Any,
        version: Version,
        boards: list[Board],
        parts: dict[int, str],
        there: dict[int, ApprovalRound],
        unanswered: list[Comment],
        chairing: list[Seat],
        **kwargs: Any,
    ) -> None:
        self.version, self.there, self.unanswered, self.chairing = version, there, unanswered, chairing
        today = clock.today()
        self.ended = [board for board in boards if is_over(board, today)]
        self.boards = [board for board in boards if board not in self.ended]
        self.cautions: list[Caution] = []
        super().__init__(*args, **kwargs)
        self.fields["asked"].initial = f"Approve version {version.number} of “{version.title}” for publication."
        self.asked_for_comments = f"Say what you think of version {version.number} of “{version.title}”, and what should change in it."
        if not (unanswered and chairing):
            del self.fields["despite_comments"]
        for board in self.boards:
            usual = BoardsPart.DECIDES if board.leads else NOT_ASKED
            self.fields[f"board{board.pk}"] = forms.ChoiceField(
                label=str(board),
                choices=PARTS,
                required=False,
                initial=parts.get(board.pk, usual) or NOT_ASKED,
                widget=forms.RadioSelect(attrs={"class": "govuk-radios--inline govuk-radios--small"}),
                help_text=self._about(board),
                error_messages={"invalid_choice": f"Choose the part of {board} from those shown."},
            )

    @property
    def board_fields(self) -> list[forms.BoundField]:
        """Those of the boards that are not asked yet."""
        return [self[f"board{board.pk}"] for board in self.boards if board.pk not in self.there]

    @property
    def usually_deciding(self) -> list[Board]:
        """The boards that lead; where none is marked so, all of them."""
        return [board for board in self.boards if board.leads] or self.boards

    @property
    def other_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if not name.startswith("board")]

    def clean_asked(self) -> str:
        asked: str = self.cleaned_data["asked"]
        words = len(asked.split())
        if words > MOST_WORDS:
            raise forms.ValidationError(
                f"This has {words} words. Say in at most {MOST_WORDS} what is to be decided: the reasons stand in the version."
            )
        return asked

    @property
    def asked_of_commenting(self) -> str:
        """What a valid form asks of a board that does not decide: our words while those of the other were left as they stood."""
        asked: str = self.cleaned_data["asked"]
        return self.asked_for_comments if asked == self.fields["asked"].initial else asked

    def clean_answer_by(self) -> Any:
        day = self.cleaned_data["answer_by"]
        if day < clock.today():
            raise forms.ValidationError(f"{dates.say_short(day)} has passed. Enter a day on which members can still answer.")
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        self._refuse_ended()
        chosen = {board: cleaned.get(f"board{board.pk}") for board in self.boards}
        parts = {board: part for board, part in chosen.items() if part in BoardsPart.values}
        cleaned["parts"] = parts
        if not parts and not self.errors:
            raise forms.ValidationError("Choose at least one board, and whether it decides or is asked for comments.")
        self._refuse_while_unanswered(parts)
        if not self.errors:
            self.cautions = cautions_about(list(parts), clock.today())
            self.ask_for_tick()
        return cleaned

    def _refuse_ended(self) -> None:
        for board in self.ended:
            if self.data.get(f"board{board.pk}", NOT_ASKED) != NOT_ASKED:
                self.add_error(None, f"{board} ended on {board.ends}, so it cannot be asked. Choose a board that still meets.")

    def _refuse_while_unanswered(self, parts: dict[Board, str]) -> None:
        """Comments come first, unless the chair of a board that is to decide says otherwise."""
        if not self.unanswered:
            return
        deciding = [board.pk for board, part in parts.items() if part == BoardsPart.DECIDES]
        count = len(self.unanswered)
        waiting = f"{count} comment{'s have' if count > 1 else ' has'} no answer yet"
        if not any(seat.board_id in deciding for seat in self.chairing):
            chairs = chairs_among([board for board in self.boards if board.pk in deciding or not deciding])
            self.add_error(None, f"{waiting}. Answer first. {who_can_override(chairs)}")
        elif not self.cleaned_data.get("despite_comments"):
            self.add_error("despite_comments", f"{waiting}. Answer first, or say here why the boards are asked all the same.")

    def _about(self, board: Board) -> str:
        seats = [seat for seat in board.seats.all() if not is_over(seat, clock.today())]
        rule = QuorumRule.of(board)
        places = f"{len(seats)} seat{'' if len(seats) == 1 else 's'}" if seats else "No seats recorded"
        return f"{places}. Quorum: {rule.words}." if rule.recorded else f"{places}. No quorum rule recorded."
