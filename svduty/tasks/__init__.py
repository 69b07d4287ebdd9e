"""Work in the background: the one place where it is queued, run, tried again and looked after.

A new kind of work is a function with `@task(...)` in a floor's `tasks.py`; `queue(kind, ...)` asks for it.
"""
