from django.db import migrations

from svduty.editing.triggers import keep_rows


class Migration(migrations.Migration):
    dependencies = [("partnerships", "0012_seat_of_an_invitation")]
    operations = [keep_rows("partnerships_auditentry")]
