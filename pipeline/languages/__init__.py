"""Languages and locales: names, tags, directions, scripts, fonts, plural forms, and how dates and numbers are written.

Facts come from CLDR through Babel, which nothing else imports. On disk and in PO headers a locale has its POSIX name
(``pt_BR``, ``zh_Hans``), on the web its BCP 47 tag (``pt-BR``, ``zh-Hans``).
"""

from pipeline.languages.fonts import Fonts, fonts
from pipeline.languages.matching import Ranges, served
from pipeline.languages.names import (
    Language,
    canonical,
    identity,
    is_pseudo,
    language,
    name_in,
    plural_forms,
    region,
    script,
)
from pipeline.languages.writing import DateForms, NumberMarks, date_forms, file_size, long_date, number_marks

__all__ = [
    "DateForms",
    "Fonts",
    "Language",
    "NumberMarks",
    "Ranges",
    "canonical",
    "date_forms",
    "file_size",
    "fonts",
    "identity",
    "is_pseudo",
    "language",
    "long_date",
    "name_in",
    "number_marks",
    "plural_forms",
    "region",
    "script",
    "served",
]
