#!/usr/bin/env python3
"""Makes script.tsv, script_phrase.tsv and glyph.tsv in this directory.

Input (not committed; Apache-2.0, see ../LICENSE-APACHE, and NOTICE-opencc.md beside this file):

  pip download --no-deps opencc-python-reimplemented==0.1.7     # a wheel, i.e. a zip
  unzip -d IN opencc_python_reimplemented-0.1.7-py2.py3-none-any.whl

  python3 make_script.py IN/opencc/dictionary

script.tsv:         TSCharacters.txt, the first candidate of each row; through TWVariantsRev.txt and HKVariantsRev.txt
                    also the forms that Taiwan and Hong Kong write. Left out: rows that change nothing, and rare
                    characters of which one form has four bytes in UTF-8 instead of three, because a simplified
                    text must keep every offset of the article.
script_phrase.tsv:  words in which a character has another simplified form than in script.tsv: TSPhrases.txt for the
                    characters of PHRASES, words with 著 of TWVariantsRevPhrases.txt, and MORE_PHRASES below.
glyph.tsv:          from Python's unicodedata, characters of the compatibility blocks with the character that they
                    are; by hand the CJK Radicals Supplement, which has no such mapping (RADICALS below).
"""
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent

# Characters for which the choice depends on the word.
PHRASES = "乾瞭藉覆鍊畫彷牴沈祇衹徵麼"

# Names of people and places: what they are made of is no word of other texts.
NO_PHRASES = """張法乾 李乾德 李鍊福 郭子乾 蕭乾 沈積 覆上 覆住 覆成 滑藉 示覆 明覆 見覆 素藉 鍊形 大目乾連冥間救母變文""".split()

# Taiwan writes 着 as 著; words that have 著 in both scripts.
MORE_PHRASES = """著名 名著 著作 著述 著者 著称 著書 著有 著录 編著 原著 專著 論著 合著 譯著 遺著 巨著 鉅著 顯著 卓著 昭著 土著
執著=执着 沉著=沉着 著手=着手 著重=着重""".split()

# Characters of the radicals block that stand alone, as texts taken from PDF have them.
RADICALS = """⺟母 ⺠民 ⻁虎 ⻄西 ⻅见 ⻆角 ⻉贝 ⻋车 ⻑長 ⻓长 ⻔门 ⻗雨 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻡首 ⻢马 ⻣骨 ⻤鬼 ⻥鱼
⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻭歯 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⻳龟""".split()

# Blocks whose characters are other characters: CJK Radicals Supplement and Kangxi Radicals, CJK Compatibility
# Ideographs. (Their supplement has four bytes in UTF-8; `view.rs` sees to it.)
BLOCKS = [(0x2E80, 0x2FDF), (0xF900, 0xFAFF)]


def rows(path):
    """The rows of an OpenCC dictionary with the first candidate."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            key, value = line.split("\t")
            yield key, value.split(" ")[0]


def encodes(char, encoding):
    """Whether a national standard has the character."""
    try:
        char.encode(encoding)
        return True
    except UnicodeEncodeError:
        return False


def characters(folder):
    """Traditional character -> simplified one."""
    simple = dict(rows(folder / "TSCharacters.txt"))
    for name in ["TWVariantsRev.txt", "HKVariantsRev.txt"]:
        for variant, standard in rows(folder / name):
            # 吃 and 温 are written in all scripts.
            if variant not in simple and (variant == "著" or not encodes(variant, "gb2312")):
                simple[variant] = simple.get(standard, standard)
    fits = lambda a, b: len(a.encode()) == 3 and len(b.encode()) == 3
    return {k: v for k, v in simple.items() if k != v and fits(k, v)}


def tells(traditional, simplified):
    """Which of the two characters only one script has."""
    left = not encodes(traditional, "gb2312")
    right = not encodes(simplified, "big5")
    return {(True, True): "both", (True, False): "traditional", (False, True): "simplified"}.get((left, right), "neither")


def phrases(folder, simple):
    """Word in traditional script -> in simplified script, where the characters alone would give something else."""
    found = {}
    for key, value in rows(folder / "TSPhrases.txt"):
        if any(c in PHRASES for c in key) and key not in NO_PHRASES:
            found[key] = value
    plain = lambda word: "".join(simple.get(c, c) for c in word)
    kept = [word for word, _ in rows(folder / "TWVariantsRevPhrases.txt") if "著" in word]
    for entry in kept + MORE_PHRASES:
        key, _, value = entry.partition("=")
        found[key] = value or "".join(c if c == "著" else simple.get(c, c) for c in key)
    odd = lambda k, v: len(k) == len(v) and len(k.encode()) == len(v.encode()) and plain(k) != v
    return {k: v for k, v in found.items() if odd(k, v)}


def glyphs():
    """Character of a compatibility block -> the character that it is."""
    found = {pair[0]: pair[1] for pair in RADICALS}
    for first, last in BLOCKS:
        for code in range(first, last + 1):
            char = chr(code)
            plain = unicodedata.normalize("NFKC", char)
            if plain != char and len(plain) == 1 and len(plain.encode()) == len(char.encode()):
                found.setdefault(char, plain)
    return found


def usual(folder):
    """Simplified character -> the traditional one that Taiwan usually writes for it."""
    taiwan = dict(rows(folder / "TWVariants.txt"))
    return {k: taiwan.get(v, v) for k, v in rows(folder / "STCharacters.txt")}


def write(name, head, table):
    """Writes a dictionary file."""
    lines = [f"# {line}".rstrip() for line in head.strip().splitlines()]
    lines += ["\t".join(row) for row in table]
    (HERE / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{name}: {len(table)} rows")


def main():
    """Writes the three files."""
    folder = pathlib.Path(sys.argv[1])
    simple = characters(folder)
    first = usual(folder)
    order = lambda row: (row[1], first.get(row[1]) != row[0], row[0])
    write("script.tsv", """
Characters of traditional script (Taiwan, Hong Kong) with the simplified character that the dictionary uses, and which
of the two tells the script of a text because the other script does not have it: both, traditional, simplified, neither.
Of several rows with one simplified character, the first is the usual one.
Made by make_script.py from OpenCC (Apache-2.0, see NOTICE-opencc.md); do not edit.
  國 → 国 → both      離 → 离 → traditional      於 → 于 → neither
""", sorted(((k, v, tells(k, v)) for k, v in simple.items()), key=order))
    write("script_phrase.tsv", """
Words in which a character has another simplified form than script.tsv gives it: traditional, simplified.
Words of the other dictionaries that hold such a character (乾照光电) need no row: they are kept as they are written.
Made by make_script.py from OpenCC (Apache-2.0, see NOTICE-opencc.md); do not edit.
  瞭解 → 了解      藉由 → 借由      著名 → 著名
""", sorted(phrases(folder, simple).items()))
    write("glyph.tsv", """
Characters of the compatibility blocks with the character that they are; texts taken from PDF have them.
Made by make_script.py from the Unicode Character Database and by hand; do not edit.
  ⾧ → 長      ⻓ → 长      度 → 度
""", sorted(glyphs().items()))


if __name__ == "__main__":
    main()
