#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures grouping, label check, ranking of errors, likeness and the map of the learning engine. Standard library only.

    vectors.py ENGINE group      --data DIR [--weights FILE --convention bgr]   purity and NMI for 5, 20 and 40 groups
    vectors.py ENGINE check      …   8 % of 1,000 labels are wrong: AUROC and precision of the suspicion
    vectors.py ENGINE similar    …   share of the 10 nearest with the same label; time of a query among many vectors
    vectors.py ENGINE map        …   time, and share of the 10 nearest on the map with the same label
    vectors.py ENGINE speed --rows 100000   times of all of them on vectors that are made up

DIR holds a folder of pictures for each class. Without --weights the features that need none are measured. Times are of
the clock, medians where there are several; say what else ran when you quote them.
"""
import argparse
import collections
import json
import math
import pathlib
import random
import statistics
import struct
import subprocess
import sys
import tempfile
import time


class Session:
    """A conversation with the worker."""

    def __init__(self, engine, threads):
        self.process = subprocess.Popen([engine], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.count = 0
        self.process.stdout.readline()
        self.ask(op="hello", protocol=1)
        self.ask(op="threads", threads=threads)

    def ask(self, **request):
        self.count += 1
        self.process.stdin.write(json.dumps({"id": self.count, **request}) + "\n")
        self.process.stdin.flush()
        while True:
            answer = json.loads(self.process.stdout.readline())
            if answer.get("id") == self.count and "error" in answer:
                sys.exit(answer["error"]["text"])
            if answer.get("id") == self.count and "result" in answer:
                return answer["result"]

    def timed(self, **request):
        start = time.monotonic()
        answer = self.ask(**request)
        return answer, time.monotonic() - start


def purity_and_nmi(groups, truth):
    cells = collections.Counter(zip(groups, truth))
    rows, columns, count = collections.Counter(groups), collections.Counter(truth), len(truth)
    purity = sum(max(cells[g, t] for t in columns) for g in rows) / count
    information = sum(n / count * math.log(n * count / (rows[g] * columns[t])) for (g, t), n in cells.items())
    entropy = [-sum(n / count * math.log(n / count) for n in side.values()) for side in (rows, columns)]
    return purity, 2 * information / sum(entropy)


def auroc(scores, is_positive):
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    rank, total = 0, 0.0
    while rank < len(order):  # equal scores share their place
        end = rank
        while end < len(order) and scores[order[end]] == scores[order[rank]]:
            end += 1
        total += sum((rank + 1 + end) / 2 for i in order[rank:end] if is_positive[i])
        rank = end
    positive = sum(is_positive)
    return (total - positive * (positive + 1) / 2) / (positive * (len(scores) - positive))


class Pictures:
    """Class folders whose pictures have vectors."""

    def __init__(self, engine, options, folder):
        files = sorted(each for each in options.data.glob("*/*") if each.suffix.lower() in (".jpg", ".png"))
        self.classes = sorted({each.parent.name for each in files})
        self.truth = [self.classes.index(each.parent.name) for each in files]
        self.ids = list(range(len(files)))
        self.lens = {"net": options.net if options.weights else "hand", "weights": str(options.weights or ""),
                     "convention": options.convention, "side": 160, "store": folder + "/vectors"}
        self.session = Session(engine, options.threads)
        _, self.seconds = self.session.timed(
            op="embed", pictures=[{"id": i, "path": str(each)} for i, each in enumerate(files)], **self.lens)
        print(f"{len(files)} pictures, {len(self.classes)} classes, {len(files) / self.seconds:.0f} vectors/s, "
              f"lens {self.lens['net']}")

    def ask(self, operation, **more):
        return self.session.timed(op=operation, **{**self.lens, "ids": self.ids, **more})


def group(pictures, options):
    for groups in (5, 20, 40):
        answer, seconds = pictures.ask("group", groups=groups)
        purity, nmi = purity_and_nmi(answer["groups"], pictures.truth)
        print(f"k={groups}: purity {purity:.3f}, NMI {nmi:.3f}, {seconds:.2f} s")


def check(pictures, options):
    figures = []
    for seed in range(options.seeds):
        chance = random.Random(seed)
        rows = chance.sample(pictures.ids, min(1000, len(pictures.ids)))
        wrong = set(rows[: len(rows) * 8 // 100])
        labels = [pictures.truth[i] if i not in wrong else
                  (pictures.truth[i] + chance.randrange(1, len(pictures.classes))) % len(pictures.classes) for i in rows]
        answer, seconds = pictures.ask("check", ids=rows, labels=labels, classes=len(pictures.classes))
        flipped = [i in wrong for i in rows]
        first = sorted(range(len(rows)), key=lambda i: -answer["scores"][i])
        right = sum(answer["suggestions"][i] == pictures.truth[rows[i]] for i in range(len(rows)) if flipped[i])
        figures.append((auroc(answer["scores"], flipped), sum(flipped[i] for i in first[:len(wrong)]) / len(wrong),
                        right / len(wrong), seconds))
    mean = [statistics.mean(column) for column in zip(*figures)]
    print(f"8 % of 1,000 labels wrong, {options.seeds} seeds: AUROC {mean[0]:.3f}, precision in the first "
          f"{len(wrong)} {mean[1]:.2f}, right suggestion {mean[2]:.2f}, {mean[3]:.2f} s")


def similar(pictures, options):
    chance = random.Random(1)
    right, taken = [], []
    for source in chance.sample(pictures.ids, 200):
        answer, seconds = pictures.ask("similar", sources=[source], count=11)
        right += [pictures.truth[i] == pictures.truth[source] for i in answer["ids"] if i != source][:10]
        taken.append(seconds)
    print(f"of the 10 nearest {statistics.mean(right):.3f} have the same label; {statistics.median(taken) * 1000:.0f} ms "
          "a query")


def map_pictures(pictures, options):
    answer, seconds = pictures.ask("map")
    cells = collections.defaultdict(list)
    points = list(zip(answer["x"], answer["y"]))
    for i, (x, y) in enumerate(points):
        cells[int(x * 20), int(y * 20)].append(i)
    right = []
    for i in random.Random(1).sample(range(len(points)), 300):
        order = sorted(range(len(points)), key=lambda j: math.dist(points[i], points[j]))[1:11]
        right += [pictures.truth[i] == pictures.truth[j] for j in order]
    print(f"map of {len(points)}: {seconds:.1f} s; of the 10 nearest on it {statistics.mean(right):.3f} have the same label")


def made_up(rows, size):
    """Vectors around 200 centres: halves of some thousand ones, put together anew."""
    chance = random.Random(3)
    centres = [[chance.gauss(0, 1) for _ in range(size)] for _ in range(200)]
    halves = size // 2 * 4
    known = [[struct.pack(f"<{size}f", *(value + chance.gauss(0, 0.8) for value in centre)) for _ in range(12)]
             for centre in centres]
    for i in range(rows):
        some = known[i % 200]
        yield chance.choice(some)[:halves] + chance.choice(some)[halves:]


def origin_of(options):
    """What the worker calls the lens: engine/learn/embed/Lens.cpp and worker/VectorFill.cpp."""
    if not options.weights:
        return "hand|1|160"
    state = options.weights.stat()
    time_of_file = state.st_mtime_ns - 6_437_664_000 * 10**9  # libstdc++ counts from 2174
    stamp = ((state.st_size + 1) * 0x9E3779B97F4A7C15 ^ time_of_file) & (2**64 - 1)
    stamp -= 2**64 if stamp >= 2**63 else 0
    return f"{options.net}|{options.weights}|{stamp}|{options.convention}|160"


def speed(engine, options):
    """Writes the store by hand, in its own format."""
    size = 480 if options.weights else 1040
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "vectors"
        parts = [("ids", "I64", [options.rows], 8), ("vectors", "F32", [options.rows, size], 4)]
        header, at = {"__metadata__": {"kind": "labelwright-vectors", "origin": origin_of(options)}}, 0
        for name, kind, shape, width in parts:
            end = at + math.prod(shape) * width
            header[name] = {"dtype": kind, "shape": shape, "data_offsets": [at, end]}
            at = end
        text = json.dumps(header).encode()
        text += b" " * (-len(text) % 8)
        with open(path, "wb") as file:
            file.write(struct.pack("<Q", len(text)) + text)
            file.write(struct.pack(f"<{options.rows}q", *range(options.rows)))
            file.writelines(made_up(options.rows, size))
        session = Session(engine, options.threads)
        lens = {"net": options.net if options.weights else "hand", "weights": str(options.weights or ""), "side": 160,
                "convention": options.convention, "store": str(path), "ids": list(range(options.rows))}
        _, opening = session.timed(op="similar", sources=[0], count=20, **lens)
        taken = [session.timed(op="similar", sources=[i * 37], count=20, **lens)[1] for i in range(9)]
        print(f"{options.rows} vectors of {size}: opened in {opening:.1f} s; similar {statistics.median(taken) * 1000:.0f} "
              "ms with the list of ids sent each time", flush=True)
        for operation, more in (("group", {"groups": 40, "starts": 1}), ("pairs", {}), ("map", {}), ("map", {})):
            _, seconds = session.timed(op=operation, **{**lens, **more})
            print(f"  {operation}: {seconds:.2f} s", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = {"group": group, "check": check, "similar": similar, "map": map_pictures}
    parser.add_argument("engine")
    parser.add_argument("task", choices=(*tasks, "all", "speed"))
    parser.add_argument("--data", type=pathlib.Path)
    parser.add_argument("--weights", type=pathlib.Path)
    parser.add_argument("--net", default="shufflenet_v2_series_x0_5")
    parser.add_argument("--convention", default="rgb")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--rows", type=int, default=100_000)
    options = parser.parse_args()
    options.weights = options.weights and options.weights.resolve()
    if options.task == "speed":
        speed(options.engine, options)
        return
    options.data = options.data.resolve()
    with tempfile.TemporaryDirectory() as folder:
        pictures = Pictures(options.engine, options, folder)
        for name, task in tasks.items():
            if options.task in (name, "all"):
                task(pictures, options)


if __name__ == "__main__":
    main()
