#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a labeller does to finish a dataset, with and without smart labelling. Standard library only.

    replay.py ENGINE bccd    --data DIR --weights FILE [--rounds 20,60] [--cpu-seconds 60,190] [--good 0.75] [--seed 1]
                            [--keep DIR]
    replay.py ENGINE flowers --data DIR --weights FILE [--convention bgr] [--first 100] [--seeds 3]

The labeller is simulated: he knows the truth, and ends with exactly the labels of the truth in both ways. One key press
and one click (press and release, or a drag) count 1 each; looking, scrolling and waiting count nothing.

Boxes, by hand: 2 clicks for a box's corners and 1 key for its label, 1 key to go to the next picture.
Boxes, with proposals: those are shown whose score is good enough for their class, chosen on labelled pictures that were
kept from training, not on those that are counted; of two that overlap by more than .5 the better one. 1 key accepts the
picture. Before that, for each object:
  nothing  a proposal of the right class overlaps it by --good at least (.75: as two people's boxes do);
  2        a proposal of the right class overlaps it by .50 and less than that: two drags;
  +1       the proposal has another class: 1 key;
  3        nothing proposed overlaps it by .50: draw it.
  1        for every proposal that belongs to no object: select it, which is under the mouse, and delete: 2 with --delete 2.
Classes, by hand: 1 key a picture; the next one comes by itself.
Classes, with proposals: --first pictures are asked for and labelled, 1 key each. Then the gallery shows what is left, the
surest first, --page pictures at a time: 1 click for each wrong one, 1 key for each label that selected pictures get, 1 key
to accept the rest. A page on which this is expected to cost more than a key a picture is labelled by hand; expected by the
confidences, not by the truth. After every --batch pictures the proposals are made anew from all that is labelled.
"""
import argparse
import json
import pathlib
import random
import statistics
import tempfile

import learn


def overlap(one, other):
    width = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    height = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    if width <= 0 or height <= 0:
        return 0
    return width * height / (one["width"] * one["height"] + other["width"] * other["height"] - width * height)


def cost_of_boxes(truth, proposals, options):
    """Actions that turn the proposals into the truth, the accepting key included; and what they were."""
    pairs = sorted(((overlap(a, b) + (a["label"] == b["label"]), i, j) for i, a in enumerate(truth)
                    for j, b in enumerate(proposals) if overlap(a, b) >= 0.5), reverse=True)
    of_truth, of_proposal = {}, {}
    for _, i, j in pairs:
        if i not in of_truth and j not in of_proposal:
            of_truth[i], of_proposal[j] = j, i
    what = {"right": 0, "moved": 0, "renamed": 0, "drawn": len(truth) - len(of_truth),
            "deleted": len(proposals) - len(of_proposal)}
    for i, j in of_truth.items():
        what["renamed"] += truth[i]["label"] != proposals[j]["label"]
        what["moved" if overlap(truth[i], proposals[j]) < options.good else "right"] += 1
    return 1 + 3 * what["drawn"] + options.delete * what["deleted"] + 2 * what["moved"] + what["renamed"], what


def shown(found, least):
    kept = []
    for each in sorted(found, key=lambda one: -one["score"]):
        if each["score"] >= least[each["label"]] and all(overlap(each, better) <= 0.5 for better in kept):
            kept.append(each)
    return kept


def least_scores(entries, proposals, classes, options):
    """The score of each class from which showing proposals costs least on these pictures."""
    least = [0.5] * len(classes)
    for label in list(range(len(classes))) * 2:
        def cost(score):
            trial = least[:label] + [score] + least[label + 1:]
            return sum(cost_of_boxes(a["objects"], shown(b, trial), options)[0] for a, b in zip(entries, proposals))
        least[label] = min((score / 100 for score in range(20, 95, 5)), key=cost)
    return least


def propose(options, folder, classes, model, entries):
    job = {"format": 1, "kind": "predict", "task": "detection", "classes": classes, "model": str(model),
           "options": {"threads": 1, "leastScore": 0.1}, "pictures": [{"path": each["path"]} for each in entries]}
    learn.run_job(options.engine, folder, job, has_result=False)
    lines = [json.loads(line) for line in (folder / "output" / "predictions.jsonl").read_text().splitlines()]
    found = {line["path"]: line.get("objects", []) for line in lines}
    return [found.get(each["path"], []) for each in entries]


def bccd(options):
    samples, classes = learn.read_voc(options.data)
    random.Random(options.seed).shuffle(samples)
    entries = [learn.picture_entry(each, classes, "train") for each in samples]
    by_hand = [3 * len(each["objects"]) + 1 for each in entries]
    borders = [int(each) for each in options.rounds.split(",")] + [len(entries)]
    budgets = [float(each) for each in options.cpu_seconds.split(",")]
    spent, trained = sum(by_hand[:borders[0]]), 0
    print(f"{len(entries)} pictures, {sum(len(each['objects']) for each in entries)} objects: {sum(by_hand)} actions by hand")
    print(f"{'pictures':>10} {'by hand':>8} {'smart':>6}  what the proposals needed")
    print(f"{borders[0]:>10} {spent:>8} {spent:>6}")
    with tempfile.TemporaryDirectory() as name:
        root = options.keep or pathlib.Path(name)
        start = options.weights
        for number, budget in enumerate(budgets):
            # A quarter of what is labelled is kept from training, to choose the scores from which proposals are shown.
            known = [dict(each) for each in entries[:borders[number]]]
            for each in known[::4]:
                each["part"] = "validation"
            job = {"format": 1, "kind": "train", "task": "detection", "classes": classes, "pictures": known,
                   "weights": str(start),
                   "options": {"cpuSeconds": budget, "flipsDown": True, "seed": options.seed, "validations": 1, "threads": 1}}
            trained += learn.run_job(options.engine, root / f"train{number}", job)[1].get("cpuSeconds", budget)
            model = root / f"train{number}" / "output" / "model.safetensors"
            start = model
            kept = known[::4]
            proposals = propose(options, root / f"choose{number}", classes, model, kept)
            least = least_scores(kept, proposals, classes, options)
            todo = entries[borders[number]:borders[number + 1]]
            cost, total = 0, {}
            for each, found in zip(todo, propose(options, root / f"predict{number}", classes, model, todo)):
                actions, what = cost_of_boxes(each["objects"], shown(found, least), options)
                cost += actions
                total = {key: total.get(key, 0) + value for key, value in what.items()}
            hand = sum(by_hand[borders[number]:borders[number + 1]])
            spent += cost
            print(f"{len(todo):>10} {hand:>8} {cost:>6}  "
                  + ", ".join(f"{value} {key}" for key, value in total.items()) + "; shown from "
                  + ", ".join(f"{score:.2f}" for score in least), flush=True)
    print(f"{'all':>10} {sum(by_hand):>8} {spent:>6}   saved {1 - spent / sum(by_hand):.1%} after "
          f"{trained:.0f} CPU seconds of training")


def label_page(page, said, truth, classes):
    """Actions for one page of the gallery, and how many proposals were wrong."""
    wrong = [i for i in page if said["labels"][i] != truth[i]]
    expected = sum(1 - said["confidence"][i] for i in page) + classes
    if expected >= len(page):
        return len(page), len(wrong)
    return len(wrong) + len({truth[i] for i in wrong}) + 1, len(wrong)


def label_all(session, lens, truth, classes, options):
    ids, labels, actions, wrong = list(range(len(truth))), [-1] * len(truth), 0, 0
    while -1 in labels:
        left = [i for i in ids if labels[i] == -1]
        done = len(truth) - len(left)
        said = session.ask(op="suggest", ids=ids, labels=labels, classes=classes, isPrecise=True, query=25, **lens)
        if done < options.first:
            chosen = said["next"][:options.first - done]
            actions += len(chosen)
        else:
            left.sort(key=lambda i: -said["confidence"][i])
            chosen = left[:options.batch]
            for start in range(0, len(chosen), options.page):
                cost, bad = label_page(chosen[start:start + options.page], said, truth, classes)
                actions, wrong = actions + cost, wrong + bad
        for i in chosen:
            labels[i] = truth[i]
    return actions, wrong


def flowers(options):
    pictures = sorted(options.data.glob("*/*.jpg"))
    names = sorted({each.parent.name for each in pictures})
    order = list(range(len(pictures)))
    random.Random(options.seed).shuffle(order)
    pictures = [pictures[i] for i in order]
    truth = [names.index(each.parent.name) for each in pictures]
    session = learn.Session(options.engine)
    session.ask(op="threads", threads=1)
    with tempfile.TemporaryDirectory() as name:
        lens = {"net": "shufflenet_v2_series_x0_5", "weights": str(options.weights), "convention": options.convention,
                "side": options.side, "store": name + "/vectors"}
        session.ask(op="embed", pictures=[{"id": i, "path": str(each)} for i, each in enumerate(pictures)], **lens)
        actions, wrong = label_all(session, lens, truth, len(names), options)
    print(f"{len(pictures)} pictures: {len(pictures)} actions by hand, {actions} with proposals ({options.first} labelled "
          f"first, {wrong} wrong proposals of {len(pictures) - options.first}): saved {1 - actions / len(pictures):.1%}",
          flush=True)
    return 1 - actions / len(pictures)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("task", choices=("bccd", "flowers"))
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", default="20,60", help="numbers of finished pictures after which the detector is trained")
    parser.add_argument("--cpu-seconds", default="60,190", help="of each training")
    parser.add_argument("--good", type=float, default=0.75)
    parser.add_argument("--keep", type=pathlib.Path, help="empty folder for the jobs; a temporary one otherwise")
    parser.add_argument("--delete", type=int, default=1)
    parser.add_argument("--convention", default="bgr")
    parser.add_argument("--side", type=int, default=160)
    parser.add_argument("--first", type=int, default=100)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--page", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1)
    options = parser.parse_args()
    options.data, options.weights = options.data.resolve(), options.weights.resolve()
    if options.task == "bccd":
        bccd(options)
        return
    saved = []
    for options.seed in range(options.seed, options.seed + options.seeds):
        saved.append(flowers(options))
    print(f"median saved {statistics.median(saved):.1%}")


if __name__ == "__main__":
    main()
