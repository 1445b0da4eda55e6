"""Phones in the room: while the laptop lets them in, each shows the PIN once."""

from __future__ import annotations

import secrets
import time
from collections import defaultdict
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

COOKIE = "room"
HERE = ("127.0.0.1", "::1")
_TRIES = 5
_PAUSE = 60.0
_tried: dict[str, list[float]] = defaultdict(list)


def pin_middleware(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Ask who comes from another device for the PIN. Without a PIN in force nobody else is let in."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not settings.CAHIER_PIN or request.META.get("REMOTE_ADDR") in HERE:
            return get_response(request)
        request.from_phone = True  # type: ignore[attr-defined]
        if request.get_signed_cookie(COOKIE, default="", salt="pin", max_age=43_200) == settings.CAHIER_PIN:
            return get_response(request)
        return _ask(request)

    return middleware


def _ask(request: HttpRequest) -> HttpResponse:
    wrong = ""
    if request.method == "POST" and "pin" in request.POST:
        if not _may_try(request.META.get("REMOTE_ADDR", "")):
            wrong = _("Too many tries. Wait a minute, then read the PIN on the laptop again.")
        elif secrets.compare_digest(request.POST["pin"].strip().encode(), settings.CAHIER_PIN.encode()):
            answer = redirect(request.path)
            answer.set_signed_cookie(
                COOKIE, settings.CAHIER_PIN, salt="pin", httponly=True, samesite="Lax", max_age=43_200
            )
            return answer
        else:
            wrong = _("This is not the PIN. It stands on the laptop's screen.")
    context = {"title": _("Join the room"), "wrong": wrong}
    return render(request, "web/pin.html", context, status=403 if wrong else 401)


def _may_try(address: str) -> bool:
    now = time.monotonic()
    _tried[address] = [moment for moment in _tried[address] if now - moment < _PAUSE]
    _tried[address].append(now)
    return len(_tried[address]) <= _TRIES
