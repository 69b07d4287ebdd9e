"""How often Python looks for objects that only refer to each other."""

import gc

OBJECTS = 50_000


def collect_seldom() -> None:
    """For a process that serves or works: call it once, when all is loaded.

    What a request makes goes with it, by counting references. Python's own habit of looking after every 700 objects doubled the time
    of working out four hundred partnerships.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS, 20, 20)
