from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0011_a_wording_to_begin_from")]

    operations = [
        migrations.AddField(
            model_name="invitation",
            name="seat",
            field=models.ForeignKey(null=True, on_delete=models.PROTECT, related_name="+", to="partnerships.seat"),
        ),
    ]
