"""How long facts take to load and rules to judge them, for every partnership at once; printed as JSON."""

import json
import time

import django

django.setup()

from compliance.evaluate import evaluate  # noqa: E402 - models can only be read once Django is set up
from compliance.load_facts import load_facts  # noqa: E402
from partnerships.queries import all_partnerships  # noqa: E402
from svduty import clock  # noqa: E402

REPEATS = 5
on = clock.today()
partnerships = list(all_partnerships())
began = time.perf_counter()
facts = load_facts(partnerships)
load_seconds = time.perf_counter() - began
evaluations = []
for _ in range(REPEATS):
    began = time.perf_counter()
    for of_one in facts:
        evaluate(of_one, on)
    evaluations.append(time.perf_counter() - began)
print(json.dumps({"partnerships": len(partnerships), "load_seconds": load_seconds, "evaluate_seconds": min(evaluations)}))
