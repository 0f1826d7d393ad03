"""Copies that were signed with a pen, taken back into the case: read, matched to the paper by its code, and kept.

Nothing is taken in by itself: what was found is shown first. Taking in and taking out again are steps of the case, so
undo works; the pictures lie encrypted beside it. The files themselves are left alone.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from budgetdesk.actions.workspace import DocumentSummary, Workspace
from budgetdesk.casework.paper_copies import CopyPage, PenCopy
from budgetdesk.casework.record import Record
from budgetdesk.documents.printer.preview import opened
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import BadInputError, UserCancelled
from budgetdesk.household import paths
from budgetdesk.i18n import N_, _
from budgetdesk.readers.ocr.reader import Reader
from budgetdesk.readers.scanned_papers import SECONDS, ScannedPage, read_scanned

LABEL = "Tag et underskrevet papir ind"
TAKE_OUT = N_("Tag et scannet papir ud")
COPIES = "copies"
OTHER_CASE = N_("Papiret “{title}” hører til sag {case}. Åbn den sag, og tag papiret ind dér.")
UNKNOWN = N_("Koden {code} er ikke på et papir, der ligger i en sag her. Vælg selv, hvilket papir det er.")
UNREAD = N_("Koden på siden kan ikke læses. Vælg selv, hvilket papir det er, eller scan siden igen, skarpere.")


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper of the case that a copy can be of."""

    id: int = 0
    """Of the kept paper; 0 for one that was not made here."""
    code: str = ""
    kind: str = ""
    title: str
    made_on: date | None = None
    pages: int = 0
    """0 where that is not known."""


FOREIGN = Paper(title=N_("Et papir, der ikke er lavet her"))


@dataclass(frozen=True, kw_only=True)
class Group:
    """The pages that belong together, and which paper they are."""

    paper: Paper | None
    """None: somebody has to say which."""
    pages: tuple[tuple[int, ScannedPage], ...]
    """Which page of the paper (0: not known), and the page."""
    problem: str = ""
    """Why it cannot be taken in as it is; another case's papers never can."""
    stranger: bool = False
    """True for a paper of another case."""

    @property
    def missing(self) -> tuple[int, ...]:
        """The pages of the paper that did not come."""
        here = {number for number, _rest in self.pages}
        return tuple(number for number in range(1, (self.paper.pages if self.paper else 0) + 1) if number not in here)

    @property
    def twice(self) -> tuple[int, ...]:
        """The pages that came more than once: the last one is kept."""
        numbers = [number for number, _rest in self.pages if number]
        return tuple(sorted({number for number in numbers if numbers.count(number) > 1}))


@dataclass(frozen=True, kw_only=True)
class Read:
    """What came out of the files."""

    pages: tuple[ScannedPage, ...] = ()
    problems: tuple[str, ...] = ()
    """A sentence for each file that cannot be read."""


def read_files(
    files: Sequence[Path],
    *,
    told: Callable[[int, int], object] = lambda _done, _of: None,
    stop: threading.Event | None = None,
) -> Read:
    """Read scanned files, in a thread. `told` hears how many are done. Raises UserCancelled after `stop`."""
    pages: list[ScannedPage] = []
    problems = []
    with Reader(seconds=SECONDS) as reader:
        for done, file in enumerate(files):
            told(done, len(files))
            if stop is not None and stop.is_set():
                raise UserCancelled
            try:
                pages += read_scanned(
                    file.name,
                    _bytes(file),
                    ours=check_code.PICTURE_SAYS,
                    reader=reader,
                    cancelled=stop.is_set if stop is not None else lambda: False,
                )
            except BadInputError as error:
                problems.append(str(error))
    return Read(pages=tuple(pages), problems=tuple(problems))


def matched(workspace: Workspace, case_id: str, pages: Iterable[ScannedPage]) -> tuple[Group, ...]:
    """The pages by the papers they belong to, in the order they came. Pages of one file whose code cannot be read stand
    together. In a thread: the papers are opened to see how many pages they have."""
    together: dict[tuple[str, str], list[tuple[int, ScannedPage]]] = {}
    for page in pages:
        found = check_code.read_picture(page.said)
        code, number = found if found is not None else ("", 0)
        together.setdefault((code, "" if code else page.file), []).append((number, page))
    return tuple(_group(workspace, case_id, code, tuple(found)) for (code, _rest), found in together.items())


def papers_of(workspace: Workspace, case_id: str) -> tuple[Paper, ...]:
    """The papers that a page without a code may be of, the newest first."""
    kept = sorted(workspace.documents(case_id), key=lambda one: -one.id)
    return tuple(_paper(one, 0) for one in kept)


def chosen(workspace: Workspace, group: Group, paper: Paper) -> Group:
    """Somebody has said which paper it is: pages without a number are taken to lie in order."""
    if paper.id:
        paper = replace(paper, pages=_pages_of(workspace, paper.id))
    numbered = tuple((number or at, page) for at, (number, page) in enumerate(group.pages, 1))
    return replace(group, paper=paper, pages=numbered, problem="")


def take_in(
    workspace: Workspace, case_id: str, record: Record, groups: Sequence[Group], *, on: date, by: str
) -> Record:
    """The record with the copies, the pictures kept; for one step of the case. Pages of a copy that is here already
    are put into it. Raises StoreError, BadInputError for a group that nobody has said the paper of."""
    for group in groups:
        if group.paper is None or group.stranger:
            raise BadInputError(group.problem or _(UNREAD))
    for group in groups:
        pictures = tuple(
            CopyPage(number=number, picture=workspace.keep_picture(case_id, page.picture))
            for number, page in group.pages
        )
        record = _with(record, group, pictures, on=on, by=by)
    return record


def with_copies_of(record: Record, made: Record) -> Record:
    """A record that was changed meanwhile, with the copies of another: they are changed in one place only."""
    return replace(record, copies=made.copies)


def take_out(record: Record, copy_id: str) -> Record:
    """The record without a copy; its pictures are forgotten when nothing can bring it back."""
    return paths.remove(record, f"{COPIES}[{copy_id}]")


def copies_of(record: Record, code: str) -> tuple[PenCopy, ...]:
    """The copies of one paper."""
    return tuple(one for one in record.copies if code and one.code == code)


def copies_in(workspace: Workspace, case_id: str, code: str) -> tuple[PenCopy, ...]:
    """The copies of one paper, of a case that need not be open."""
    return copies_of(workspace.opened.store.case(case_id).load().record, code)


def delete_files(files: Iterable[Path]) -> tuple[Path, ...]:
    """Delete the files that were taken in, when somebody has asked for it. Returns those that could not be deleted."""
    left = []
    for file in files:
        try:
            file.unlink()
        except OSError:
            left.append(file)
    return tuple(left)


def _with(record: Record, group: Group, pages: tuple[CopyPage, ...], *, on: date, by: str) -> Record:
    paper = group.paper
    assert paper is not None  # noqa: S101 - take_in has looked
    before = next(iter(copies_of(record, paper.code)), None)
    if before is not None:
        whole = replace(before, pages=_joined(before.pages, pages), taken_on=on, by=by)
        return paths.put(record, f"{COPIES}[{before.id}]", whole)
    copy = PenCopy(
        id=paths.next_id(record.copies, "k"),
        code=paper.code,
        kind=paper.kind,
        title=paper.title,
        made_on=paper.made_on,
        taken_on=on,
        by=by,
        of_pages=paper.pages,
        pages=_joined((), pages),
    )
    return paths.add(record, COPIES, copy)


def _joined(before: Sequence[CopyPage], new: Sequence[CopyPage]) -> tuple[CopyPage, ...]:
    """By page: what came last stands; pages nobody knows the number of are all kept, at the end."""
    known = {page.number: page for page in (*before, *new) if page.number}
    unknown = list(dict.fromkeys(page for page in (*before, *new) if not page.number))
    return (*(known[number] for number in sorted(known)), *unknown)


def _group(workspace: Workspace, case_id: str, code: str, pages: tuple[tuple[int, ScannedPage], ...]) -> Group:
    if not code:
        return Group(paper=None, pages=pages, problem=_(UNREAD))
    kept = workspace.papers_with_code(code)
    ours = [one for one in kept if one.case_id == case_id]
    if ours:
        return Group(paper=_paper(ours[-1], _pages_of(workspace, ours[-1].id)), pages=pages)
    if kept:
        said = _(OTHER_CASE).format(title=kept[-1].title, case=kept[-1].case_id)
        return Group(paper=None, pages=pages, problem=said, stranger=True)
    return Group(paper=None, pages=pages, problem=_(UNKNOWN).format(code=code))


def _paper(kept: DocumentSummary, pages: int) -> Paper:
    return Paper(id=kept.id, code=kept.check_code, kind=kept.kind, title=kept.title, made_on=kept.made_on, pages=pages)


def _pages_of(workspace: Workspace, kept: int) -> int:
    with opened(workspace.document(kept)) as document:
        return len(document)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise BadInputError(
            _("Filen “{name}” kan ikke læses. Se, om den er der, og prøv igen.").format(name=file.name)
        ) from error
