#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures what the learning engine reaches on real pictures. Standard library only.

    learn.py ENGINE bccd    --data DIR --weights FILE [--labels 50] [--cpu-seconds 190] [--seed 1] [--repeats 3] [--test 140]
    learn.py ENGINE flowers --data DIR [--weights FILE] [--labels 20] [--seeds 5] [--convention bgr] [--precise]
    learn.py ENGINE smart   --data DIR [--weights FILE] [--labels 20] [--count 4000] [--precise]
    learn.py ENGINE contour --data DIR [--weights FILE] [--labels 40] [--cpu-seconds 70] [--seed 1]
    learn.py ENGINE segment --data DIR [--weights FILE] [--labels 50] [--cpu-seconds 300] [--seed 1]

bccd: trains the detector on so many labelled pictures of the VOC folder DIR for so long, then measures COCO's mAP on
pictures that training never saw. Without --weights it starts from nothing. --cpu-seconds counts the work of all threads
(what a busy machine can compare; 1.6 of them pass in a second of two quiet cores), --seconds the clock.
flowers: vectors of all pictures of the class folders in DIR, a head from so many labels a class, accuracy on the quarter
that is never labelled; mean and deviation over the seeds. Without --weights the vectors are hand-made features.
smart: a job of smart labelling over so many pictures (those of DIR, again and again), first with nothing known, then with
all vectors there: seconds, accuracy of the proposals, how well the ranking finds wrong ones; and one refit.
contour: trains the contour assistant on so many objects (cars, pedestrians, bicyclists of 700 pixels and more) of CamVid's
training folder, then measures the overlap on those of its val and test folders, for clicks that miss by up to two pixels.
segment: trains the segmenter on so many of CamVid's training pictures and measures the overlap of its eleven classes.
Both take --cpu-seconds, too.
Times are of the clock where nothing else is said; say what else ran when you quote them.
"""
import argparse
import json
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
import xml.etree.ElementTree as ElementTree


def read_voc(folder):
    """Pictures with their boxes; the annotation's name counts, not the file name that stands in it."""
    samples, names = [], set()
    for file in sorted((folder / "Annotations").glob("*.xml")):
        picture = folder / "JPEGImages" / (file.stem + ".jpg")
        objects = []
        for each in ElementTree.parse(file).getroot().iter("object"):
            box = {key: float(each.find("bndbox").find(key).text) for key in ("xmin", "ymin", "xmax", "ymax")}
            if box["xmax"] > box["xmin"] and box["ymax"] > box["ymin"]:
                objects.append((each.find("name").text, box))
                names.add(each.find("name").text)
        if picture.exists():
            samples.append((picture, objects))
    return samples, sorted(names)


def picture_entry(sample, classes, part):
    picture, objects = sample
    return {"path": str(picture), "part": part,
            "objects": [{"x": box["xmin"], "y": box["ymin"], "width": box["xmax"] - box["xmin"],
                         "height": box["ymax"] - box["ymin"], "label": classes.index(name)} for name, box in objects]}


def run_job(engine, folder, job, has_result=True):
    folder.mkdir()
    (folder / "job.json").write_text(json.dumps(job))
    start = time.monotonic()
    code = subprocess.run([engine, "--job", str(folder)], check=False).returncode
    if code != 0:
        sys.exit((folder / "log.txt").read_text())
    result = json.loads((folder / "output" / "result.json").read_text()) if has_result else {}
    return time.monotonic() - start, result


def bccd(engine, options):
    samples, classes = read_voc(options.data)
    random.Random(options.seed).shuffle(samples)
    test, rest = samples[:options.test], samples[options.test:]
    labelled = rest[:options.labels]
    settings = {"seconds": 0 if options.cpu_seconds else options.seconds, "cpuSeconds": options.cpu_seconds,
                "flipsDown": True, "seed": options.seed, "validations": 1, "threads": options.threads, "someoneAnnotates": False}
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        job = {"format": 1, "kind": "train", "task": "detection", "classes": classes, "options": settings,
               "pictures": [picture_entry(each, classes, "train") for each in labelled]}
        if options.weights:
            job["weights"] = str(options.weights)
        if options.convention:
            settings["convention"] = options.convention
        seconds, result = run_job(engine, root / "train", job)
        predict = {"format": 1, "kind": "predict", "task": "detection", "classes": classes,
                   "model": str(root / "train" / "output" / "model.safetensors"), "options": {"threads": options.threads},
                   "pictures": [picture_entry(each, classes, "validation") for each in test]}
        predicting, evaluation = run_job(engine, root / "predict", predict)
    numbers = evaluation["coco"]["numbers"]
    each = " ".join(f"{name} {entry['ap50']:.3f}" for name, entry in zip(classes, evaluation["coco"]["classes"]))
    print(f"{len(labelled)} pictures, seed {options.seed}, {seconds:.0f} s, {result['cpuSeconds']:.0f} CPU seconds, "
          f"{result['steps']} steps of 8, input {result['convention']}: "
          f"mAP50 {numbers[1]:.3f} ({each}), mAP {numbers[0]:.3f}; {len(test) / predicting:.1f} pictures/s predicted",
          flush=True)
    return numbers[1]


class Session:
    """A conversation with the worker."""

    def __init__(self, engine):
        self.process = subprocess.Popen([engine], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.count = 0
        self.process.stdout.readline()
        self.ask(op="hello", protocol=1)

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


def flowers(engine, options):
    pictures = sorted(options.data.glob("*/*.jpg"))
    classes = sorted({each.parent.name for each in pictures})
    truth = [classes.index(each.parent.name) for each in pictures]
    session = Session(engine)
    session.ask(op="threads", threads=options.threads)
    with tempfile.TemporaryDirectory() as name:
        lens = {"net": "hand", "side": options.side, "store": name + "/vectors"}
        if options.weights:
            lens.update(net="shufflenet_v2_series_x0_5", weights=str(options.weights),
                        convention=options.convention or "rgb")
        start = time.monotonic()
        session.ask(op="embed", pictures=[{"id": i, "path": str(each)} for i, each in enumerate(pictures)], **lens)
        embedding = time.monotonic() - start
        reached, taken = [], []
        for seed in range(options.seeds):
            order = list(range(len(pictures)))
            random.Random(seed).shuffle(order)
            test = order[:len(order) // 4]
            labels = [-1] * len(pictures)
            for label in range(len(classes)):
                for row in [i for i in order[len(order) // 4:] if truth[i] == label][:options.labels]:
                    labels[row] = label
            start = time.monotonic()
            answer = session.ask(op="suggest", ids=list(range(len(pictures))), labels=labels, classes=len(classes),
                                 isPrecise=options.precise, query=0, **lens)
            taken.append(time.monotonic() - start)
            reached.append(sum(answer["labels"][i] == truth[i] for i in test) / len(test))
    print(f"{len(pictures)} pictures in {len(classes)} classes, {len(pictures) / embedding:.0f} vectors/s; "
          f"{options.labels} labels a class: accuracy {statistics.mean(reached):.3f} ± {statistics.pstdev(reached):.3f}, "
          f"head {statistics.median(taken):.2f} s with its cross-validation")


def auroc(scores, wanted):
    """Chance that something wanted scores higher than something else; ties count half."""
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    places, start = [0.0] * len(scores), 0
    while start < len(order):
        end = start
        while end < len(order) and scores[order[end]] == scores[order[start]]:
            end += 1
        for i in order[start:end]:
            places[i] = (start + end + 1) / 2
        start = end
    hits = sum(wanted)
    if hits in (0, len(wanted)):
        return float("nan")
    total = sum(place for place, is_wanted in zip(places, wanted) if is_wanted)
    return (total - hits * (hits + 1) / 2) / (hits * (len(wanted) - hits))


def smart(engine, options):
    files = sorted(options.data.glob("*/*.jpg"))
    classes = sorted({each.parent.name for each in files})
    random.Random(options.seed).shuffle(files)
    pictures, left = [], {name: options.labels for name in classes}
    for i in range(options.count):
        file = files[i % len(files)]
        pictures.append({"id": i, "path": str(file)})
        if i < len(files) and left[file.parent.name] > 0:
            left[file.parent.name] -= 1
            pictures[-1]["label"] = classes.index(file.parent.name)
    lens = {"net": "hand", "side": options.side}
    if options.weights:
        lens.update(net="shufflenet_v2_series_x0_5", weights=str(options.weights), convention=options.convention or "rgb")
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        job = {"format": 1, "kind": "smart-label", "task": "classification", "classes": classes, "pictures": pictures,
               "mode": "precise" if options.precise else "fast", "lens": lens, "store": str(root / "vectors"),
               "options": {"threads": options.threads}}
        first, _ = run_job(engine, root / "first", job)
        again, result = run_job(engine, root / "again", job)
        lines = [json.loads(each) for each in (root / "again" / "output" / "proposals.jsonl").open()]
        session = Session(engine)
        session.ask(op="threads", threads=options.threads)
        request = dict(op="suggest", ids=[each["id"] for each in pictures], classes=len(classes), query=20, validates=False,
                       labels=[each.get("label", -1) for each in pictures], store=str(root / "vectors"), **lens)
        session.ask(**request)
        start = time.monotonic()
        session.ask(**request)
        refit = time.monotonic() - start
    wrong = [classes[each["label"]] != pathlib.Path(pictures[each["id"]]["path"]).parent.name for each in lines]
    print(f"{options.count} pictures, {options.labels} labels a class, {job['mode']}: {first:.1f} s from nothing, "
          f"{again:.1f} s with vectors, refit {refit:.2f} s; {1 - statistics.mean(wrong):.3f} of {len(lines)} proposals "
          f"right (estimate {result['quality']:.3f}), wrong ones ranked with AUROC "
          f"{auroc([each['hardness'] for each in lines], wrong):.3f}")


def read_grey(path):
    """The pixels of an 8-bit grey PNG without interlacing: rows of bytes."""
    data, at, packed = path.read_bytes(), 8, b""
    while at < len(data):
        size, kind = int.from_bytes(data[at:at + 4], "big"), data[at + 4:at + 8]
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height = int.from_bytes(body[:4], "big"), int.from_bytes(body[4:8], "big")
            if body[8:13] != b"\x08\x00\x00\x00\x00":
                sys.exit(f"{path} is no plain 8-bit grey picture")
        elif kind == b"IDAT":
            packed += body
        at += 12 + size
    raw, rows, above = zlib.decompress(packed), [], bytearray(width)
    for y in range(height):
        kind, line = raw[y * (width + 1)], bytearray(raw[y * (width + 1) + 1:(y + 1) * (width + 1)])
        left = corner = 0
        for x in range(width if kind else 0):
            if kind == 1:
                guess = left
            elif kind == 2:
                guess = above[x]
            elif kind == 3:
                guess = (left + above[x]) // 2
            else:
                to = left + above[x] - corner
                guess = min((left, above[x], corner), key=lambda each: abs(to - each))
            corner = above[x]
            left = line[x] = (line[x] + guess) & 255
        rows.append(line)
        above = line
    return rows


def objects_of(rows, values, least):
    """Connected pieces of the pixels with one of these values, as masks in run lengths."""
    height, width, masks = len(rows), len(rows[0]), []
    seen = [bytearray(width) for _ in rows]
    for y in range(height):
        for x in range(width):
            if rows[y][x] not in values or seen[y][x]:
                continue
            value, waiting, piece = rows[y][x], [(x, y)], []
            seen[y][x] = 1
            while waiting:
                i, j = waiting.pop()
                piece.append((i, j))
                for v in range(max(j - 1, 0), min(j + 2, height)):
                    for u in range(max(i - 1, 0), min(i + 2, width)):
                        if rows[v][u] == value and not seen[v][u]:
                            seen[v][u] = 1
                            waiting.append((u, v))
            if len(piece) >= least:
                left, top = min(i for i, _ in piece), min(j for _, j in piece)
                across = max(i for i, _ in piece) - left + 1
                down = max(j for _, j in piece) - top + 1
                inside, runs, current, length = set(piece), [], False, 0
                for place in range(across * down):
                    if ((left + place % across, top + place // across) in inside) != current:
                        runs.append(length)
                        current, length = not current, 0
                    length += 1
                runs += [length] if current else []
                masks.append({"x": left, "y": top, "width": across, "height": down, "runs": runs})
    return masks


def clicks_on(mask):
    """The middles of the outermost pixels: top, left, bottom, right."""
    inside, place, points = False, 0, []
    for run in mask["runs"]:
        if inside:
            points += [(mask["x"] + i % mask["width"], mask["y"] + i // mask["width"]) for i in range(place, place + run)]
        inside, place = not inside, place + run
    ends = (min(p[1] for p in points), min(p[0] for p in points), max(p[1] for p in points), max(p[0] for p in points))
    clicks = []
    for number, end in enumerate(ends):
        row = [p for p in points if p[1 - number % 2] == end]
        clicks.append([statistics.mean(p[0] for p in row) + 0.5, statistics.mean(p[1] for p in row) + 0.5])
    return clicks


def budget(options):
    limit = {"cpuSeconds": options.cpu_seconds} if options.cpu_seconds else {"seconds": options.seconds}
    convention = {"convention": options.convention} if options.convention else {}
    return {"seed": options.seed, "validations": 1, "threads": options.threads, "someoneAnnotates": False,
            **limit, **convention}


def contour(engine, options):
    def objects(part):
        return [(file, mask) for file in sorted((options.data / part).glob("*.png"))
                for mask in objects_of(read_grey(options.data / (part + "annot") / file.name), (8, 9, 10), 700)]

    labelled, test = objects("train"), objects("test") + objects("val")
    random.Random(options.seed).shuffle(labelled)
    pictures = [{"path": str(file), "part": part, "masks": [{"mask": mask}]}
                for part, some in (("train", labelled[:options.labels]), ("validation", test)) for file, mask in some]
    job = {"format": 1, "kind": "train", "task": "contour", "pictures": pictures, "options": budget(options)}
    if options.weights:
        job["weights"] = str(options.weights)
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        seconds, result = run_job(engine, root / "train", job)
        session = Session(engine)
        session.ask(op="threads", threads=options.threads)
        model = str(root / "train" / "output" / "model.safetensors")
        taken = []
        for file, mask in test:
            request = {"op": "contour", "model": model, "path": str(file), "clicks": clicks_on(mask)}
            session.ask(**request)
            start = time.monotonic()
            session.ask(**request)  # by now the picture is decoded and the model loaded
            taken.append(time.monotonic() - start)
    best = result["best"]
    print(f"{min(options.labels, len(labelled))} masks, {seconds:.0f} s, {result['steps']} steps of 16, input "
          f"{result['convention']}: overlap {best['iou']:.3f} on {len(test)} objects, {100 * best['good']:.0f} % with .8 "
          f"and more; {1000 * statistics.median(taken):.0f} ms an object")


CAMVID = ["Sky", "Building", "Pole", "Road", "Pavement", "Tree", "SignSymbol", "Fence", "Car", "Pedestrian", "Bicyclist"]


def segment(engine, options):
    def entries(part, name, most=None):
        files = sorted((options.data / part).glob("*.png"))
        random.Random(options.seed).shuffle(files)
        return [{"path": str(file), "part": name, "map": str(options.data / (part + "annot") / file.name)}
                for file in files[:most]]

    values = {"classes": CAMVID, "mapValues": list(range(len(CAMVID))) + [-2]}
    settings = {**budget(options), "width": 384, "height": 288, "batch": 8}
    with tempfile.TemporaryDirectory() as name:
        root = pathlib.Path(name)
        job = {"format": 1, "kind": "train", "task": "segmentation", "options": settings,
               "pictures": entries("train", "train", options.labels), **values}
        if options.weights:
            job["weights"] = str(options.weights)
        seconds, result = run_job(engine, root / "train", job)
        predict = {"format": 1, "kind": "predict", "task": "segmentation", "options": {"threads": options.threads},
                   "model": str(root / "train" / "output" / "model.safetensors"),
                   "pictures": entries("test", "validation"), **values}
        _, evaluation = run_job(engine, root / "predict", predict)
    overlaps = evaluation["iou"]
    each = " ".join(f"{name} {value:.2f}" for name, value in zip(CAMVID, overlaps["classes"]))
    print(f"{len(job['pictures'])} pictures, {seconds:.0f} s, {result['steps']} steps of 8, input {result['convention']}: "
          f"mean overlap {overlaps['mean']:.3f}, pixels {overlaps['accuracy']:.3f} ({each})")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("task", choices=("bccd", "flowers", "smart", "contour", "segment"))
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--weights", type=pathlib.Path)
    parser.add_argument("--labels", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--cpu-seconds", type=float, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=1, help="of bccd, each with the next seed and another split")
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--test", type=int, default=140)
    parser.add_argument("--side", type=int, default=160)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--convention", default="", help="found by the worker for bccd, rgb for flowers when not given")
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--precise", action="store_true")
    options = parser.parse_args()
    options.data = options.data.resolve()
    options.weights = options.weights and options.weights.resolve()
    if options.task != "bccd":
        {"flowers": flowers, "smart": smart, "contour": contour, "segment": segment}[options.task](options.engine, options)
        return
    reached = []
    for options.seed in range(options.seed, options.seed + options.repeats):
        reached.append(bccd(options.engine, options))
    print(f"median mAP50 {statistics.median(reached):.3f}")


if __name__ == "__main__":
    main()
