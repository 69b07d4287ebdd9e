from typing import Any

from crispy_forms.layout import Fieldset, Layout
from django import forms
from django.core.exceptions import ValidationError

from partnerships import queries_boards
from partnerships.board_notes import about_leading, about_quorum
from partnerships.board_tree import loop_through
from partnerships.forms.board_quorum import check_rule, come_to, share_field, share_of
from partnerships.forms.lasting import LastingForm
from partnerships.models import Board, Seat
from partnerships.models.board import MeetingRule, QuorumBase
from partnerships.quorum import judge, lasts
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm

NOT_RECORDED = "none"
BOARD = ["name", "leads", "starts", "ends"]
TERMS = ["terms", "terms_link", "terms_agreed_on", "parent", "reports_to"]
QUORUM = ["quorum_of", "quorum_minimum", "quorum_chair"]


class BoardForm(CautiousForm[Board], LastingForm):
    """A board: its terms, whom it reports to, how often it meets, and when it is quorate."""

    instance: Board
    mark_optional = False

    meets = forms.ChoiceField(
        label="How often it meets", choices=[*MeetingRule.choices, (NOT_RECORDED, "It is not recorded")], widget=forms.RadioSelect
    )
    quorum_is = share_field()
    quorum_share = forms.CharField(required=False, label="Which part", max_length=20, help_text="For example 2 of 5, or 40%.")

    class Meta:
        model = Board
        fields = [*BOARD, *TERMS, "meets", "times_a_year", "year_begins", "paper_days", "quorum_words", *QUORUM, "note"]
        widgets = {
            "terms": forms.Textarea(attrs={"rows": 4}),
            "quorum_words": forms.Textarea(attrs={"rows": 2}),
            "note": forms.Textarea(attrs={"rows": 2}),
            "quorum_of": forms.RadioSelect(choices=[(QuorumBase.ALL, "All members"), (QuorumBase.VOTING, "Voting members only")]),
        }
        labels = {
            "quorum_of": "Of whom that is a part",
            "quorum_minimum": "Never fewer than",
            "times_a_year": "How many times",
            "paper_days": "Clear days between the papers and the meeting",
        }
        help_texts = {
            "name": "For example Community Safety Partnership Board. It is the only box that must be filled.",
            "starts": "Leave it empty if it is not known.",
            "quorum_words": "If you have them at hand. Below, say what they come to.",
            "quorum_minimum": "Only if the terms name a number of members.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        on, board = clock.today(), self.instance
        self.boards = list(queries_boards.boards_of(board.partnership))
        self.seats: list[Seat] = list(queries_boards.seats_of(board)) if board.pk else []
        above = [other.pk for other in self.boards if other.pk != board.pk and (lasts(other, on) or other.pk == board.parent_id)]
        parent: Any = self.fields["parent"]
        parent.queryset = queries_boards.boards_of(board.partnership).filter(pk__in=above)
        parent.empty_label = "None of these" if above else "No other board is listed yet"
        self.initial.update({"meets": board.meets or NOT_RECORDED, **share_of(board)})
        self.fields["meets"].reveals = {MeetingRule.TIMES_A_YEAR: "times_a_year"}  # type: ignore[attr-defined]  # read when it is drawn
        hints = come_to(lambda rule: judge(rule, self.seats, (), on))
        self.fields["quorum_is"].choice_hints = hints  # type: ignore[attr-defined]  # read when it is drawn
        self.helper.layout = Layout(  # type: ignore[attr-defined]  # put there by the base
            "seen_version",
            Fieldset("The board", *[name for name in BOARD if name in self.fields]),
            Fieldset("Its terms, and whom it reports to", *TERMS),
            Fieldset("Meetings", "meets", "year_begins", "paper_days"),
            Fieldset("The quorum, besides the chair", "quorum_words", "quorum_is", *QUORUM),
            "note",
        )

    def clean_meets(self) -> str:
        return "" if self.cleaned_data["meets"] == NOT_RECORDED else self.cleaned_data["meets"]

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("meets") == MeetingRule.TIMES_A_YEAR and not cleaned.get("times_a_year") and "times_a_year" not in self.errors:
            self.add_error("times_a_year", "Enter how many times a year it meets, for example 4.")
        elif cleaned.get("meets") != MeetingRule.TIMES_A_YEAR:
            cleaned["times_a_year"] = None
        if "quorum_is" in cleaned and "quorum_minimum" in cleaned:
            try:
                self.instance.quorum_part, self.instance.quorum_whole = check_rule(cleaned)
            except ValidationError as error:
                self.add_error(None, error)
        self._check_the_line(cleaned.get("parent"))
        return super().clean()

    def _check_the_line(self, parent: Board | None) -> None:
        loop = loop_through(self.instance, parent, self.boards) if parent and self.instance.pk else []
        if loop:
            line = ", which reports to ".join(board.name for board in loop[1:])
            self.add_error("parent", f"That would close a circle: {loop[0].name} would report to {line}. Choose another board, or none.")

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        on = clock.today()
        said = {name: cleaned[name] for name in ("leads", "quorum_of", "quorum_minimum", "quorum_chair")}
        part, whole = self.instance.quorum_part, self.instance.quorum_whole
        board = Board(pk=self.instance.pk, quorum_part=part, quorum_whole=whole, **said)
        # Of a new board no seat can be recorded yet.
        about = about_quorum(board, self.seats, on) if board.pk else []
        return [*about, *about_leading(board, self.boards, on)]
