#!/usr/bin/env python3
"""How time and memory of `quliu extract` grow with the number of files and with the length of an article.

    python3 benches/growth.py --quliu target/release/quliu --work /tmp/growth --csv growth.csv --svg docs/growth.svg

Files of about 3 kB: 1,000, 10,000, 100,000 and, with --million, 1,000,000; one article of 1 kB to --longest bytes; and
one line of 20 MB. Folders with articles of other lengths, and with more and fewer triggers, tell what a file, a byte and
a sentence with a trigger cost. All text is made by corpus.py and stays in --work. Times are seconds of processor, of one
thread. A long article is many news put together: hardly a part of it has no trigger nearby, so that the short cut saves
less than on small files; whether time grows with length alone, --exhaustive shows.
"""

import argparse
import csv
import math
import os
import pathlib
import subprocess
import sys
import time

import corpus

FILES = [1_000, 10_000, 100_000]
# Files, their length, and the share of sentences with a trigger.
OTHERS = [(10_000, 300, 0.05), (1_000, 30_000, 0.05), (10_000, 3_000, 0.0), (10_000, 3_000, 0.2)]
ARTICLES = [10**n for n in range(3, 9)]
LINE = 20_000_000
MEGABYTE = 2**20
SIZE, DENSITY = 3_000, 0.05


def measure(quliu, path, more):
    """Seconds of processor, seconds of wall clock, and MB of memory at its peak."""
    began = time.perf_counter()
    command = [quliu, "extract", path, "--jobs", "1", "--max-file-size", "1G", *more]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"quliu failed on {path}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1000


def folder_of(work, count, size=SIZE, density=DENSITY):
    """A folder with so many articles."""
    path = work / f"files{count}x{size}x{density}"
    if not path.exists():
        corpus.write(path, corpus.Writer(density, max(density, 0.3)), range(count), size)
    return path


def article_of(work, writer, size, line=False):
    """One article of so many bytes, if asked for without line breaks."""
    path = work / f"{'line' if line else 'article'}{size}.txt"
    if not path.exists():
        with path.open("wb") as out:
            number, left = 0, size
            while left > 0:
                text = writer.article(number, SIZE)[1].encode()[:left]
                text = text.decode(errors="ignore").encode()
                out.write(text.replace(b"\n", b"") if line else text)
                left -= max(len(text), 3)
                number += 1
    return path


def files_in(folder):
    """The files of a folder and its folders; `rglob` would remember all of them."""
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from files_in(entry.path)
        else:
            yield pathlib.Path(entry.path)


def contents(path):
    """The bytes and the full stops of all files; little is held at once, as a child begins with its parent's peak."""
    size = stops = 0
    for file in [path] if path.is_file() else files_in(path):
        with file.open("rb") as text:
            while part := text.read(MEGABYTE):
                size += len(part)
                stops += part.count("。".encode())
    return size, stops


def run(args):
    """What, number of files, density, path; what takes little memory first, before this program has walked folders."""
    writer = corpus.Writer(DENSITY)
    for size in ARTICLES:
        if size <= args.longest:
            yield "article", 1, DENSITY, article_of(args.work, writer, size)
    if LINE <= args.longest:
        yield "line", 1, DENSITY, article_of(args.work, writer, LINE, line=True)
    for count in FILES + [1_000_000] * args.million:
        if count <= args.most:
            yield "files", count, DENSITY, folder_of(args.work, count)
    for count, size, density in OTHERS:
        yield "others", count, density, folder_of(args.work, count, size, density)


def least_squares(rows):
    """Seconds to start, per file, per byte and per sentence with a trigger; relative errors count, not absolute ones."""
    # Normal equations, solved by Gauss's elimination.
    columns = [[value / r["cpu"] for value in (1, r["files"], r["bytes"], r["triggers"])] for r in rows]
    size = range(len(columns[0]))
    m = [[sum(c[i] * c[j] for c in columns) for j in size] + [sum(c[i] for c in columns)] for i in size]
    for i in size:
        for k in size:
            if k != i:
                factor = m[k][i] / m[i][i]
                m[k] = [a - factor * b for a, b in zip(m[k], m[i])]
    return [m[i][-1] / m[i][i] for i in size]


WIDTH, HEIGHT, LEFT, TOP = 520, 320, 70, 40
PANELS = [("cpu", "seconds of processor (one thread)"), ("mb", "peak memory, MB")]
COLOURS = {"files": "#1f77b4", "article": "#d62728", "line": "#2ca02c"}
LABELS = {"files": "files of about 3 kB", "article": "one article", "line": "one line"}


def panel(rows, key, label, top):
    """One log-log plot over bytes."""
    xs = [math.log10(r["bytes"]) for r in rows]
    ys = [math.log10(r[key]) for r in rows]
    low_x, high_x, low_y, high_y = math.floor(min(xs)), math.ceil(max(xs)), math.floor(min(ys)), math.ceil(max(ys))

    def x(value):
        return LEFT + (math.log10(value) - low_x) / (high_x - low_x) * WIDTH

    def y(value):
        return top + HEIGHT - (math.log10(value) - low_y) / (high_y - low_y) * HEIGHT

    out = [f'<text x="{LEFT}" y="{top - 10}" font-weight="bold">{label}</text>']
    for power in range(low_x, high_x + 1):
        at = x(10**power)
        name = f"{10 ** (power % 3)} {['B', 'kB', 'MB', 'GB'][power // 3]}"
        out.append(f'<path d="M{at:.1f} {top}v{HEIGHT}" stroke="#ddd"/>')
        out.append(f'<text x="{at:.1f}" y="{top + HEIGHT + 18}" text-anchor="middle">{name}</text>')
    for power in range(low_y, high_y + 1):
        at = y(10**power)
        out.append(f'<path d="M{LEFT} {at:.1f}h{WIDTH}" stroke="#ddd"/>')
        out.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for what, colour in COLOURS.items():
        points = [(x(r["bytes"]), y(r[key])) for r in rows if r["what"] == what]
        line = " ".join(f"{px:.1f},{py:.1f}" for px, py in sorted(points))
        out.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out.extend(f'<circle cx="{px:.1f}" cy="{py:.1f}" r="4" fill="{colour}"/>' for px, py in points)
    return out


def svg(rows):
    height = TOP + (HEIGHT + 70) * len(PANELS) + 20
    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{LEFT + WIDTH + 40}" height="{height}" '
        'font-family="sans-serif" font-size="13">',
        '<rect width="100%" height="100%" fill="white"/>',
    ]
    for n, (key, label) in enumerate(PANELS):
        out += panel(rows, key, label, TOP + n * (HEIGHT + 70))
    for n, (what, colour) in enumerate(COLOURS.items()):
        at = LEFT + n * 170
        out.append(f'<circle cx="{at}" cy="{height - 20}" r="5" fill="{colour}"/>')
        out.append(f'<text x="{at + 10}" y="{height - 16}">{LABELS[what]}</text>')
    return "\n".join([*out, "</svg>\n"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quliu", type=pathlib.Path, default="target/release/quliu")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for the articles")
    parser.add_argument("--csv", type=pathlib.Path, required=True)
    parser.add_argument("--svg", type=pathlib.Path, required=True)
    parser.add_argument("--longest", type=int, default=10**8, help="bytes of the longest article")
    parser.add_argument("--most", type=int, default=10**6, help="no folder of more files")
    parser.add_argument("--million", action="store_true", help="also 1,000,000 files (3 GB)")
    parser.add_argument("--exhaustive", action="store_true", help="let quliu take no short cut")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    rows = []
    with args.csv.open("w", newline="") as out:
        table = csv.DictWriter(out, ["what", "files", "bytes", "triggers", "cpu", "wall", "mb"], lineterminator="\n")
        table.writeheader()
        for what, files, density, path in run(args):
            size, stops = contents(path)
            row = dict(what=what, files=files, bytes=size, triggers=round(density * stops))
            measured = measure(args.quliu, path, ["--exhaustive"] * args.exhaustive)
            rows.append(row | dict(zip(("cpu", "wall", "mb"), (round(value, 3) for value in measured))))
            table.writerow(rows[-1])
            out.flush()
            print(*rows[-1].values(), sep="\t", flush=True)
    args.svg.parent.mkdir(parents=True, exist_ok=True)
    args.svg.write_text(svg(rows), "utf-8")
    report(rows)


def report(rows):
    """The cost model, and how each row compares with the files per byte."""
    shortest = next(r for r in rows if r["what"] == "article")
    model = [shortest, *(r for r in rows if r["what"] in ("files", "others"))]
    start, a_file, a_byte, a_trigger = least_squares(model)
    print(f"seconds ≈ {start:.3f} + {a_file * 1e6:.1f} µs a file", end="")
    print(f" + {a_byte * 1e9:.1f} ns a byte + {a_trigger * 1e6:.1f} µs a sentence with a trigger")
    print("per byte, without what the shortest article takes:")
    most = max((r for r in rows if r["what"] == "files"), key=lambda r: r["files"])

    def a_byte_of(row):
        return (row["cpu"] - shortest["cpu"]) / row["bytes"]

    for row in rows:
        if row["bytes"] >= 10**6:
            name = f"{row['what']}, {row['files']} × {row['bytes'] // row['files']} bytes"
            ratio = a_byte_of(row) / a_byte_of(most)
            print(f"{name:36}{a_byte_of(row) * 1e9:9.0f} ns{ratio:9.2f} × that of {most['files']} files")


if __name__ == "__main__":
    main()
