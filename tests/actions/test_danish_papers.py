"""Papers, letters and the record are Danish, whatever the window speaks."""

from datetime import date

import pytest

from budgetdesk import data_files, i18n
from budgetdesk.actions import letters
from budgetdesk.actions.library import load_library
from budgetdesk.actions.overview import in_danish, look
from budgetdesk.casework.record import Record
from budgetdesk.readers.case_file import sample_case

DAY = date(2026, 11, 20)


@pytest.fixture
def english():
    yield lambda: i18n.use("en", data_files.path("locale"))
    i18n.use("da", data_files.path("locale"))


@pytest.mark.parametrize("document", ["budget", "ydelser"])
def test_an_english_window_prints_the_same_danish_paper(document, english):
    record = Record(case=sample_case(today=DAY))
    danish = letters.paper(document, record, look(record, DAY, load_library()), load_library())

    assert english()
    library = load_library()

    assert letters.paper(document, record, look(record, DAY, library), library) == danish


def test_a_danish_window_does_not_reckon_anything_twice():
    record = Record(case=sample_case(today=DAY))
    library = load_library()
    overview = look(record, DAY, library)

    assert in_danish(record, overview, library) is overview
