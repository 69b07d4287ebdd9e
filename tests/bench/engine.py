"""How long facts take to load and rules to judge them: one year of one partnership, ten years of one, and every other one at once.

Printed as JSON.
"""

import json
import time
from collections.abc import Iterable

import django

django.setup()

from compliance.evaluate import evaluate  # noqa: E402 - models can only be read once Django is set up
from compliance.facts import PartnershipFacts  # noqa: E402 - after Django is set up
from compliance.load_facts import load_facts  # noqa: E402 - after Django is set up
from partnerships.queries import all_partnerships  # noqa: E402 - after Django is set up
from svduty import clock  # noqa: E402 - after Django is set up
from tests.bench.lines import ONE_YEAR, TEN_YEARS  # noqa: E402 - after Django is set up

REPEATS, REPEATS_OF_ONE = 5, 50
ON = clock.today()


def best_of(repeats: int, chosen: Iterable[PartnershipFacts]) -> float:
    """The least seconds of the processor's time in which all rules judged all of these."""
    found = []
    for _ in range(repeats):
        began = time.process_time()
        for facts in chosen:
            evaluate(facts, ON)
        found.append(time.process_time() - began)
    return min(found)


partnerships = list(all_partnerships())
began = time.perf_counter()
by_slug = {facts.slug: facts for facts in load_facts(partnerships)}
load_seconds = time.perf_counter() - began
ten_years, one_year = by_slug.pop(TEN_YEARS), by_slug.pop(ONE_YEAR)
print(
    json.dumps(
        {
            "partnerships": len(partnerships),
            "load_seconds": load_seconds,
            "one_year_seconds": best_of(REPEATS_OF_ONE, [one_year]),
            "ten_years_seconds": best_of(REPEATS_OF_ONE, [ten_years]),
            "others": len(by_slug),
            "others_seconds": best_of(REPEATS, by_slug.values()),
        }
    )
)
