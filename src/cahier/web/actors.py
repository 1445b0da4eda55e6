"""Who is acting in this request. On a laptop it is whoever owns the laptop."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from cahier.access.actors import local_actor
from cahier.journal.actor import Actor


def local_owner(request: HttpRequest) -> Actor:
    """Return the owner of this computer, who may do everything in the books on it.

    A phone in the room that has shown the PIN acts in the owner's name, and entries say so.
    """
    owner = local_actor()
    if getattr(request, "from_phone", False):
        return Actor("local:phone", _("A phone in the room"), owner.may)
    return owner


def actor_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Put ``request.actor`` in place, by the function that ``settings.CAHIER_ACTOR`` names."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.actor = import_string(settings.CAHIER_ACTOR)(request)  # type: ignore[attr-defined]
        return get_response(request)

    return middleware
