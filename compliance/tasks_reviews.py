"""Yearly reviews open by themselves: looked for once a day."""

from compliance.answers import facts_for
from compliance.reviewing.due import reviews_to_open
from partnerships.models import Partnership
from partnerships.queries import all_partnerships
from strategies.actions.open_review import open_review
from strategies.queries_reviewing import strategies_by_pk
from svduty import clock
from svduty.tasks.kinds import task
from svduty.tasks.running import Run

# So many partnerships' facts are held in memory at once.
AT_ONCE = 50


@task("reviews.open", "Open the yearly reviews that fall due", tries=5, waits=(60, 300, 1800))
def open_reviews(run: Run) -> dict[str, int]:
    """Each in a transaction of its own, and once however often it is looked."""
    chosen = list(all_partnerships().filter(records_to__isnull=True).order_by("pk"))
    opened = sum(_open(chosen[at : at + AT_ONCE]) for at in range(0, len(chosen), AT_ONCE))
    run.finish({"opened": opened})
    return {"opened": opened}


def _open(partnerships: list[Partnership]) -> int:
    today, opened = clock.today(), 0
    for partnership, facts in zip(partnerships, facts_for(partnerships), strict=True):
        due = {one.strategy_pk: one.due_on for one in reviews_to_open(facts, today)}
        for strategy in strategies_by_pk(partnership, list(due)) if due else ():
            found = open_review(strategy, on=today, due_on=due[strategy.pk], actor=None, partnership=partnership)
            opened += bool(found and found.is_new)
    return opened
