"""The seal can be found by who reads the tree of tags, and says what its picture says."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import every_paper
import pdf_oxide
from pdf_reading import needs_poppler, run
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject
from sealed import AT, key

from budgetdesk.documents.seals.seal import seal
from budgetdesk.documents.seals.verify import verify


@cache
def sealed() -> bytes:
    pdf = every_paper.drawn(every_paper.SAMPLE, "naeste_skridt")
    assert pdf is not None
    return seal(pdf, signer=key(), when=AT, adviser="Karen Mølgaard")


@cache
def reader() -> PdfReader:
    return PdfReader(io.BytesIO(sealed()))


def widget() -> Any:
    return reader().trailer["/Root"]["/AcroForm"]["/Fields"][0].get_object()


def form() -> Any:
    document = reader().trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()
    return document["/K"][-1].get_object()


def test_the_seal_is_a_form_at_the_end_of_the_document_on_its_own_page() -> None:
    assert form()["/S"] == "/Form"
    assert form()["/K"][0]["/Obj"].get_object() == widget()
    assert form()["/Pg"].get_object() == reader().pages[-1]


def test_the_way_back_from_the_seal_leads_to_its_form() -> None:
    tree = reader().trailer["/Root"]["/StructTreeRoot"]
    numbers = tree["/ParentTree"]["/Nums"]

    assert numbers[numbers.index(widget()["/StructParent"]) + 1].get_object() == form()
    assert tree["/ParentTreeNextKey"] == widget()["/StructParent"] + 1
    assert numbers[::2] == sorted(set(numbers[::2]))


def test_the_seal_says_by_whom_with_whom_and_when() -> None:
    for said in (str(form()["/Alt"]), str(widget()["/TU"])):
        assert "Boligrådgivningen" in said
        assert "Karen Mølgaard" in said
        assert "20. november 2026" in said


def test_a_seal_that_is_in_the_tree_is_whole() -> None:
    found = verify(sealed(), roots=[key().root])

    assert found.valid
    assert found.trusted


def test_a_file_without_tags_gets_a_seal_and_no_tree() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(every_paper.drawn(every_paper.SAMPLE, "naeste_skridt") or b""))
    del writer.root_object[NameObject("/StructTreeRoot")]
    out = io.BytesIO()
    writer.write(out)
    made = seal(out.getvalue(), signer=key(), when=AT)

    assert "/StructTreeRoot" not in PdfReader(io.BytesIO(made)).trailer["/Root"]
    assert verify(made, roots=[key().root]).valid


@needs_poppler
def test_poppler_reads_the_seal_last(tmp_path: Any) -> None:
    file = tmp_path / "s.pdf"
    file.write_bytes(sealed())

    assert [line.strip() for line in run("pdfinfo", "-struct", file).splitlines() if line.strip()][-2] == "Form"


def test_a_sealed_paper_is_still_for_all(tmp_path: Any) -> None:
    file = tmp_path / "s.pdf"
    file.write_bytes(sealed())
    read = pdf_oxide.PdfDocument(str(file))

    assert read.validate_pdf_ua()["errors"] == []
