"""What was printed for the pen is kept, and comes back signed: found by its code, in order, undone, erased."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from budgetdesk.actions import pen_copies
from budgetdesk.actions.desk import Desk
from budgetdesk.actions.overview import look
from budgetdesk.actions.pen_copies import FOREIGN, Group, chosen, matched, read_files, take_in, take_out
from budgetdesk.actions.sample import sample_record
from budgetdesk.actions.signing import Facts, Vault, unsigned
from budgetdesk.actions.workspace import Workspace
from budgetdesk.casework.record import Record
from budgetdesk.documents.printer import preview
from budgetdesk.documents.sheet import check_code
from budgetdesk.errors import BadInputError
from budgetdesk.readers.scanned_papers import ScannedPage
from budgetdesk.storage.keyrings import NO_KEYRING

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("profile") / "p"
    with Workspace.create(folder, passphrase="fire ord i rad", today=DAY, keyring=NO_KEYRING) as made:
        yield made


@pytest.fixture(scope="module")
def desk(workspace: Workspace) -> Desk:
    return workspace.new_case(sample_record(workspace.library, today=DAY))


@pytest.fixture(scope="module")
def printed(workspace: Workspace, desk: Desk) -> bytes:
    """The agreement, two pages, printed for the pen."""
    pdf = unsigned(desk, "aftale")
    facts = Facts(record=desk.record, overview=look(desk.record, DAY, desk.library), on=DAY)
    Vault(workspace, desk).keep_printed("aftale", "Aftale om afdrag", pdf, facts)
    return pdf


def scanned(pdf: bytes, number: int) -> Image.Image:
    return Image.open(io.BytesIO(preview.pages(pdf, dpi=150)[number - 1])).convert("RGB")


def page(said: str, picture: bytes = b"\xff\xd8\xff page", file: str = "scan.pdf") -> ScannedPage:
    return ScannedPage(file=file, said=said, picture=picture)


def pages_of(pdf: bytes, *numbers: int) -> tuple[ScannedPage, ...]:
    code = check_code.of(pdf)
    return tuple(page(check_code.in_picture(code, number), b"\xff\xd8\xff %d" % number) for number in numbers)


def one(found: tuple[Group, ...]) -> Group:
    (group,) = found
    return group


def test_a_scanned_file_and_a_turned_photo_are_read_and_an_empty_back_is_left_out(
    workspace: Workspace, desk: Desk, printed: bytes, tmp_path: Path
) -> None:
    back = Image.new("RGB", (1240, 1754), "white")
    scanned(printed, 2).save(tmp_path / "scan.pdf", save_all=True, append_images=[back])
    scanned(printed, 1).rotate(90, expand=True).save(tmp_path / "foto.jpg", quality=85)
    (tmp_path / "brev.txt").write_text("Hej")
    read = read_files([tmp_path / name for name in ("scan.pdf", "foto.jpg", "brev.txt", "ingen.pdf")])
    group = one(matched(workspace, desk.case_id, read.pages))
    upright = Image.open(io.BytesIO(group.pages[1][1].picture))

    assert [number for number, _ in group.pages] == [2, 1]
    assert group.paper is not None
    assert (group.paper.title, group.paper.pages, group.missing) == ("Aftale om afdrag", 2, ())
    assert upright.height > upright.width
    assert len(read.problems) == 2
    assert "brev.txt" in read.problems[0]


def test_a_page_that_did_not_come_is_told(workspace: Workspace, desk: Desk, printed: bytes) -> None:
    assert one(matched(workspace, desk.case_id, pages_of(printed, 2))).missing == (1,)
    assert one(matched(workspace, desk.case_id, pages_of(printed, 1, 2, 2))).twice == (2,)


def test_a_copy_is_a_step_of_the_case_and_its_pictures_come_back(
    workspace: Workspace, desk: Desk, printed: bytes
) -> None:
    groups = matched(workspace, desk.case_id, pages_of(printed, 2, 1))
    desk.change(pen_copies.LABEL, take_in(workspace, desk.case_id, desk.record, groups, on=DAY, by="karen"))
    (copy,) = desk.record.copies

    assert (copy.title, copy.kind, copy.taken_on, copy.by, copy.missing) == (
        "Aftale om afdrag", "aftale", DAY, "karen", (),
    )  # fmt: skip
    assert [each.number for each in copy.pages] == [1, 2]
    assert workspace.picture(desk.case_id, copy.pages[0].picture) == b"\xff\xd8\xff 1"
    desk.undo()
    assert desk.record.copies == ()
    desk.redo()
    workspace.opened.store.forget_unused_pictures()
    assert workspace.picture(desk.case_id, copy.pages[1].picture) == b"\xff\xd8\xff 2"
    assert workspace.desk(desk.case_id).record.copies == (copy,)
    desk.change(pen_copies.TAKE_OUT, take_out(desk.record, copy.id))
    assert desk.record.copies == ()


def test_a_page_that_comes_later_is_put_into_the_copy(workspace: Workspace, desk: Desk, printed: bytes) -> None:
    record: Record = desk.record
    for number in (1, 2):
        groups = matched(workspace, desk.case_id, pages_of(printed, number))
        record = take_in(workspace, desk.case_id, record, groups, on=DAY, by="")
    (copy,) = record.copies

    assert copy.missing == ()


def test_a_paper_of_another_case_and_an_unknown_code_are_told_and_not_taken_in(
    workspace: Workspace, desk: Desk, printed: bytes
) -> None:
    other = workspace.new_case()
    strange = one(matched(workspace, other.case_id, pages_of(printed, 1)))
    unknown = one(matched(workspace, desk.case_id, (page("BD:XG0G-4XY9-HA:1"),)))

    assert desk.case_id in strange.problem
    assert "Aftale om afdrag" in strange.problem
    assert "XG0G-4XY9-HA" in unknown.problem
    for group in (strange, unknown):
        with pytest.raises(BadInputError):
            take_in(workspace, other.case_id, other.record, [group], on=DAY, by="")


def test_an_unreadable_code_is_chosen_by_hand_and_its_pages_lie_in_order(
    workspace: Workspace, desk: Desk, printed: bytes
) -> None:
    group = one(matched(workspace, desk.case_id, (page("", b"\xff\xd8\xff a"), page("", b"\xff\xd8\xff b"))))
    paper = next(each for each in pen_copies.papers_of(workspace, desk.case_id) if each.kind == "aftale")
    by_hand = chosen(workspace, group, paper)
    foreign = chosen(workspace, group, FOREIGN)

    assert group.paper is None
    assert [number for number, _ in by_hand.pages] == [1, 2]
    assert by_hand.missing == ()
    assert take_in(workspace, desk.case_id, desk.record, [by_hand], on=DAY, by="").copies[0].code
    assert take_in(workspace, desk.case_id, desk.record, [foreign], on=DAY, by="").copies[0].title == FOREIGN.title


def test_files_are_deleted_only_when_it_is_asked_for(tmp_path: Path) -> None:
    there, gone = tmp_path / "a.pdf", tmp_path / "b.pdf"
    there.write_bytes(b"x")

    assert pen_copies.delete_files([there, gone]) == (gone,)
    assert not there.exists()


def test_erasing_takes_the_copies_and_their_pictures(workspace: Workspace, printed: bytes) -> None:
    case = workspace.new_case(Record())
    picture = chosen(workspace, Group(paper=None, pages=((0, page("")),)), FOREIGN)
    case.change(pen_copies.LABEL, take_in(workspace, case.case_id, case.record, [picture], on=DAY, by=""))
    workspace.erase_case(case.case_id)

    assert workspace.opened.store.pictures(case.case_id) == ()
