"""The vocabulary of governance, gathered from the files about meetings, mandates and control."""

from __future__ import annotations

from cahier.governance.control import (
    Audit,
    AuditRemarksCleared,
    Complaint,
    ComplaintClosed,
    DealDisclosed,
    Filing,
    FilingDone,
    FindingsCleared,
    RelatedPartyDeal,
    Restitution,
    SupervisoryReport,
)
from cahier.governance.mandates import Mandate, MandateEnded
from cahier.governance.meetings import (
    ActionDone,
    BodyRules,
    Decision,
    DecisionDone,
    Meeting,
    MinutesShared,
    PlanAction,
)

__all__ = [
    "ActionDone",
    "Audit",
    "AuditRemarksCleared",
    "BodyRules",
    "Complaint",
    "ComplaintClosed",
    "DealDisclosed",
    "Decision",
    "DecisionDone",
    "Filing",
    "FilingDone",
    "FindingsCleared",
    "Mandate",
    "MandateEnded",
    "Meeting",
    "MinutesShared",
    "PlanAction",
    "RelatedPartyDeal",
    "Restitution",
    "SupervisoryReport",
]
