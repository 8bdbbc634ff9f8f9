#!/usr/bin/env python3
"""What one would write in an afternoon: Python's taggers, the words that departures are told by, and regexes.

    python baseline.py jieba FILE_LIST      needs `pip install jieba`
    python baseline.py lac FILE_LIST        needs `pip install lac`

FILE_LIST holds a path a line. In each sentence with a trigger, a person and the post that stands around them is taken.
Prints how many departures were found, and how many seconds of processor and of wall clock it took, without loading.
"""

import pathlib
import re
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TITLES = "董事长|总裁|总经理|首席\\w{1,4}官|首席\\w{2,4}|\\w{0,4}总监|董事|监事|行长|主任|部长|局长|经理|CEO|CTO|负责人"
PERSON = r"(?P<person>[^ ]+)/(?:nr|nrt|nrfg|PER)\b"
PATTERNS = [
    re.compile(rf"(?P<title>{TITLES})/\w+ {PERSON}"),
    re.compile(rf"{PERSON} (?:[^ ]+ ){{0,6}}?(?P<title>{TITLES})/"),
]


def triggers():
    rows = [line for path in ROOT.glob("dict/trigger*.tsv") for line in path.read_text("utf-8").split("\n")]
    return re.compile("|".join({re.escape(row.split("\t")[0]) for row in rows if row and not row.startswith("#")}))


def tagger(name):
    """A function from text to words with their tags."""
    if name == "jieba":
        import jieba
        import jieba.posseg

        jieba.setLogLevel(60)
        jieba.initialize()
        return lambda text: [(word.word, word.flag) for word in jieba.posseg.cut(text)]
    from LAC import LAC

    lac = LAC(mode="lac")
    return lambda text: zip(*lac.run(text))


def departures(text, tag, trigger):
    for sentence in re.split(r"[。！？\n]", text):
        # All text is tagged, as a tool that knows only then which words are there does.
        if not sentence.strip():
            continue
        tagged = " ".join(f"{word}/{flag}" for word, flag in tag(sentence))
        if trigger.search(sentence):
            for pattern in PATTERNS:
                yield from (match.group("person", "title") for match in pattern.finditer(tagged))


def main():
    tag, trigger = tagger(sys.argv[1]), triggers()
    list(tag("栖木汽车首席设计师卢森川离职"))
    began, cpu = time.perf_counter(), time.process_time()
    found = 0
    for path in pathlib.Path(sys.argv[2]).read_text("utf-8").split("\n"):
        if path:
            found += len(set(departures(pathlib.Path(path).read_text("utf-8"), tag, trigger)))
    print(found, time.process_time() - cpu, time.perf_counter() - began)


if __name__ == "__main__":
    main()
