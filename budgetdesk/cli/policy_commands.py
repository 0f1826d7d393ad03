"""`policy`: the organisation's policy in the store: listed, to and from a file, an earlier one taken back into use."""

from __future__ import annotations

import argparse
from pathlib import Path

from budgetdesk.actions import policies
from budgetdesk.actions.workspace import Workspace
from budgetdesk.cli.output import DONE, USAGE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.i18n import _


def policy(args: argparse.Namespace, output: Output) -> int:
    """One of the four."""
    wrong = _wrong_call(args)
    if wrong:
        output.problem(wrong)
        return USAGE
    with open_workspace(args.today) as workspace:
        if args.do == "export":
            policies.export_policy(workspace, args.out, args.what or "")
            return _said(workspace, _("Skrevet til {file}").format(file=args.out), output)
        if args.do == "import":
            policies.import_policy(workspace, Path(args.what), by=args.by)
            return _said(workspace, _("Hentet fra {file}").format(file=args.what), output)
        if args.do == "use":
            policies.go_back(workspace, args.what, by=args.by)
            return _said(workspace, _("Taget i brug igen"), output)
        return _list(workspace, output)


def _wrong_call(args: argparse.Namespace) -> str:
    if args.do == "export" and args.out is None:
        return _("Skriv, hvor filen skal ligge: --out FIL.")
    if args.do in ("import", "use") and not (args.what and args.by.strip()):
        return _("Skriv, hvilken fil eller version det gælder, og hvem der ændrer: --by NAVN.")
    return ""


def _list(workspace: Workspace, output: Output) -> int:
    now = workspace.library.policy.version
    uses = {use.policy.version: use for use in workspace.library.policy_uses}
    for one in policies.versions(workspace.library):
        use = uses.get(one.version)
        data = {
            "version": one.version,
            "organisation": one.organisation,
            "in_use": one.version == now,
            "standard": use is None,
            "from": use.on if use else None,
            "by": use.by if use else None,
        }
        mark = "*" if one.version == now else " "
        output.answer(data, f"{mark} {one.version}  {use.on if use else ''}  {use.by if use else ''}".rstrip())
    return DONE


def _said(workspace: Workspace, what: str, output: Output) -> int:
    version = workspace.library.policy.version
    output.answer({"version": version}, f"{what}. {version}")
    return DONE
