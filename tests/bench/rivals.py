#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures labelme at what our benchmarks measure: start, opening a folder, the next picture, many polygons.

Usage: rivals.py BENCH_DIR. CPU milliseconds; memory in MB. Uses the pictures that bench_io made.
"""
import json
import math
import os
import random
import statistics
import subprocess
import sys
import time

BENCH = sys.argv[1]
FOLDER = os.path.join(BENCH, "io", "voc-10000")


def resident():
    with open("/proc/self/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS")) / 1024


def report(name, milliseconds, memory=None):
    print(f"labelme/{name:<58}{milliseconds:12.1f} ms CPU" + (f"{memory:10.0f} MB" if memory else ""), flush=True)


def cpu(work):
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def polygon_file(count):
    generator = random.Random(4)
    picture = os.path.join(BENCH, "rival-12mp.jpg")
    if not os.path.exists(picture):
        from PIL import Image
        Image.effect_noise((4000, 3000), 40).convert("RGB").save(picture, quality=85)
    shapes = []
    for index in range(count):
        x, y, radius = generator.uniform(60, 3940), generator.uniform(60, 2940), generator.uniform(10, 50)
        points = [[x + radius * math.cos(2 * math.pi * v / 12), y + radius * math.sin(2 * math.pi * v / 12)]
                  for v in range(12)]
        shapes.append({"label": f"label{index % 20}", "points": points, "group_id": None, "shape_type": "polygon",
                       "flags": {}})
    path = os.path.join(BENCH, f"rival-{count}.json")
    with open(path, "w") as file:
        json.dump({"version": "5.1.1", "flags": {}, "shapes": shapes, "imagePath": os.path.basename(picture),
                   "imageData": None, "imageHeight": 3000, "imageWidth": 4000}, file)
    return path


def main():
    if "--start" in sys.argv:
        from qtpy import QtWidgets
        from labelme.app import MainWindow
        from labelme.config import get_config
        app = QtWidgets.QApplication([])
        window = MainWindow(config=get_config())
        window.show()
        app.processEvents()
        report("start, empty window", time.process_time() * 1000, resident())
        return
    subprocess.run([sys.executable, __file__, BENCH, "--start"], check=True)
    from qtpy import QtCore, QtWidgets
    from labelme.app import MainWindow
    from labelme.config import get_config
    app = QtWidgets.QApplication([])
    config = get_config()
    config["auto_save"] = False
    window = MainWindow(config=config)
    window.resize(1280, 800)
    window.show()
    app.processEvents()
    if os.path.isdir(FOLDER):
        report("open a folder of 10,000 pictures", cpu(lambda: (window.importDirImages(FOLDER), app.processEvents())),
               resident())
        steps = [cpu(lambda: (window.openNextImg(), app.processEvents())) for _ in range(30)]
        report("next picture, 0.3 MP in 10,000 (median)", statistics.median(steps))
    for count in (1000, 10000):
        path = polygon_file(count)
        report(f"{count} polygons: open", cpu(lambda: (window.loadFile(path), app.processEvents())))
        zooms = [cpu(lambda z=z: (window.setZoom(z), app.processEvents())) for z in (40, 45, 50, 55, 60)]
        report(f"{count} polygons: zoom step (median)", statistics.median(zooms))
        canvas = window.canvas
        window.toggleDrawMode(True)
        canvas.selectShapes([canvas.shapes[0]])
        start = canvas.shapes[0].points[0]

        def drag(step):
            canvas.prevPoint = QtCore.QPointF(start.x() + step, start.y())
            canvas.boundedMoveShapes([canvas.shapes[0]], QtCore.QPointF(start.x() + step + 1, start.y()))
            canvas.repaint()
            app.processEvents()

        canvas.offsets = QtCore.QPointF(0, 0), QtCore.QPointF(0, 0)
        drags = [cpu(lambda s=s: drag(s)) for s in range(5)]
        report(f"{count} polygons: drag step (median)", statistics.median(drags))
        window.setClean()


main()
