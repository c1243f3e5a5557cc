"""Numbers in words, in the languages whose words we know; in others only digits are compared.

Each list counts from zero to twenty, then by tens to a hundred; ``/`` parts the forms of one number. A form that ends with
``-`` is the beginning of words, such as ``dritt-`` in German, and one that begins with ``-`` stands anywhere in a word.
"""

from collections.abc import Mapping
from decimal import Decimal

_VALUES = (*range(21), *range(30, 101, 10))

_LISTS: Mapping[str, str] = {
    "en": """zero/nil one/first/a/an/per/each/every/once/daily/weekly/monthly/annual/annually/yearly/single/another/sole/solely/only/24-hour/month/year/day/week/hour
        two/second/twice/both/half/biennial/pair/bi- three/third/thirds four/fourth/quarter/quarterly/quarters five/fifth six/sixth seven/seventh/week
        eight/eighth nine/ninth ten/tenth eleven/eleventh twelve/twelfth/dozen/year/annual thirteen/thirteenth fourteen/fourteenth/fortnight fifteen/fifteenth
        sixteen/sixteenth seventeen/seventeenth eighteen/eighteenth nineteen/nineteenth twenty/twentieth thirty/thirtieth
        forty fifty sixty seventy eighty ninety hundred""",
    "de": """null ein/eine/einen/einem/einer/eines/eins/erst-/einmal-/einzig-/jed-/täglich-/monatlich-/jährlich-/wöchentlich-/je/pro
        zwei/zwei-/beid-/halb-/hälfte/doppelt- drei/drei-/dritt-/drittel vier/vier-/viertel-/vierteljähr- fünf/fünf- sechs/sechs- sieben/siebt-/sieben- acht/acht- neun/neun- zehn/zehn-
        elf/elf- zwölf/zwölf- dreizehn- vierzehn- fünfzehn- sechzehn- siebzehn- achtzehn- neunzehn- zwanzig- dreißig-/dreissig- vierzig- fünfzig-
        sechzig- siebzig- achtzig- neunzig- hundert-/einhundert-""",
    "fr": """zéro un/une/premier/première/chaque/unique/mensuel-/annuel-/quotidien- deux/second/seconde/deuxième/moitié/demi/demie/double trois/troisième/tiers/tierce/tierces
        quatre/quatrième/quart/trimestr- cinq/cinquième six/sixième sept/septième huit/huitième neuf/neuvième dix/dixième onze/onzième
        douze/douzième/douzaine treize quatorze quinze/quinzaine/quinzième seize/seizième dix-sept dix-huit dix-neuf vingt/vingtième
        trente/trentième quarante cinquante soixante/soixantaine soixante-dix quatre-vingts/quatre-vingt quatre-vingt-dix cent/cents/centaine""",
    "es": """cero un/una/uno/primer/primero/primera/cada/único/única/mensual-/anual-/diari- dos/segundo/segunda/ambos/ambas/mitad/medio/doble tres/tercer/tercero/tercera/terceros/tercio
        cuatro/cuarto/cuarta/trimestr- cinco/quinto/quinta seis/sexto/sexta siete/séptimo ocho/octavo nueve/noveno diez/décimo once
        doce/docena trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta sesenta
        setenta ochenta noventa cien/ciento""",
    "ar": """صفر واحد/واحدة/أول/أولى/أحد/إحدى/كل/مرة/شهر/سنة/يوم/شهريا/سنويا اثنان/اثنين/اثنتان/اثنتين/ثاني/ثانية/مرتين/نصف/كلا/سنتين/سنتان/شهرين/يومين/عامين/ساعتين/أسبوعين
        ثلاثة/ثلاث/ثالث/ثالثة/ثلث أربعة/أربع/رابع/رابعة/ربع خمسة/خمس/خامس/خامسة ستة/ست/سادس/سادسة سبعة/سبع/سابع/سابعة/أسبوع
        ثمانية/ثماني/ثمان/ثامن/ثامنة تسعة/تسع/تاسع/تاسعة عشرة/عشر/عاشر/عاشرة
        أحد‑عشر اثنا‑عشر/اثني‑عشر/اثنتي‑عشرة/سنة ثلاثة‑عشر/ثلاث‑عشرة أربعة‑عشر/أربع‑عشرة خمسة‑عشر/خمس‑عشرة ستة‑عشر/ست‑عشرة
        سبعة‑عشر/سبع‑عشرة ثمانية‑عشر/ثماني‑عشرة تسعة‑عشر/تسع‑عشرة عشرون/عشرين ثلاثون/ثلاثين أربعون/أربعين خمسون/خمسين ستون/ستين سبعون/سبعين
        ثمانون/ثمانين تسعون/تسعين مائة/مئة""",
    "ko": """영/공 -하나/-한/-첫/-매/-단/-각 -둘/-두/-양/-반/-쌍방 -셋/-세/-석 -넷/-네/-넉/-분기 -다섯 -여섯 -일곱/-주 -여덟 -아홉 -열 -열하나/-열한 -열둘/-열두/-연/-년 -열셋/-열세
        -열넷/-열네/-보름 -열다섯/-보름 -열여섯 -열일곱 -열여덟 -열아홉 -스물/-스무 -서른 -마흔 -쉰 -예순 -일흔 -여든 -아흔 -백""",
    "ja": "零/ゼロ -ひと/-毎/-各/-片 -ふた/-両/-半/-双方 -みっ -よっ/-四半期 -いつ -むっ -なな -やっ -ここの -とお",
    "zh": "零 -每/-各/-单/-首/-元 -双/-半/-俩 -仨 -季",
}  # fmt: skip

_MORE: Mapping[str, Mapping[str, int]] = {
    "ar": {
        "مائتين": 200, "مئتين": 200, "ألفين": 2000, "ألفي": 2000, "ألفان": 2000, "مليونين": 2 * 10**6, "مليوني": 2 * 10**6, "مليونان": 2 * 10**6,
        "مليارين": 2 * 10**9, "ملياري": 2 * 10**9,
    },
}  # fmt: skip
"""Words beyond the lists, such as the dual of Arabic."""

SCALES: Mapping[str, Mapping[str, int]] = {
    "en": {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12},
    "de": {
        "tausend": 10**3, "million": 10**6, "millionen": 10**6, "mio": 10**6, "milliarde": 10**9, "milliarden": 10**9,
        "mrd": 10**9, "billion": 10**12, "billionen": 10**12,
    },
    "fr": {"mille": 10**3, "million": 10**6, "millions": 10**6, "milliard": 10**9, "milliards": 10**9},
    "es": {"mil": 10**3, "millón": 10**6, "millones": 10**6, "billón": 10**12, "billones": 10**12},
    "ar": {
        "ألف": 10**3, "ألفا": 10**3, "آلاف": 10**3, "مليون": 10**6, "ملايين": 10**6, "مليار": 10**9, "مليارات": 10**9,
        "تريليون": 10**12,
    },
}  # fmt: skip
"""By language: words that multiply the number before them, in small letters."""


def number_words(locale: str) -> Mapping[str, frozenset[Decimal]]:
    """Return the words of a locale's language that say a number, as this module's list has them, and which numbers."""
    tongue = locale.split("_", maxsplit=1)[0]
    words = {form: frozenset([Decimal(value)]) for form, value in _MORE.get(tongue, {}).items()}
    entries = _LISTS.get(tongue, "").split()
    for value, forms in zip(_VALUES, entries, strict=False):
        for form in forms.split("/"):
            key = form.replace("\u2011", " ")
            words[key] = words.get(key, frozenset()) | {Decimal(value)}
    return words
