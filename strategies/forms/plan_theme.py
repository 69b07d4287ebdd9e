from strategies.models import PlanTheme
from svduty.editing.forms import RecordForm


class PlanThemeForm(RecordForm[PlanTheme]):
    """A theme under which a funder wants to see actions, and its place in the funder's order."""

    class Meta:
        model = PlanTheme
        fields = ["title", "position", "starts"]
        help_texts = {
            "title": "As the funder's template names it, for example Reducing access to weapons.",
            "position": "Its number in the template. The actions are shown and exported in this order.",
            "starts": "If the template came to have it later.",
        }
