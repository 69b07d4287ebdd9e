import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("partnerships", "0015_policing_body_contacts"),
        ("strategies", "0013_committee_reports"),
    ]

    operations = [
        migrations.AddField(
            model_name="annualreview",
            name="paper",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partnerships.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="annualreview",
            name="paper_of",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.AddField(
            model_name="reviewwork",
            name="paper",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="partnerships.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="reviewwork",
            name="paper_of",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
    ]
