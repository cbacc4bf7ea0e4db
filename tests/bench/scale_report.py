#!/usr/bin/env python3
"""Measures stories of several sizes and prints the figures as a table in Markdown, with how they grow.

    scale_report.py BENCH_FOLDER [EVENTS ...]

BENCH_FOLDER holds the benchmarks of a release build (make_story, load_bench, scale_bench). Without sizes: 1,000 to
1,000,000. Each story has as many links as events and is made anew in a temporary folder.
"""
import json
import math
import os
import platform
import subprocess
import sys
import tempfile

SIZES = [1_000, 10_000, 100_000, 1_000_000]


def run(program, story, only):
    """The benchmarks of a program for a story, by name."""
    environment = dict(os.environ, FABULA_STORY=story, FABULA_LOAD_STORY=story)
    out = subprocess.run([program, "--benchmark_format=json", f"--benchmark_filter={only}"], env=environment,
                         check=True, capture_output=True, text=True).stdout
    return {entry["name"].split("/iterations")[0]: entry for entry in json.loads(out)["benchmarks"]}


def measured(folder, size):
    with tempfile.TemporaryDirectory() as scratch:
        story = os.path.join(scratch, "story.json")
        with open(story, "wb") as file:
            subprocess.run([os.path.join(folder, "make_story"), str(size), str(size)], check=True, stdout=file)
        megabytes = os.path.getsize(story) / 1e6
        load = next(iter(run(os.path.join(folder, "load_bench"), story, "^open/0").values()))
        scale = run(os.path.join(folder, "scale_bench"), story, ".")
    flight, search = scale["flight"], scale["search"]
    return {
        "file, MB": megabytes,
        "open: reading, checks, graph, ms": load["real_time"],
        "the same, times an empty SAX parse": load["times_parsing"],
        "kept beyond the texts, bytes an event with its link": load["MB_beyond_texts"] * 1e6 / size,
        "timeline and first frame, ms": flight["first_ms"],
        "frame of the flight, median, ms": flight["median_ms"],
        "frame of the flight, 99th percentile, ms": flight["p99_ms"],
        "frame of the flight, worst, ms": flight["worst_ms"],
        "index of search, ms (beside the window)": scale["searchIndex"]["real_time"],
        "search, median of nine queries, ms": search["median_ms"],
        "search, worst, ms": search["worst_ms"],
        "filter, ms": scale["filter"]["real_time"],
        "why, median of 20 events, ms": scale["question/why"]["median_ms"],
        "why, worst, ms": scale["question/why"]["worst_ms"],
        "effects, median, ms": scale["question/effects"]["median_ms"],
        "effects, worst, ms": scale["question/effects"]["worst_ms"],
    }


def exponent(sizes, values):
    """Of the power of the size that the values follow: the slope of the line through their logarithms."""
    points = [(math.log(s), math.log(v)) for s, v in zip(sizes, values) if v > 0]
    if len(points) < 2:
        return float("nan")
    mean_x = sum(x for x, _ in points) / len(points)
    mean_y = sum(y for _, y in points) / len(points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)


def main():
    folder = sys.argv[1]
    sizes = [int(argument) for argument in sys.argv[2:]] or SIZES
    columns = [measured(folder, size) for size in sizes]
    print(f"{platform.processor() or platform.machine()}, {os.cpu_count()} cores\n")
    print("| | " + " | ".join(f"{size:,}" for size in sizes) + " | exponent |")
    print("|---|" + "---:|" * (len(sizes) + 1))
    for row in columns[0]:
        values = [column[row] for column in columns]
        cells = " | ".join(f"{value:,.2f}" if value < 100 else f"{value:,.0f}" for value in values)
        print(f"| {row} | {cells} | {exponent(sizes, values):.2f} |")


if __name__ == "__main__":
    main()
