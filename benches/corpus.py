#!/usr/bin/env python3
"""Makes a corpus of invented Chinese news, the same for the same seed, for benchmarks.

    python3 benches/corpus.py OUT --files 20000 --bytes 3000 --density 0.05 --seed 1

writes OUT/0/0/0/000000000.txt and so on, 1,000 files a folder; with --lines, OUT is one file with an article a line, as
JSON. An article has half to one and a half times --bytes. --density is the share of the sentences that hold a word of
dict/trigger*.tsv. As in newspapers most articles have none and some have many: they are in a share of --spread of the
articles. About one article in three of those tells departures; the others use the words otherwise (解除警报). What
the sentences are made of is in corpus.txt. Article N depends on nothing but N and the options.
"""

import argparse
import json
import pathlib
import random
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
FILES_A_FOLDER = 1000
# Of the articles with triggers so many tell a departure, and in these so many of the sentences with a trigger.
DEPARTING, DEPARTURES = 0.35, 0.7

DATELINE = "本报{place}{month}月{day}日电（记者{person}）"

NUMBERS = {
    "n": lambda r: str(int(1 + r.random() * 98)),
    "big": lambda r: str(int(100 + r.random() ** 3 * 9900)),
    "pct": lambda r: f"{r.random() * 60:.1f}",
    "month": lambda r: str(int(1 + r.random() * 12)),
    "day": lambda r: str(int(1 + r.random() * 28)),
    "year": lambda r: str(int(1998 + r.random() * 28)),
    "hour": lambda r: str(int(6 + r.random() * 17)),
}


def pick(words, rng):
    return words[int(rng.random() * len(words))]


def template(line):
    """The texts of a line, and the slots between them."""
    return tuple(re.split(r"\{(\w+)\}", line))


def triggers():
    """A pattern that finds the triggers of the dictionary."""
    rows = [line for path in sorted(HERE.glob("../dict/trigger*.tsv")) for line in path.read_text("utf-8").split("\n")]
    surfaces = {row.split("\t")[0] for row in rows if row and not row.startswith("#")}
    return re.compile("|".join(map(re.escape, surfaces)))


class Writer:
    """Writes articles of the words and clauses of corpus.txt."""

    def __init__(self, density=0.05, spread=0.3, seed=1):
        if not 0 <= density <= spread <= 1:
            sys.exit("--density must not be greater than --spread: only these articles have triggers")
        self.seed, self.spread = seed, spread
        self.share = density / spread if density else 0
        self.trigger = triggers()
        self.words, self.plain, self.headlines, self.told = {}, {}, {}, {}
        self.read((HERE / "corpus.txt").read_text("utf-8"))
        self.topics = [topic for topic in self.plain if topic != "any"]

    def read(self, text):
        for block in re.split(r"^= ", text, flags=re.M)[1:]:
            head, *lines = [line for line in block.split("\n") if line]
            kind, _, name = head.partition(" ")
            if kind == "word":
                self.words[name] = " ".join(lines).split()
                continue
            of = {"plain": self.plain, "headline": self.headlines}.get(kind, self.told)
            of[name or kind] = [template(line) for line in lines]
            for line in lines:
                if kind in ("plain", "stay", "leave") and bool(self.trigger.search(line)) == (kind == "plain"):
                    sys.exit(f"corpus.txt: `{line}` must {'not ' * (kind == 'plain')}hold a trigger")

    def fill(self, parts, cast, rng):
        """A template with words in its slots; people and companies are those of the article."""
        parts = list(parts)
        for at in range(1, len(parts), 2):
            slot = parts[at]
            if slot in NUMBERS:
                parts[at] = NUMBERS[slot](rng)
            else:
                parts[at] = pick(cast.get(slot) or self.words[slot], rng)
        return "".join(parts)

    def cast(self, rng):
        def made(front, back):
            return pick(self.words[front], rng) + pick(self.words[back], rng)

        return {
            "person": [made("surname", "given") for _ in range(5)],
            "company": [made("brand", "trade") for _ in range(4)],
        }

    def sentence(self, topic, cast, rng):
        """One to four clauses without a trigger."""
        while True:
            count = 1 + int(rng.random() * 2.5)
            clauses = dict.fromkeys(pick(self.plain[topic], rng) for _ in range(count))
            if rng.random() < 0.35:
                clauses = {pick(self.plain["any"], rng): None, **clauses}
            text = ("，".join(self.fill(clause, cast, rng) for clause in clauses) + "。").replace("。”，", "。”").replace("。”。", "。”")
            if not self.trigger.search(text):
                return text

    def article(self, number, size):
        """Title and text of one article of about so many bytes."""
        rng = random.Random(f"{self.seed}/{number}")
        cast, topic = self.cast(rng), pick(self.topics, rng)
        triggers = rng.random() < self.spread and self.share > 0
        departs = triggers and rng.random() < DEPARTING
        headline = "leave" if departs else topic
        title = self.fill(pick(self.headlines[headline], rng), cast, rng)
        left, paragraphs, text, room = size * (0.5 + rng.random()), [], [], 2 + int(rng.random() * 4)
        if rng.random() < 0.5:
            text.append(self.fill(template(DATELINE), cast, rng))
        while left > 0:
            if triggers and rng.random() < self.share:
                kind = "leave" if departs and rng.random() < DEPARTURES else "stay"
                text.append(self.fill(pick(self.told[kind], rng), cast, rng))
            else:
                of = topic if rng.random() < 0.8 else pick(self.topics, rng)
                text.append(self.sentence(of, cast, rng))
            left -= len(text[-1].encode())
            if len(text) >= room or left <= 0:
                paragraphs.append("".join(text))
                text, room = [], 2 + int(rng.random() * 4)
        return title, "\n".join(paragraphs) + "\n"


def path_of(out, number):
    return out.joinpath(*f"{number // FILES_A_FOLDER:03}", f"{number:09}.txt")


def write(out, writer, numbers, size):
    """Writes each article to a file of its own."""
    for number in numbers:
        path = path_of(out, number)
        if number % FILES_A_FOLDER == 0 or number == numbers[0]:
            path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes("{}\n\n{}".format(*writer.article(number, size)).encode())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("--files", type=int, default=20000)
    parser.add_argument("--bytes", type=int, default=3000)
    parser.add_argument("--density", type=float, default=0.05)
    parser.add_argument("--spread", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lines", action="store_true", help="one file of JSON lines")
    args = parser.parse_args()
    writer = Writer(args.density, args.spread, args.seed)
    if not args.lines:
        write(args.out, writer, range(args.files), args.bytes)
        return
    with args.out.open("w", encoding="utf-8") as out:
        for number in range(args.files):
            title, text = writer.article(number, args.bytes)
            print(json.dumps({"title": title, "text": text}, ensure_ascii=False), file=out)


if __name__ == "__main__":
    main()
