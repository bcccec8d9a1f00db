#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what a labeller does to finish a dataset, with and without smart labelling. Standard library only.

    replay.py ENGINE bccd    --data DIR --weights FILE [--rounds 20,60,150] [--cpu-seconds 60,150,150] [--good 0.75]
                            [--seed 1] [--keep DIR]
    replay.py ENGINE flowers --data DIR --weights FILE [--convention bgr] [--first 50] [--fast] [--seeds 3]

The labeller is simulated: fast, knows the truth and all keys of the window, and ends with the labels of the truth both
ways; a proposed box counts as right from an overlap of --good on (.75: as two people's boxes). An action is a key, or
an aim with the mouse: a click is one action, a drag two. Looking, scrolling and waiting count nothing.

Boxes by hand: 2 for the corners of a box; the label is chosen ahead and stays, over pictures too, so 1 key only where
it changes, picture by picture in the better order; 1 key for the next picture.
Boxes with proposals: those are shown whose score is good enough for their class, found on labelled pictures that were
kept from training as a job of smart labelling finds it; of two that overlap by more than .5 the better one. Then a
picture costs
  nothing  for a right box with the right label;
  1        for a right box with another label: select it; and 1 key for each label that selected boxes get;
  3        for a box that overlaps by .50 to --good and is right with one corner put right: select it, drag the corner;
  1        for all other boxes: select them; and 1 key for the picture, which deletes all selected;
  2        for each object that is left: draw it; 1 key where its label is another than the last one's;
  1        key for each change between the tools to select and to draw, which stay over pictures, too;
  1        key: accept, which goes to the next picture.
Pictures by hand: in pages of --page in the gallery. The cheaper of: 1 key for each (the next one comes by itself); or,
all at once: select the page, 1 key for its commonest label, 1 click for each of another and 1 key for each other label.
Pictures with proposals: --first are asked for and labelled, 1 key each. Then the gallery shows what is left, the surest
first: 1 click for each wrong one, 1 key for each label that selected ones get, 2 to select the page and to confirm it.
Or as by hand, where that is cheaper. After each page the proposals are made anew from all that is labelled.
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


def switches(wanted, chosen):
    """Keys to choose labels or tools, beginning with the chosen one if it is among the wanted, and the last one."""
    order = sorted(wanted, key=lambda each: (each != chosen, each))
    return len(order) - (chosen in wanted), order[-1] if order else chosen


def cost_by_hand(truth, chosen):
    keys, chosen = switches({each["label"] for each in truth}, chosen)
    return 2 * len(truth) + keys + 1, chosen


def best_corner(box, truth):
    """The greatest overlap after one corner of a box was put where it belongs."""
    best = 0
    for is_left in (True, False):
        for is_top in (True, False):
            source = [truth if is_left else box, truth if is_top else box, box if is_left else truth,
                      box if is_top else truth]
            left, top = source[0]["x"], source[1]["y"]
            right, bottom = source[2]["x"] + source[2]["width"], source[3]["y"] + source[3]["height"]
            if right > left and bottom > top:
                moved = {"x": left, "y": top, "width": right - left, "height": bottom - top}
                best = max(best, overlap(moved, truth))
    return best


def cost_of_boxes(truth, proposals, good, label, tool):
    """Actions that turn the proposals into the truth, what they were, and the label and the tool chosen after that."""
    pairs = sorted(((overlap(a, b) + (a["label"] == b["label"]), i, j) for i, a in enumerate(truth)
                    for j, b in enumerate(proposals) if overlap(a, b) >= 0.5), reverse=True)
    of_truth, of_proposal = {}, {}
    for _, i, j in pairs:
        if i not in of_truth and j not in of_proposal:
            of_truth[i], of_proposal[j] = j, i
    what = {"right": 0, "moved": 0, "renamed": 0, "redrawn": 0, "missed": len(truth) - len(of_truth),
            "false": len(proposals) - len(of_proposal)}
    drawn = {truth[i]["label"] for i in range(len(truth)) if i not in of_truth}
    given, actions = set(), 1
    for i, j in of_truth.items():
        is_renamed = truth[i]["label"] != proposals[j]["label"]
        if overlap(truth[i], proposals[j]) < good:
            if not is_renamed and best_corner(proposals[j], truth[i]) >= good:
                what["moved"] += 1
            else:
                what["redrawn"] += 1
                drawn.add(truth[i]["label"])
        elif is_renamed:
            what["renamed"] += 1
            given.add(truth[i]["label"])
        else:
            what["right"] += 1
    deleted = what["false"] + what["redrawn"]
    label_keys, label = switches(drawn, label)
    tools = {name for name, is_used in (("draw", drawn), ("select", deleted or given or what["moved"])) if is_used}
    tool_keys, tool = switches(tools, tool)
    actions += 3 * what["moved"] + what["renamed"] + len(given) + deleted + (deleted > 0)
    actions += 2 * (what["missed"] + what["redrawn"]) + label_keys + tool_keys
    return actions, what, label, tool


def shown(found, least):
    kept = []
    for each in sorted(found, key=lambda one: -one["score"]):
        if each["score"] >= least[each["label"]] and all(overlap(each, better) <= 0.5 for better in kept):
            kept.append(each)
    return kept


def least_scores(entries, proposals, classes):
    """The score of each class from which a job of smart labelling shows its boxes: that of the best F1."""
    least = []
    for label in range(len(classes)):
        found, wanted = [], 0
        for entry, said in zip(entries, proposals):
            truth = [each for each in entry["objects"] if each["label"] == label]
            wanted += len(truth)
            for each in sorted((one for one in said if one["label"] == label), key=lambda one: -one["score"]):
                best = max(truth, key=lambda one: overlap(one, each), default=None)
                is_right = best is not None and overlap(best, each) >= 0.5
                found.append((each["score"], is_right))
                if is_right:
                    truth.remove(best)
        found.sort(key=lambda one: -one[0])
        most, score, right = -1, 0.35, 0
        for i, (value, is_right) in enumerate(found):
            right += is_right
            if 2 * right / (i + 1 + wanted) > most:
                most = 2 * right / (i + 1 + wanted)
                score = (value + found[min(i + 1, len(found) - 1)][0]) / 2
        least.append(score)
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
    by_hand, chosen = [], None
    for each in entries:
        cost, chosen = cost_by_hand(each["objects"], chosen)
        by_hand.append(cost)
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
            least = least_scores(kept, proposals, classes)
            todo = entries[borders[number]:borders[number + 1]]
            cost, total, label, tool = 0, {}, None, "draw"
            for each, found in zip(todo, propose(options, root / f"predict{number}", classes, model, todo)):
                seen = shown(found, least)
                actions, what, label, tool = cost_of_boxes(each["objects"], seen, options.good, label, tool)
                cost += actions
                total = {key: total.get(key, 0) + value for key, value in what.items()}
            hand = sum(by_hand[borders[number]:borders[number + 1]])
            spent += cost
            print(f"{len(todo):>10} {hand:>8} {cost:>6}  "
                  + ", ".join(f"{value} {key}" for key, value in total.items()) + "; shown from "
                  + ", ".join(f"{score:.2f}" for score in least), flush=True)
    print(f"{'all':>10} {sum(by_hand):>8} {spent:>6}   saved {1 - spent / sum(by_hand):.1%} after "
          f"{trained:.0f} CPU seconds of training")


def cost_of_page(truth):
    """Actions that give a page its labels by hand."""
    counts = [truth.count(label) for label in set(truth)]
    return min(len(truth), 2 + len(truth) - max(counts) + len(counts) - 1)


def confirmed_page(truth, said):
    """Actions for a page with proposals, and how many of them were wrong."""
    wrong = [label for label, proposed in zip(truth, said) if label != proposed]
    return min(len(wrong) + len(set(wrong)) + 2, cost_of_page(truth)), len(wrong)


def pages_of(rows, size):
    return [rows[start:start + size] for start in range(0, len(rows), size)]


def label_all(session, lens, truth, classes, options):
    ids, labels, actions, wrong = list(range(len(truth))), [-1] * len(truth), 0, 0
    while -1 in labels:
        left = [i for i in ids if labels[i] == -1]
        done = len(truth) - len(left)
        said = session.ask(op="suggest", ids=ids, labels=labels, classes=classes, isPrecise=not options.fast, query=25,
                           validates=False, **lens)
        if done < options.first:
            chosen = said["next"][:options.first - done]
            actions += len(chosen)
        else:
            chosen = sorted(left, key=lambda i: -said["confidence"][i])[:options.page]
            cost, bad = confirmed_page([truth[i] for i in chosen], [said["labels"][i] for i in chosen])
            actions, wrong = actions + cost, wrong + bad
            if options.verbose:
                print(f"{done:>6} labelled, {bad:>3} of {len(chosen)} wrong, {cost} actions", flush=True)
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
    by_hand = sum(cost_of_page(page) for page in pages_of(truth, options.page))
    print(f"{len(pictures)} pictures: {by_hand} actions by hand, {actions} with proposals ({options.first} labelled "
          f"first, {wrong} wrong proposals of {len(pictures) - options.first}): saved {1 - actions / by_hand:.1%}",
          flush=True)
    return 1 - actions / by_hand


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("engine")
    parser.add_argument("task", choices=("bccd", "flowers"))
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--weights", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", default="20,60,150", help="numbers of finished pictures after which the detector is trained")
    parser.add_argument("--cpu-seconds", default="60,150,150", help="of each training")
    parser.add_argument("--good", type=float, default=0.75)
    parser.add_argument("--keep", type=pathlib.Path, help="empty folder for the jobs; a temporary one otherwise")
    parser.add_argument("--convention", default="bgr")
    parser.add_argument("--side", type=int, default=160)
    parser.add_argument("--first", type=int, default=50)
    parser.add_argument("--page", type=int, default=100)
    parser.add_argument("--fast", action="store_true", help="proposals of the fast mode, not of the precise one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seeds", type=int, default=1)
    parser.add_argument("--verbose", action="store_true", help="tell every page")
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
