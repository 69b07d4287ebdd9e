import os

from django.core.signals import request_started
from django.core.wsgi import get_wsgi_application

from svduty.collecting import collect_seldom
from svduty.outage import give_up_on_a_hanging_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svduty.settings")
application = get_wsgi_application()
give_up_on_a_hanging_database()

# Only now: its models can be read once Django is set up.
from svduty.tasks.worker import work_beside_the_server  # noqa: E402

# Not at once: a server may load this file and fork afterwards, and what a fork takes along of an open SQLite hangs.
request_started.connect(work_beside_the_server, dispatch_uid="tasks-worker")
collect_seldom()
