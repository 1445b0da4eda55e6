"""The WSGI entry point of a server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cahier.settings")
application = get_wsgi_application()
