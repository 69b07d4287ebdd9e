"""The service with all its pages loaded before a worker starts: a drill starts many, and each would load them anew."""

from django.urls import get_resolver

from svduty.wsgi import application

__all__ = ["application"]
get_resolver().check()
