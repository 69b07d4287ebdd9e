from django.db import migrations

from svduty.editing.triggers import freeze_table


class Migration(migrations.Migration):
    dependencies = [("strategies", "0001_initial")]
    operations = [freeze_table("strategies_version")]
