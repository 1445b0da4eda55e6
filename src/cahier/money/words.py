"""The codes that records of money use, each with its word."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

ACCOUNT_KINDS = {"cash": _("Cash box"), "bank": _("Bank account"), "mobile": _("Mobile money")}

PURPOSES = {
    "sales": _("Sales"),
    "fees": _("Membership fees"),
    "services": _("Services"),
    "shares": _("Member shares"),
    "grant": _("Grant"),
    "premium": _("Premium"),
    "loan_taken": _("Loan received or repaid"),
    "loan_given": _("Loan to a member"),
    "member_payment": _("Payment to members"),
    "purchase": _("Purchase of produce"),
    "direct_cost": _("Direct cost"),
    "overhead": _("Overhead"),
    "training": _("Training"),
    "investment": _("Investment"),
    "transfer": _("Transfer between accounts"),
    "other": _("Other"),
}

CATEGORIES = {
    "purchase": _("Purchase of produce"),
    "collection": _("Collection transport"),
    "freight": _("Freight to the buyer"),
    "processing": _("Processing"),
    "packaging": _("Packaging"),
    "storage": _("Storage"),
    "finance": _("Finance"),
    "certification": _("Certification"),
    "staff": _("Staff"),
    "office": _("Office costs"),
    "governance": _("Meetings and governance"),
    "training": _("Training"),
    "inputs": _("Inputs and services"),
    "maintenance": _("Maintenance"),
    "depreciation": _("Depreciation"),
    "taxes": _("Taxes"),
    "other": _("Other"),
}

SHOWN_TO = {"board": _("Board"), "assembly": _("General assembly"), "supervisors": _("Supervisory committee")}

LOANS_TAKEN = {
    "working": _("Working capital"),
    "prefinance": _("Pre-finance by a buyer"),
    "investment": _("Investment"),
    "inventory": _("Inventory credit"),
    "other": _("Other"),
}

LOANS_GIVEN = {
    "input": _("Input credit"),
    "advance": _("Emergency advance"),
    "cash": _("Cash loan"),
    "other": _("Other"),
}

MEANS = {"money": _("Money"), "produce": _("Delivered produce")}
