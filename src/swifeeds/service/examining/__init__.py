"""The examination of an installation, for `swifeeds doctor`.

`status` says how the work goes; this says whether everything stands that the work needs, and
what to do where it does not. One module for each family of checks, one function for each check: a
new one is a function and its line in the module's `CHECKS`. Checks change nothing, ask no source,
and compute nothing that another room knows already.
"""

from __future__ import annotations

from swifeeds.service.examining.check import Check, Examined
from swifeeds.service.examining.diagnosis import Diagnosis, Verdict, worst
from swifeeds.service.examining.examination import examine
from swifeeds.service.examining.patient import Patient, open_patient
from swifeeds.service.examining.registry import CHECKS

__all__ = [
    "CHECKS",
    "Check",
    "Diagnosis",
    "Examined",
    "Patient",
    "Verdict",
    "examine",
    "open_patient",
    "worst",
]
