from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "svduty.tasks"
    label = "tasks"
    verbose_name = "Work in the background"
