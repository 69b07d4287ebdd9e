from decimal import Decimal

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("strategies", "0015_what_was_left_of_a_workbook"),
    ]

    operations = [
        migrations.AddField(
            model_name="grantreturn",
            name="amount_sent",
            field=models.DecimalField(blank=True, decimal_places=2, max_digits=11, null=True, verbose_name="Amount sent"),
        ),
        migrations.AddConstraint(
            model_name="grantreturn",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("amount_sent__isnull", True),
                    models.Q(("amount_sent__gte", 0), ("amount_sent__lte", Decimal("999999999.99"))),
                    _connector="OR",
                ),
                name="grant_return_amount",
                violation_error_message="An amount cannot be less than 0.",
            ),
        ),
    ]
