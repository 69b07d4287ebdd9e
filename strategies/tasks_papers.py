"""Papers of versions, drafts and comments, made in the background."""

from typing import Any

from partnerships.models import User
from strategies import queries_exports as queries
from strategies.actions.make_paper import make_paper
from strategies.export.pdf import TextTooLarge
from strategies.export.writing import NothingToExport
from strategies.models import Strategy, Version
from svduty.pdf import PdfFailed, PdfRefused
from svduty.tasks.kinds import task
from svduty.tasks.models import Task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task(
    "strategypaper.make",
    "Make a PDF of a strategy or of the comments on it",
    tries=3,
    waits=(5, 30),
    says=(PdfFailed,),
    never_again=(NothingToExport, PdfRefused, TextTooLarge),
)
def make_strategy_paper(run: Run, *, of: str, strategy_pk: int, version_pk: int | None) -> dict[str, Any]:
    """Make what `ask_for_paper` asked for. The task ends in the transaction that keeps the paper: so there is one."""
    strategy = queries.strategy_to_export(strategy_pk, run.task.partnership_id or 0)
    version = queries.version_to_export(strategy.partnership).get(pk=version_pk) if version_pk else None
    actor = queries.person_asking(run.task.asked_by_id)
    made = make_paper(of, strategy, version, actor=actor, together_with=lambda paper: run.finish({"paper": paper.pk, "is_new": True}))
    return {"paper": made.paper.pk, "is_new": made.is_new}


def ask_for_paper(kind: str, strategy: Strategy, version: Version | None, *, actor: User) -> Task:
    """The task that makes it. The same paper asked for while it is being made is the same task."""
    return queue(
        make_strategy_paper,
        key=f"{kind}-{strategy.pk}-{version.pk if version else 0}",
        partnership_id=strategy.partnership_id,
        asked_by_id=actor.pk,
        of=kind,
        strategy_pk=strategy.pk,
        version_pk=version.pk if version else None,
    )
