"""Answering with a page of the design system."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page(
    request: HttpRequest, template: str, *, title: Any, answer: Any = "", status: int = 0, **context: Any
) -> HttpResponse:
    """Render a page: its title (where am I), the answer (one sentence), and what its template needs.

    A page with a ``form`` that was refused answers 422.
    """
    form = context.get("form")
    code = status or (422 if form is not None and getattr(form, "summary", None) else 200)
    return render(request, template, {"title": title, "answer": answer, **context}, status=code)
