"""Which other language a text is written in: by its script first, then by a detector, and never on a guess.

Dutch, English and languages that we have no page for give nothing, nor does Dutch that only looks foreign.
"""

import re
from collections.abc import Callable, Sequence

import pycld2

from listening.reader import fold

FEWEST_LETTERS, FEWEST_WORDS = 10, 2
"""Of a text in Latin script: a shorter one may be anything."""
FEWEST_DETECTED = 3
"""Words where only the detector says so: it reads "onterecht beschuldigd" as German."""
FEW = 4
"""Words of which half have to be foreign, however sure the detector is."""
READ = 500
"""Characters that are looked at: more would only take time."""
SURE = 80
"""Percent of the text that has to be in the language, by the detector."""
STRONG = 900
"""Of the detector's score for a text, per thousand letters: from here on it is hardly ever wrong."""
MOST_KNOWN, MOST_KNOWN_IF_STRONG = 0.5, 0.7
"""Share of words that our tables know, from which a text is Dutch or English: dialect and street language look foreign
to the detector. It reads "heit slacht my" as German."""

LATIN = frozenset({"tr", "pl", "de", "fr", "es", "pt", "ro", "it"})

SCRIPTS = {"LATIN": LATIN, "ARABIC": frozenset({"ar", "fa"}), "CYRILLIC": frozenset({"uk", "ru", "bg"})}
TELLING = (
    ("", "\u0693\u0695\u06b5\u06ce\u0679\u06d2\u069a"),  # letters of Pashto, Kurdish and Urdu: no page
    ("fa", "\u067e\u0686\u0698\u06af\u06cc\u06a9"),
    ("ar", "\u0629\u064a\u0643"),
    ("uk", "\u0456\u0457\u0454\u0491"),
    ("ru", "\u044b\u044d\u0451"),
    ("bg", "\u044a"),
    ("pl", "\u0105\u0119\u0142\u015b\u017c\u017a\u0107"),
    ("tr", "\u011f\u0131\u015f"),
    ("ro", "\u0103\u0219\u021b"),
    ("es", "\u00f1\u00bf\u00a1"),
    ("pt", "\u00e3\u00f5"),
    ("de", "\u00df"),
)
"""Letters that only one of the languages of their script has, as far as we have a page for it. The order matters:
Persian has no letters that Pashto lacks."""
_LETTERS = {
    "LATIN": re.compile(r"[A-Za-z\u00c0-\u024f]"),
    "ARABIC": re.compile(r"[\u0600-\u06ff]"),
    "CYRILLIC": re.compile(r"[\u0400-\u04ff]"),
    "HAN": re.compile(r"[\u4e00-\u9fff]"),
}
_KANA = re.compile(r"[\u3040-\u30ff]")  # Japanese
_WORDS = {
    "tr": "imdat yardim lutfen kocam karim cocugum cocuk cocuklarim annem babam beni bana dovuyor vuruyor "
    "korkuyorum istiyorum nasil merhaba tesekkurler degil icin polisi esim kizim oglum evden",
    "ar": "salam salaam jawzi zawji rajli 3afak 3afakom bghit bghina kaydrebni kaydrabni ma3ndi 3ndi wladi "
    "weldi benti sa3dni sa3duni khayfa khayef mama3raftch shukran chokran yadribuni musa3ada bnti ouladi "
    "kayn mabghitch daba bzaf chno nmchi",
    "fa": "salam komak komakam shoharam hamsaram bacheam bache mizane mizanad mitarsam lotfan khahesh madaram "
    "pedaram khune nemitunam mikham dokhtaram pesaram mano",
    "bg": "pomosht molq molia deteto decata bie udrq zdravei zdraveite mujat majat maika tatko strahuvam "
    "pritesnqvam pritesnyavam susedite nqma iskam blagodarq kakvo pravq",
    "pl": "pomocy ratunku jest sie mnie moj moja maz zona dziecko dzieci prosze dziekuje dzien dobry chce "
    "boje bije zyc juz ojciec sasiad potrzebuje corka syn czesc mowic",
    "uk": "dopomozhit dopomoga budlaska laska cholovik mene ditina dytyna diti dity boyusya pryvit dyakuyu "
    "dobryi syn donka",
    "ru": "pomogite pomoshch pomosh pozhaluysta pojaluista menya muzh moi moy rebenok rebyonok deti boyus "
    "privet spasibo zabral byot vypuskaet ubyet otets zdravstvuyte doch bolshe mne nuzhna",
    "de": "hilfe bitte ich mein meine schlagt schlaegt nicht vater angst danke guten mich meinen",
    "fr": "secours bonjour bonsoir merci aidez moi mari frappe enfant enfants peur mon pere mere suis bcp "
    "svp besoin salut fille fils",
    "es": "ayuda socorro hola gracias marido esposo pega hijo hija miedo tengo ninos favor necesito "
    "ayudame padre buenos dias madre",
    "pt": "ajuda socorro ola obrigado obrigada marido bate filho filha medo tenho criancas preciso meu minha bom",
    "ro": "ajutor barbatul barbatu bate sotul copilul copiii copil mea meu frica multumesc buna ziua imi nevoie rog",
    "zh": "bangzhu xuyao haizi zhangfu laogong jiuming nihao xiexie wo qing wode nüer erzi",
    "it": "aiuto ciao grazie marito picchia figlio figlia paura bambino bambini sono sei una mio persona "
    "vera buongiorno",
}
"""Words that tell one language from Dutch, English and the others as people type it in a hurry: without its accents, or
in Latin letters that it does not use. The detector knows neither."""
CRIES = {
    "tr": {"imdat", "yardim"},
    "ar": {"sa3dni", "sa3duni"},
    "fa": {"komakam"},
    "bg": {"pomosht"},
    "pl": {"pomocy", "ratunku"},
    "uk": {"dopomozhit"},
    "ru": {"pomogite"},
    "de": {"hilfe"},
    "fr": {"secours"},
    "es": {"ayuda", "socorro"},
    "pt": {"ajuda"},
    "ro": {"ajutor"},
    "zh": {"jiuming"},
    "it": {"aiuto"},
}
"""For help, in a word: too short for a detector, and too much in need to be misread."""
MOST_WORDS_OF_A_CRY = 4
TELLING_WORDS = {code: frozenset(map(fold, words.split())) for code, words in _WORDS.items()}
FEWEST_TELLING, SHARE_TELLING = 2, 0.4
"""How many such words have to stand in a text, and which share of its words."""


def language_of(text: str, words: Sequence[str], is_known: Callable[[str], bool]) -> str:
    """The code of a language that has a page of its own, or nothing where that is not certain.

    `words` are those of the text as the reader has them, and `is_known` says which are Dutch or English.
    """
    letters = "".join(filter(str.isalpha, text[:READ]))
    script = _script(letters)
    if script == "HAN":
        return "" if _KANA.search(letters) else "zh"
    if script not in SCRIPTS or (script == "LATIN" and len(letters) < FEWEST_LETTERS and not _by_letters(text)):
        return _by_words(text)
    found, score = _detected(text[:READ])
    if own := _by_letters(text):
        found, score = own, STRONG
    if found not in SCRIPTS[script]:
        return _by_words(text)
    if script == "LATIN":
        plain = [word for word in words if word.isalpha()]
        most = MOST_KNOWN if score < STRONG or len(plain) <= FEW else MOST_KNOWN_IF_STRONG
        if len(plain) < (FEWEST_WORDS if own else FEWEST_DETECTED) or sum(map(is_known, plain)) >= most * len(plain):
            return _by_words(text)
    return found


def _script(letters: str) -> str:
    """The script of at least half of the letters, of those that we have a language for."""
    found = (name for name, script in _LETTERS.items() if 2 * len(script.findall(letters)) >= len(letters) > 0)
    return next(found, "")


def _by_letters(text: str) -> str:
    """The language that has a letter of this text for itself."""
    letters = set(text.lower())
    return next((code for code, telling in TELLING if not letters.isdisjoint(telling)), "")


def _detected(text: str) -> tuple[str, float]:
    """The language that the detector is sure of, or nothing, and its score."""
    try:
        is_reliable, _, ((_, code, percent, score), *_) = pycld2.detect(text, isPlainText=True)
    except (pycld2.error, UnicodeEncodeError):  # characters that it does not take, and half ones
        return "", 0.0
    return (str(code), float(score)) if is_reliable and percent >= SURE else ("", 0.0)


def _by_words(text: str) -> str:
    """The language of a cry for help, or of several telling words."""
    words = {fold(word.strip("!?.,¡¿…")) for word in text[:READ].split()}
    if len(words) <= MOST_WORDS_OF_A_CRY and (
        cry := next((code for code, cries in CRIES.items() if cries & words), "")
    ):
        return cry
    told = {code: len(words & telling) for code, telling in TELLING_WORDS.items()}
    most = max(told, key=told.__getitem__)
    return most if told[most] >= max(FEWEST_TELLING, SHARE_TELLING * len(words)) else ""
