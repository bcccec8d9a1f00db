#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures per CPU second of the engine's networks and of PyTorch's, in turns, in the same run.

    throughput.py BENCHMARK [--rounds 3] [--seconds 5] [--batch 16] [--side 224] [--pictures DIR]

BENCHMARK is labelwright-engine-benchmark. Needs Debian's python3-torch and python3-torchvision, and the system's Python.
One thread; AdamW; the median of the rounds. PyTorch is measured as it comes (channels first) and with channels last.
--pictures: eight JPEGs of DIR are enlarged to one megapixel, and the way from files to batches is compared, too: random
crop, mirror and colours on our side; on the other PIL, RandomResizedCrop and mirror of torchvision, which is less.
"""
import argparse
import os
import pathlib
import re
import statistics
import subprocess
import tempfile
import time

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
os.environ.setdefault("OMP_NUM_THREADS", "1")

import torch  # noqa: E402
import torchvision  # noqa: E402
from PIL import Image  # noqa: E402

RIVALS = {"resnet18": torchvision.models.resnet18, "shufflenet_v2_x0_5": torchvision.models.shufflenet_v2_x0_5}


def per_cpu_second(step, seconds, batch):
    step()
    step()
    steps, start, clock = 0, time.process_time(), time.monotonic()
    while time.monotonic() - clock < seconds:
        step()
        steps += 1
    return steps * batch / (time.process_time() - start)


def rival(make, options, memory):
    net = make(num_classes=10).to(memory_format=memory)
    x = torch.rand(options.batch, 3, options.side, options.side).contiguous(memory_format=memory)
    labels = torch.randint(10, (options.batch,))
    net.eval()

    def forwards():
        with torch.no_grad():
            net(x)

    speed = per_cpu_second(forwards, options.seconds, options.batch)
    net.train()
    optimiser = torch.optim.AdamW(net.parameters(), 1e-3)

    def training():
        optimiser.zero_grad(set_to_none=True)
        torch.nn.functional.cross_entropy(net(x), labels).backward()
        optimiser.step()

    return {"forwards": speed, "training": per_cpu_second(training, options.seconds, options.batch)}


def ours(name, options):
    text = subprocess.run([options.benchmark, "--device", "cpu", "--net", name, "--threads", "1", "--side", str(options.side),
                           "--batch", str(options.batch), "--seconds", str(options.seconds)],
                          check=True, capture_output=True, text=True).stdout
    return {what: float(value) for what, value in
            re.findall(r"(forwards|training) +[\d.]+ pictures/s +([\d.]+) per CPU second", text)}


def pipeline(options):
    with tempfile.TemporaryDirectory() as name:
        for i, each in enumerate(sorted(options.pictures.glob("*.jpg"))[:8]):
            Image.open(each).convert("RGB").resize((1155, 866), Image.BICUBIC).save(f"{name}/{i}.jpg", quality=90)
        paths = sorted(pathlib.Path(name).glob("*.jpg"))
        transform = torchvision.transforms.Compose([
            torchvision.transforms.RandomResizedCrop(options.side, (0.35, 1)), torchvision.transforms.RandomHorizontalFlip(),
            torchvision.transforms.ToTensor(), torchvision.transforms.Normalize((.485, .456, .406), (.229, .224, .225))])
        count = iter(range(1 << 40))

        def batch():
            torch.stack([transform(Image.open(paths[next(count) % len(paths)]).convert("RGB")) for _ in range(options.batch)])

        runs = []
        for _ in range(options.rounds):
            text = subprocess.run([options.benchmark, "--device", "cpu", "--pictures", name, "--side", str(options.side),
                                   "--batch", str(options.batch), "--seconds", str(options.seconds)],
                                  check=True, capture_output=True, text=True).stdout
            mine = float(re.search(r"([\d.]+) per CPU second", text).group(1))
            runs.append((mine, per_cpu_second(batch, options.seconds, options.batch)))
    mine, pil = (statistics.median(run[i] for run in runs) for i in range(2))
    print(f"{'1 MP JPEG to batches':30} {mine:7.1f} {pil:8.1f} {statistics.median(a / b for a, b in runs):6.2f}   (PIL)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("benchmark")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--side", type=int, default=224)
    parser.add_argument("--pictures", type=pathlib.Path)
    options = parser.parse_args()
    torch.set_num_threads(1)
    print(f"{'network':20} {'':9} {'ours':>7} {'PyTorch':>8} {'ratio':>6} {'ch. last':>8} {'ratio':>6}   pictures per CPU second")
    for name, make in RIVALS.items():
        runs = []
        for _ in range(options.rounds):
            runs.append((ours(name, options), rival(make, options, torch.contiguous_format),
                         rival(make, options, torch.channels_last)))
        for what in ("forwards", "training"):
            mine, first, last = (statistics.median(run[i][what] for run in runs) for i in range(3))
            # Ratios within a round: both saw the same neighbours.
            to_first, to_last = (statistics.median(run[0][what] / run[i][what] for run in runs) for i in (1, 2))
            print(f"{name:20} {what:9} {mine:7.1f} {first:8.1f} {to_first:6.2f} {last:8.1f} {to_last:6.2f}", flush=True)
    if options.pictures:
        pipeline(options)


if __name__ == "__main__":
    main()
