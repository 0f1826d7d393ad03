"""`backup`, `restore`, `retention`, `erase`, `export-person`: the whole store and a person's rights, in a terminal."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from budgetdesk.actions import access, backups, rights
from budgetdesk.actions.workspace import passphrase_of_environment
from budgetdesk.cli.output import DONE, USAGE, Output
from budgetdesk.cli.profile import hidden, open_workspace
from budgetdesk.formats import day
from budgetdesk.i18n import _
from budgetdesk.settings import profile_folder
from budgetdesk.wording import retention as words


def backup(args: argparse.Namespace, output: Output) -> int:
    """Write a verified backup; `--if-due`: only where the plan wants one now."""
    with open_workspace(args.today) as workspace:
        if args.if_due and not backups.is_due(workspace):
            output.answer({"file": None, "due": False}, _("Der skal ikke laves en sikkerhedskopi nu."))
            return DONE
        folder = str(args.out) if args.out else backups.backup_plan(workspace).folder
        backups.require_folder(workspace, folder)
        info = backups.back_up(workspace, Path(folder))
    output.answer(_told(info), _("Sikkerhedskopien er skrevet og efterset: {file}").format(file=info.path))
    return DONE


def restore(args: argparse.Namespace, output: Output) -> int:
    """Show what is in a backup; with `--yes` put it in the place of the store."""
    info = backups.look(args.file)
    if not args.yes:
        said = _("Kopien er fra {day} og har {cases} sager. Skriv --yes for at hente den.")
        output.answer({**_told(info), "restored": False}, said.format(day=day(_day_of(info)), cases=info.cases))
        return DONE
    done = backups.restore(profile_folder(), info, _secret(args), now=datetime.now(UTC), today=args.today)
    kept = str(done.kept) if done.kept else None
    text = _("Hentet: {cases} sager. {again} slettede sager blev slettet igen.")
    text = text.format(cases=done.cases, again=done.erased_again)
    if kept:
        text += "\n" + _("Det, der var, ligger i {kept}").format(kept=kept)
    told = {"restored": True, "cases": done.cases, "erased_again": done.erased_again, "kept": kept}
    output.answer({**_told(info), **told}, text)
    return DONE


def retention(args: argparse.Namespace, output: Output) -> int:
    """The cases that are due for deletion, now or soon."""
    with open_workspace(args.today) as workspace:
        due = rights.due_cases(workspace)
        for one in due:
            told = rights.as_plain(one, workspace)
            line = f"{told['case']}  {told['tenant']}  {words.when(one, args.today)}: {told['why']}"
            output.answer(told, line)
    if not due and not output.as_json:
        output.answer({}, _(words.NOTHING_DUE))
    return DONE


def erase(args: argparse.Namespace, output: Output) -> int:
    """Say what erasing a case takes; with `--confirm NUMBER` erase it for good."""
    with open_workspace(args.today) as workspace:
        loss = rights.what_goes(workspace, args.case)
        told = {"case": args.case, "goes": loss.goes, "stays": loss.stays, "mind": loss.mind}
        if not args.confirm:
            lines = [_("Det forsvinder:"), *loss.goes, _("Det bliver:"), *loss.stays, *loss.mind]
            lines.append(_("Skriv --confirm {number} for at slette sagen.").format(number=args.case))
            output.answer({**told, "erased": False}, "\n".join(lines))
            return DONE
        said = rights.erase(workspace, args.case, args.confirm, why=args.why)
    output.answer({**told, "erased": True}, said)
    return DONE


def export_person(args: argparse.Namespace, output: Output) -> int:
    """Everything about the person of a case, in a zip."""
    if args.out.suffix.lower() != ".zip":
        output.problem(_("Skriv en fil, der ender på .zip."))
        return USAGE
    with open_workspace(args.today) as workspace:
        done = access.hand_out(workspace, args.case, args.out, own_notes=args.own_notes)
    told = {
        "case": args.case,
        "file": str(done.file),
        "files": done.files,
        "own_notes": done.own_notes,
        "third_persons": done.third_persons,
    }
    lines = [_("{number}: skrevet til {file}").format(number=args.case, file=done.file)]
    if done.third_persons:
        others = ", ".join(done.third_persons)
        lines.append(_("Se efter, før det udleveres: det fortæller også om {others}.").format(others=others))
    output.answer(told, "\n".join(lines))
    return DONE


def _told(info: backups.BackupInfo) -> dict[str, object]:
    return {
        "file": str(info.path),
        "made_at": info.made_at.isoformat(),
        "cases": info.cases,
        "program": info.program,
        "size": info.size,
    }


def _day_of(info: backups.BackupInfo) -> datetime:
    return info.made_at.astimezone()


def _secret(args: argparse.Namespace) -> backups.Secret:
    if args.recovery:
        return backups.Secret(recovery=args.recovery)
    given = passphrase_of_environment()
    if given is None and sys.stdin.isatty():
        given = hidden(_("Adgangskode: "))
    return backups.Secret(passphrase=given)
