"""With each new day every standing is worked out anew, before somebody waits for it."""

from compliance.kept_standings import standings_for
from compliance.tasks_reviews import AT_ONCE
from partnerships.queries import all_partnerships
from svduty import clock
from svduty.tasks.kinds import task
from svduty.tasks.running import Run


@task("standings.keep", "Work out how partnerships stand today", tries=3, waits=(60, 300))
def keep_standings(run: Run) -> dict[str, int]:
    """Those of which nothing changed since are left as they are."""
    chosen = list(all_partnerships().order_by("pk"))
    for at in range(0, len(chosen), AT_ONCE):
        standings_for(chosen[at : at + AT_ONCE], clock.today())
    run.finish({"partnerships": len(chosen)})
    return {"partnerships": len(chosen)}
