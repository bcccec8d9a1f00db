#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the studio on a project of 100,000 samples and without any; prints the time to the painted window and memory.

Usage: start.py BIN_DIR BENCH_DIR
"""
import os
import resource
import statistics
import subprocess
import sys
import time

BIN, BENCH = sys.argv[1:3]


def start(arguments):
    settings = os.path.join(BENCH, "start.ini")
    if os.path.exists(settings):
        os.remove(settings)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    process = subprocess.Popen([os.path.join(BIN, "labelwright"), "--settings", settings, "--report-start", *arguments],
                               stdout=subprocess.PIPE, text=True)
    line = process.stdout.readline().split()
    wall = (time.monotonic() - begin) * 1000
    process.stdout.read()
    process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000
    return wall, used, float(line[1])


def report(name, arguments):
    start(arguments)  # the first one reads the libraries from the disk
    runs = [start(arguments) for _ in range(7)]
    wall, used, memory = (statistics.median(values) for values in zip(*runs))
    print(f"start/{name:<60}{wall:10.1f} ms wall{used:10.1f} ms CPU{memory:10.1f} MB", flush=True)


project = os.path.join(BENCH, "synthetic-100000-5")
report("a project of 100,000 samples (goal 400 ms, 200 MB)", ["--project", project, "--route", "samples/1"])
empty = os.path.join(BENCH, "empty")
if not os.path.isdir(empty):
    subprocess.run([os.path.join(BIN, "labelwright-cli"), "project", "create", empty], check=True,
                   stdout=subprocess.DEVNULL)
report("an empty project (goal 100 MB)", ["--project", empty])
