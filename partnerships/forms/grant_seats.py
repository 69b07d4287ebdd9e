from typing import Any

from django import forms

from partnerships import queries_boards
from partnerships.models import Partnership, RoleGrant, Seat
from svduty.editing.forms import KindForm, prepare


class GrantSeatsForm(KindForm):
    """Which seats somebody holds, board by board: one group of boxes for each board."""

    mark_optional = False

    def __init__(self, *args: Any, grant: RoleGrant, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = set(grant.seats.values_list("pk", flat=True))
        boards: dict[int, list[Seat]] = {}
        for seat in queries_boards.open_seats_in(partnership):
            boards.setdefault(seat.board_id, []).append(seat)
        for pk, seats in boards.items():
            field = forms.MultipleChoiceField(
                label=str(seats[0].board),
                required=False,
                choices=[(str(seat.pk), str(seat)) for seat in seats],
                initial=[str(seat.pk) for seat in seats if seat.pk in held],
                widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
                error_messages={"invalid_choice": "Choose from the seats shown; one of those sent has ended meanwhile."},
            )
            self.fields[f"board_{pk}"] = field
        prepare(self)

    @property
    def chosen(self) -> set[int]:
        """The keys of the seats that were ticked."""
        return {int(pk) for name, pks in self.cleaned_data.items() if name.startswith("board_") for pk in pks}
