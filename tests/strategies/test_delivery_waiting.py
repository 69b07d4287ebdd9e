"""Actions that wait for one another: the shortest circle is found and named, and none arises behind a form's back."""

import pytest
from django.db import IntegrityError

from strategies.actions.save_action import save_action
from strategies.forms.action import ActionForm
from strategies.models import Action
from strategies.waiting_circle import circle_through
from tests.cast import Cast


@pytest.mark.parametrize(
    ("needs", "waits", "circle"),
    [
        ([2], {}, []),
        ([2], {2: [3], 3: [4]}, []),
        ([1], {}, [1, 1]),
        ([2], {2: [1]}, [1, 2, 1]),
        ([2], {2: [3], 3: [1]}, [1, 2, 3, 1]),
        ([2, 5], {2: [3], 3: [1], 5: [1]}, [1, 5, 1]),
        ([2], {2: [3], 3: [2]}, []),
        ([2], {2: [3]} | {1: [9], 9: [1]}, []),
    ],
)
def test_the_shortest_circle_is_found_and_old_ones_elsewhere_end_the_search(
    needs: list[int], waits: dict[int, list[int]], circle: list[int]
) -> None:
    assert circle_through(1, needs, waits) == circle


def test_a_chain_of_a_thousand_actions_is_looked_through() -> None:
    waits = {number: [number + 1] for number in range(2, 1000)} | {1000: [1]}
    assert len(circle_through(1, [2], waits)) == 1001


@pytest.mark.django_db
def test_a_circle_that_somebody_else_closes_between_check_and_save_is_not_written(cast: Cast) -> None:
    hire, train = (Action.objects.create(partnership=cast.ours, title=title) for title in ("Hire", "Train"))
    form = ActionForm({"title": "Hire", "needs": [train.pk], "seen_version": 1}, instance=hire)
    assert form.is_valid()
    train.needs.add(hire)
    with pytest.raises(IntegrityError):
        save_action(form, actor=cast.coordinator, partnership=cast.ours)
    assert not Action.objects.get(pk=hire.pk).needs.exists()
