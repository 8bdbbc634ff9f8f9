#!/usr/bin/env python3
"""How time and memory of `quliu extract` grow with the number of files and with the length of an article.

    python3 benches/growth.py --quliu target/release/quliu --work /tmp/growth --csv growth.csv --svg docs/growth.svg

Files of about 3 kB: 1,000, 10,000, 100,000 and, with --million, 1,000,000; one article of 1 kB to --longest bytes; and
one line of 20 MB. All text is made by corpus.py and stays in --work. Times are seconds of processor, of one thread.
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
ARTICLES = [10**n for n in range(3, 9)]
LINE = 20_000_000
SIZE = 3000


def measure(quliu, path):
    """Seconds of processor, seconds of wall clock, and MB of memory at its peak."""
    began = time.perf_counter()
    child = subprocess.Popen(
        [quliu, "extract", path, "--jobs", "1", "--max-file-size", "1G"], stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"quliu failed on {path}")
    return usage.ru_utime + usage.ru_stime, time.perf_counter() - began, usage.ru_maxrss / 1000


def folder_of(work, writer, count):
    """A folder with so many articles."""
    path = work / f"files{count}"
    if not path.exists():
        corpus.write(path, writer, range(count), SIZE)
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


def bytes_of(path):
    if path.is_file():
        return path.stat().st_size
    return sum(os.path.getsize(os.path.join(at, name)) for at, _, names in os.walk(path) for name in names)


def run(args, writer):
    """Rows of what, files, bytes, processor, wall, MB."""
    for count in FILES + [1_000_000] * args.million:
        yield "files", count, folder_of(args.work, writer, count)
    for size in ARTICLES:
        if size <= args.longest:
            yield "article", 1, article_of(args.work, writer, size)
    if LINE <= args.longest:
        yield "line", 1, article_of(args.work, writer, LINE, line=True)


def least_squares(rows):
    """Seconds to start, per file and per byte: relative errors count, so that small runs do too."""
    # Normal equations, solved by Gauss's elimination.
    columns = [[1 / r["cpu"], r["files"] / r["cpu"], r["bytes"] / r["cpu"]] for r in rows]
    size = range(3)
    m = [[sum(c[i] * c[j] for c in columns) for j in size] + [sum(c[i] for c in columns)] for i in size]
    for i in size:
        for k in size:
            if k != i:
                factor = m[k][i] / m[i][i]
                m[k] = [a - factor * b for a, b in zip(m[k], m[i])]
    return [m[i][3] / m[i][i] for i in size]


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
        line = " ".join(f"{px:.1f},{py:.1f}" for px, py in points)
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
    parser.add_argument("--million", action="store_true", help="also 1,000,000 files (3 GB)")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    rows = []
    with args.csv.open("w", newline="") as out:
        table = csv.DictWriter(out, ["what", "files", "bytes", "cpu", "wall", "mb"])
        table.writeheader()
        for what, files, path in run(args, corpus.Writer()):
            cpu, wall, mb = (round(value, 3) for value in measure(args.quliu, path))
            rows.append(dict(what=what, files=files, bytes=bytes_of(path), cpu=cpu, wall=wall, mb=mb))
            table.writerow(rows[-1])
            out.flush()
            print(*rows[-1].values(), sep="\t", flush=True)
    args.svg.parent.mkdir(parents=True, exist_ok=True)
    args.svg.write_text(svg(rows), "utf-8")
    start, a_file, a_byte = least_squares(rows)
    print(f"seconds ≈ {start:.3f} + files × {a_file * 1e6:.1f} µs + bytes × {a_byte * 1e9:.1f} ns")
    print("articles and lines, seconds a MB next to the files:")
    small = next(r for r in reversed(rows) if r["what"] == "files")
    for row in rows:
        if row["what"] != "files" and row["bytes"] >= 10**5:
            ratio = (row["cpu"] - start) / row["bytes"] / ((small["cpu"] - start) / small["bytes"])
            print(f"{row['what']:8}{row['bytes']:>12}{ratio:8.2f} ×")


if __name__ == "__main__":
    main()
