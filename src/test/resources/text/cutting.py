"""Cuts texts as Keras and Python do, written from their documentation: python3 cutting.py > cutting.json

Tokenizer: keras.preprocessing.text, text_to_word_sequence and Tokenizer.fit_on_texts with num_words and oov_token.
TextVectorization: lower_and_strip_punctuation, split on white space; of equally frequent words the last comes first.
"""
import collections
import json
import re

FILTERS = '!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~\t\n'
TEXTS = [
    "Don't stop -- the well-known l'école, l’École!",
    "The cat, the dog; THE END. a_b c\td  e",
    "ÄÖÜ straße Σίσυφος İstanbul",
    "今日はいい天気ですね。明日も\u3000晴れ",
    "a\u00a0b\u2003c\x85d\x1ce",
    "x+y=2.5e-3 (see §3) “quoted” – dash",
    "😀 smile👍🏽 🇯🇵",
    "",
    "   ",
    "b a b c a d e",
]


def words(text):
    text = text.lower().translate(str.maketrans({c: " " for c in FILTERS}))
    return [word for word in text.split(" ") if word]


def vectorized(text):
    lowered = "".join(chr(ord(c) + 32) if "A" <= c <= "Z" else c for c in text)
    stripped = re.sub(r'[!"#$%&()\*\+,-\./:;<=>?@\[\\\]^_`{|}~\']', "", lowered)
    return re.findall(r"[^ \t\n\x0b\x0c\r]+", stripped)


def ranked(lines, most, unknown, ties):
    counts = collections.OrderedDict()
    for line in lines:
        for token in line:
            counts[token] = counts.get(token, 0) + 1
    counts.pop(unknown, None)
    order = sorted(counts, reverse=True) if ties else list(counts)
    order.sort(key=lambda token: -counts[token])
    return ([unknown] if unknown else []) + (order[:most] if most else order)


def case(cutting, cut, most=0, unknown=None, ties=False):
    lines = [cut(text) for text in TEXTS]
    kept = ranked(lines, most, unknown, ties)
    sequences = []
    for line in lines:
        found = [kept.index(t) + 1 if t in kept else 1 if unknown else None for t in line]
        sequences.append([index for index in found if index])
    return {"cutting": cutting, "most": most, "unknown": unknown, "vocabulary": kept, "sequences": sequences}


def matches(text):
    return re.findall(r"[a-z]+|\d+(?:\.\d+)?", text)


cases = []
for most in (0, 3, 12):
    for unknown in (None, "<unk>"):
        cases.append(case("words", words, most, unknown))
        cases.append(case("text-vectorization", vectorized, most, unknown, ties=True))
        cases.append(case("white-space", str.split, most, unknown))
        cases.append(case("matches", matches, most, unknown))
print(json.dumps({"texts": TEXTS, "pattern": r"[a-z]+|\d+(?:\.\d+)?", "cases": cases}, ensure_ascii=True, indent=1))
