"""How the commands are called and what they leave behind, whoever calls them (public contract: command line)."""

from __future__ import annotations

import pytest

from budgetdesk import data_files

SAMPLE = data_files.path("sample", "case.json")
DAY = ("--on", "2026-11-20")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "budget", SAMPLE, *DAY),
        ("budget", "--json", SAMPLE, *DAY),
        ("budget", SAMPLE, "--json", *DAY),
        ("budget", SAMPLE, *DAY, "--json"),
    ],
    ids=["first", "after the command", "in the middle", "last"],
)
def test_json_may_stand_anywhere(call, arguments):
    answered = call(*arguments)

    assert answered.status == 0
    assert answered.objects[0]["luft"] == "1221.52"


def test_files_may_stand_on_both_sides_of_the_options(call):
    answered = call("budget", SAMPLE, "--json", *DAY, SAMPLE)

    assert [answer["input"] for answer in answered.objects] == [str(SAMPLE)] * 2


def test_options_may_stand_before_the_files_of_case(call, tmp_path):
    taken_in = call("case", "import", "--json", SAMPLE)
    number = taken_in.objects[0]["case"]
    put_out = call("case", "export", "--out", tmp_path / "ny" / "mappe", number)

    assert (taken_in.status, put_out.status) == (0, 0)
    assert (tmp_path / "ny" / "mappe" / f"sag-{number}.json").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("budget",),
        ("findes-ikke",),
        ("--json",),
        ("deadlines",),
        ("budget", SAMPLE, "--ny"),
        ("--ny", "budget", SAMPLE),
    ],
)
def test_a_call_that_is_wrong_is_status_2_with_usage_on_standard_error(call, arguments):
    answered = call(*arguments)

    assert answered.status == 2
    assert answered.out == ""
    assert "usage:" in answered.err


def test_each_input_is_answered_in_its_place_and_each_problem_told_to_people_too(call, tmp_path):
    answered = call("benefits", SAMPLE, tmp_path / "væk.json", SAMPLE, *DAY, "--only", "boligstoette", "--json")

    assert answered.status == 1
    assert ["error" in answer for answer in answered.objects] == [False, True, False]
    assert set(answered.objects[1]) == {"input", "error"}
    assert len(answered.err.splitlines()) == 1
    assert "væk.json" in answered.err


@pytest.mark.parametrize(
    "arguments",
    [
        ("pdf", "{}.json", "--document", "budget", "--out", "{}.pdf"),
        ("seal", "{}.pdf", "--out", "{}-ud.pdf"),
        ("verify", "{}.pdf"),
        ("read", "{}.csv"),
        ("plan", "{}.json"),
        ("case", "import", "{}.json"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_every_command_tells_programs_and_people_which_input_could_not_be_read(call, tmp_path, arguments):
    answered = call(*(argument.format(tmp_path / "væk") for argument in arguments), "--json")

    assert answered.status == 1
    assert set(answered.objects[0]) == {"input", "error"}
    assert answered.err.count("\n") == 1


def test_a_pdf_that_is_not_good_is_said_on_standard_error(call, tmp_path):
    page = tmp_path / "budget.pdf"
    call("pdf", SAMPLE, "--document", "budget", "--out", page, *DAY)
    answered = call("verify", page, "--json")

    assert answered.status == 1
    assert not answered.objects[0]["valid"]
    assert str(page) in answered.err


def test_paths_with_danish_letters_are_read_and_written(call, tmp_path, case_file):
    answered = call(
        "pdf", case_file("Sør Åse/ærø.json"), "--document", "budget", "--out", tmp_path / "Å" / "ø.pdf", *DAY
    )

    assert answered.status == 0
    assert (tmp_path / "Å" / "ø.pdf").read_bytes().startswith(b"%PDF")
