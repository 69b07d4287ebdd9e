"""What the browser guard looks at of workbooks and the regional plan."""

from django.db.models import QuerySet

from partnerships.models import Partnership
from strategies.models import PlanTheme, RegionalPlanSending

WORKBOOK_FILES = ("workbook_xlsx", "workbook_table", "regionalplan_file")
WORKBOOK_PLACES = ("workbooks", "regionalplan")


def workbook_sets(ours: Partnership) -> dict[str, QuerySet[PlanTheme] | QuerySet[RegionalPlanSending]]:
    return {
        "plantheme": PlanTheme.objects.filter(partnership=ours, ends=None),
        "regionalplansending": RegionalPlanSending.objects.filter(partnership=ours, withdrawn_on=None),
    }
