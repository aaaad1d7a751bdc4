"""Names as keys that are the same for the usual spellings of one name, whatever alphabet or table they came through.

The rules fold together what the romanization tables in use do differently: for Russian, Ukrainian and Belarusian those
of BGN/PCGN, ISO 9, ALA-LC and the passports, Łacinka, Polish and German custom; for Arabic ALA-LC, BGN/PCGN, French
custom and the newspapers'. So g, h and kh are one, and vowels decide little (Volodymyr, Vladimir); a feminine ending,
the first sound and, in short names, the vowels keep people apart whom no table confuses.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans(
    dict(
        zip(
            "абвгґдеєёжзиіїйклмнопрстуўфхцчшщъыьэюяјљњћђџ",
            (
                "a b v g g d e ie io zh z i i i i k l m n o p r s t u ŭ f kh ts ch sh shch * y * e iu ia "
                "i l n ch dzh dzh"
            ).split(),
            strict=True,
        )
    )
    | {"ъ": "", "ь": ""}
)
# Letters of Latin alphabets with a sound of their own; all other marks are dropped.
_LATIN = str.maketrans(
    {
        **{"š": "sh", "ś": "sh", "ş": "sh", "ș": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ž": "zh", "ż": "zh", "ŭ": "v"},
        **{"ł": "l", "đ": "dj", "ð": "d", "ø": "o", "ß": "ss", "æ": "e", "œ": "e", "ı": "i", "þ": "t", "ə": "a"},
        **{"ħ": "h", "ț": "ts", "ţ": "ts", "ё": "io"},
    }
)
_DROPPED = re.compile(r"['`´ʰ-˿‘’‛′՚ꞌ\u0300-\u036f_]+")
_WORD = re.compile(r"[^\W_]+")
_BEFORE = frozenset("the mr mrs ms dr prof sir gen col maj capt lt".split())
_ARTICLES = frozenset("al el ul as ad an ar at az ash adh ath es er ed en".split())
# Spelling that shows Polish, Czech, German or Łacinka custom, in which "ch" is kh, "c" is ts and "j" a glide.
_SLAVIC = re.compile(
    r"sz|cz|[šžčŭł]|w(?=sk|i?cz|$)|[aeiouy]j$|[^aeiouyd]j[aeou]|[kn]aja$|^jewg|tsch|dsch|iuk$|^ci.*(?:ski|wa|va)$"
)
_IRREGULAR = {
    name: "HdAf"
    for name in "gaddafi qaddafi kadhafi gadhafi qadhafi kaddafi gadafi kadafi ghaddafi gheddafi khadafy".split()
}
# In order, what is longer first. Capitals are sounds that are written with several letters.
_SOUNDS = tuple(
    (re.compile(pattern), sign)
    for pattern, sign in (
        (r"schtsch|shtch|szcz|shch|šč", "SC"),
        (r"^u(?=l?adz|lad)", "v"),  # Uladzimir
        (r"^ou(?=[aeiy])", "v"),  # Oualid
        (r"tsch|tch", "C"),
        (r"sch|sh|sz", "S"),
        (r"cz|ch|(?<=i)c$", "C"),
        (r"ph", "f"),
        (r"(?<=e)c$", "t"),
        (r"dzh|dsch|dj", "J"),
        (r"zh|rz(?=e|y)", "Z"),
        (r"(?<=t)[sz]|(?<=d)z(?=[iem])", ""),  # Tsikhan, Dzmitry
        (r"kh|gh|h|g", "H"),
        (r"(?<=[td])H", ""),
        (r"(?<=[oe])ff$", "v"),
        (r"ck|qu|q", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"x", "ks"),
        (r"w", "v"),
        (r"au(?=l)", "av"),
        (r"(?:io|o|a|e)u$", "av"),  # Ivanou
        (r"(?<=[aeoiuy])v(?=[sztkcfpbdCSZJH])", ""),  # ovsk, ousk
        (r"(?<=a)H$|(?<!l)eH$", ""),  # Abdullah, Haniyeh
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS = re.compile(r"[aeiouyj]+")
_FULL, _SHORT = 3, 2  # consonants up to which the first vowel, or each one, stays in the key


def name_key(name: str) -> str:
    """The key of a name: one word for each of its words, without articles and forms of address.

    Empty when no letter is left. The same for spellings of one name by different tables (Lukashenko, Lukashenka,
    Łukaszenka, Лукашэнка); word order and initials are compared by ``same_name``.
    """
    return " ".join(_keys(name))


def same_name(one: str, other: str) -> bool:
    """True when two names may be one person's: the last names have one key, and no given name contradicts.

    Initials stand for whatever begins with their sound; a name that is not given contradicts nothing; a name may
    also stand with the family name first.
    """
    a, b = _keys(one), _keys(other)
    if not a or not b:
        return False
    if a == b or (len(a) > 1 and sorted(a) == sorted(b)):
        return True
    if a[-1] != b[-1] or _initial(a[-1]):
        return False
    short, long = sorted((a[:-1], b[:-1]), key=len)
    rest = iter(long)
    return all(any(_fits(word, other_word) for other_word in rest) for word in short)


def _initial(key: str) -> bool:
    return len(key) == 1


def _fits(one: str, other: str) -> bool:
    return one == other or (one[0] == other[0] and (_initial(one) or _initial(other)))


def _keys(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKC", name[:200]).casefold()
    if any("\u0400" <= c <= "\u04ff" for c in plain):
        plain = plain.translate(_CYRILLIC)
    plain = _DROPPED.sub("", unicodedata.normalize("NFC", plain))
    words = [w for w in _WORD.findall(plain.replace(".", " "))]
    while len(words) > 1 and words[0] in _BEFORE:
        words.pop(0)
    kept = [w for k, w in enumerate(words) if w not in _ARTICLES or len(words) == 1 or k == len(words) - 1]
    return [key for word in _joined(kept) if (key := _sound(word))]


def _joined(words: list[str]) -> list[str]:
    """ "Abd al-Fattah", "Abdel Fattah" and "Abdulfattah" are two words each."""
    out: list[str] = []
    for word in words:
        split = re.fullmatch(r"abd[aeu](?:l|r|s)(?!lah?$|ah$)(.*)", word)
        if split and word not in ("abdullah", "abdallah", "abdulla", "abdalla"):
            out += ["abd", *([split.group(1)] if split.group(1) else [])]
        else:
            out.append(word)
    return out


@lru_cache(maxsize=4096)
def _sound(word: str) -> str:
    """The key of one word in lower case."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if _SLAVIC.search(word):
        word = re.sub(r"(?<!s)ch(?!$)|ch(?=[lmnrvw])", "h", word) if "tsch" not in word else word
        word = re.sub(r"c(?![zh])", "ts", word).replace("j", "i")
    word = re.sub(r"^ch(?=[lmnrv])", "h", word).translate(_LATIN)
    word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    if len(word) == 1:
        return "A" if word in "aeiouy" else "H" if word in "gh" else word
    feminine = "a" if re.search(r"(?<![^s]k)ah?$|(?<!l)eh$", word) else ""
    word = re.sub(r"(?<=[^aeiou])j(?=[aeou])|(?<=[aeiouy])j$", "i", word)
    word = re.sub(r"^j|(?<=[aeiouy])j|(?<=n)j", "J", word)
    for pattern, sign in _SOUNDS:
        word = pattern.sub(sign, word)
    bones = _VOWELS.sub("", word)
    first = "A" if _VOWELS.match(word) else ""
    bones = re.sub(r"(.)\1+", r"\1", bones) if len(bones) > _FULL else bones
    if not first and len(bones) <= _FULL:
        runs = iter(_VOWELS.findall(word[:-1] if feminine else word))
        kept = 1 if len(bones) > _SHORT else len(bones)
        for _ in range(kept):
            bones += _class(next(runs, ""))
    return first + bones + feminine


def _class(vowels: str) -> str:
    """One of three classes of vowels: back, front or open; none for none."""
    if not vowels:
        return ""
    if vowels[0] in "ou" or vowels in ("ou", "eu"):
        return "u"
    return "i" if all(v in "iyj" for v in vowels) or vowels == "ee" else "e"
