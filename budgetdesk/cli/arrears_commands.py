"""`arrears`: landlords' lists, looked at, taken in, called from and deleted; `result-cards`: one row a course."""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from budgetdesk.actions import arrears_imports, list_calls
from budgetdesk.actions.arrears_imports import ListLook
from budgetdesk.actions.result_cards import write_cards
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.arrears_match import SURE, How
from budgetdesk.casework.arrears_people import ListInfo
from budgetdesk.casework.list_calls import ListCall
from budgetdesk.cli.output import DONE, Output
from budgetdesk.cli.profile import open_workspace
from budgetdesk.errors import BadInputError
from budgetdesk.i18n import _
from budgetdesk.readers.arrears_rules import load_list_rules
from budgetdesk.wording import arrears_import as words
from budgetdesk.wording import list_calls as call_words


def arrears(args: argparse.Namespace, output: Output) -> int:
    """One of look, take, list, calls, delete."""
    with open_workspace(args.today) as workspace:
        if args.do == "list":
            for info in arrears_imports.lists(workspace):
                output.answer(_info(info, workspace), "  ".join((str(info.id), *words.about(info, workspace.today))))
        elif args.do in ("look", "take"):
            _file(args, workspace, output)
        elif args.do == "calls":
            _calls(workspace, _number(args.what), output)
        else:
            arrears_imports.remove(workspace, _number(args.what))
            output.answer({"deleted": _number(args.what)}, _("Listen er slettet."))
    return DONE


def result_cards(args: argparse.Namespace, output: Output) -> int:
    """The cards of all courses whose tenant has said yes."""
    with open_workspace(args.today) as workspace:
        done = write_cards(workspace, args.out)
    said = _("{rows} kort er skrevet. {without_yes} er ikke med: lejeren har ikke sagt ja.").format(
        rows=done.rows, without_yes=done.without_yes
    )
    output.answer({"file": str(args.out), "rows": done.rows, "without_yes": done.without_yes}, said)
    return DONE


def _file(args: argparse.Namespace, workspace: Workspace, output: Output) -> None:
    if not args.what:
        raise BadInputError(_("Skriv filens navn."))
    looked = arrears_imports.look_at(workspace, Path(args.what))
    shown = arrears_imports.preview(workspace, looked, looked.at, looked.layout)
    said = (words.read(shown.tally.rows, shown.tally.total, shown.tally.stated), words.matched(shown.matches))
    problems = [_("Række {line}: {text}").format(line=one.line, text=one.text) for one in shown.tally.problems]
    text = "\n".join((*said, *problems, words.left_out(shown.left_out)))
    if args.do == "look":
        output.answer(_look(shown), f"{text}\n{_(words.NOTHING_KEPT)}")
        return
    begin = arrears_imports.proposed(workspace, looked)
    keep = replace(
        begin,
        sender=args.sender or begin.sender,
        legal_basis=args.basis or begin.legal_basis,
        keep_until=args.until or begin.keep_until,
        by=args.by,
    )
    info = arrears_imports.take_in(workspace, looked, shown, keep)
    output.answer({**_look(shown), **_info(info, workspace)}, f"{text}\n{words.until(info, workspace.today)}")


def _calls(workspace: Workspace, list_id: int, output: Output) -> None:
    order = load_list_rules().order
    for call in list_calls.calls_of(workspace, list_id).listed.calls:
        said = call_words.reason(call, workspace.today)
        chances = ", ".join(call_words.chances(call, order))
        one = call.person
        parts = (one.case_id, call_words.who(one), call.phone, said, call_words.owed(one), chances)
        output.answer(_call(call, said), "  ".join(part for part in parts if part))


def _look(shown: ListLook) -> dict[str, Any]:
    tally = shown.tally
    return {
        "rows": tally.rows,
        "total": tally.total,
        "stated_total": tally.stated,
        "unread": tally.unread,
        "problems": [{"line": one.line, "text": one.text} for one in tally.problems],
        "left_out": list(shown.left_out),
        "matched": sum(count for how, count in shown.matches.items() if how in SURE),
        "doubtful": shown.matches.get(How.DOUBT, 0),
    }


def _info(info: ListInfo, workspace: Workspace) -> dict[str, Any]:
    return {
        "id": info.id,
        "from": info.sender,
        "stated_on": info.stated_on,
        "taken_on": info.taken_on,
        "purpose": info.purpose,
        "legal_basis": info.legal_basis,
        "keep_until": info.keep_until,
        "due_for_deletion": info.is_due(workspace.today),
        "rows": info.rows,
        "total": info.total,
        "left_out": list(info.left_out),
    }


def _call(call: ListCall, said: str) -> dict[str, Any]:
    one = call.person
    return {
        "case": one.case_id,
        "found": one.how,
        "reference": one.reference,
        "name": one.name,
        "owed": one.owed,
        "before": one.before,
        "since": one.since,
        "group": call.group,
        "day": call.day,
        "estimate": call.estimate,
        "chances": list(call.chances),
        "sentence": said,
    }


def _number(text: str | None) -> int:
    if text is None or not text.isdecimal():
        raise BadInputError(_("Skriv listens nummer. Se det med “budgetdesk arrears list”."))
    return int(text)
