from typing import Any

from strategies.models import Milestone
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class MilestoneForm(CautiousForm[Milestone]):
    """A step on the way of an action, and when it was reached."""

    class Meta:
        model = Milestone
        fields = ["title", "due", "reached_on"]
        field_classes = {"reached_on": HappenedField}
        help_texts = {
            "title": "For example: Venue found, or First ten young people signed up.",
            "due": "For example 30 6 2027, June 2027 or Summer 2027.",
            "reached_on": "Leave it empty until it is reached.",
        }

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        due, action_due = cleaned.get("due"), self.instance.action.due
        if due and action_due and due.earliest > action_due.latest:
            return [Caution("after-action", f"The whole action is to be done by {action_due}, before this step. Look at both dates again.")]
        return []
