import os

from django.core.wsgi import get_wsgi_application

from svduty.outage import give_up_on_a_hanging_database

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "svduty.settings")
application = get_wsgi_application()
give_up_on_a_hanging_database()

# Only now: its models can be read once Django is set up.
from svduty.tasks.worker import work_beside_the_server  # noqa: E402

work_beside_the_server()
