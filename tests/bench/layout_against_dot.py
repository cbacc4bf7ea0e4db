#!/usr/bin/env python3
"""Compares layout_bench with Graphviz' dot over a folder of GraphML files; run by hand.

    layout_against_dot.py BENCH DIR CROSSINGS.tsv

CROSSINGS.tsv has a line for each graph: its name, a tab, and the crossings that dot ends with (`dot -v`). dot draws all
graphs in one process, with the node sizes and gaps that layout_bench uses, which are its own.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

POINTS = 72
FEW_EDGES = 40


def as_dot(text):
    """The graph in dot's language, laid out left to right, without labels."""
    nodes = re.findall(r'<node\s[^>]*?\bid="([^"]+)"', text)
    edges = [(re.search(r'\bsource="([^"]+)"', edge), re.search(r'\btarget="([^"]+)"', edge))
             for edge in re.findall(r"<edge\s[^>]*>", text)]
    lines = ['digraph { rankdir=LR nodesep=0.25 ranksep=0.5',
             'node [shape=box fixedsize=true width=0.75 height=0.5 label=""]']
    lines += [f'"{node}"' for node in nodes]
    lines += [f'"{source[1]}" -> "{target[1]}"' for source, target in edges]
    return "\n".join(lines + ["}\n"])


def processor_seconds(command, out):
    """Runs the command and returns the processor time that it took."""
    before = os.times()
    subprocess.run(command, stdout=out, check=True)
    after = os.times()
    return after.children_user - before.children_user + after.children_system - before.children_system


def run_dot(files):
    """The area that dot needs for all graphs, and its seconds, without those of a start."""
    with tempfile.TemporaryDirectory() as folder:
        graphs, drawn = Path(folder, "graphs.dot"), Path(folder, "drawn.plain")
        graphs.write_text("".join(as_dot(file.read_text()) for file in files))
        with drawn.open("w") as out:
            seconds = processor_seconds(["dot", "-Tplain", graphs], out)
        empty = Path(folder, "empty.dot")
        empty.write_text("digraph {}\n")
        seconds -= processor_seconds(["dot", "-Tplain", empty], subprocess.DEVNULL)
        sizes = [line.split() for line in drawn.read_text().splitlines() if line.startswith("graph ")]
    return sum(float(size[2]) * float(size[3]) * POINTS**2 for size in sizes), seconds


def run_bench(bench, folder):
    """For each graph its figures by name, and the sums."""
    graphs = {}
    text = subprocess.run([bench, folder], stdout=subprocess.PIPE, text=True, check=True).stdout
    for line in text.splitlines():
        name, *pairs = line.split()
        graphs[name] = {key: float(value) for key, value in (pair.split("=") for pair in pairs)}
    return graphs, graphs.pop("sum")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    bench, folder, table = sys.argv[1:]
    theirs = {name: int(count) for name, count in (line.split() for line in Path(table).read_text().splitlines())}
    graphs, ours = run_bench(bench, folder)
    area, seconds = run_dot(sorted(Path(folder).glob("*.graphml")))
    known = [name for name in graphs if name in theirs]
    excess = {name: graphs[name]["crossings"] - theirs[name] for name in known if graphs[name]["edges"] <= FEW_EDGES}
    worst = max(excess, key=excess.get)
    crossings = sum(graphs[name]["crossings"] for name in known)
    of_dot = sum(theirs[name] for name in known)
    print(f"crossings    {crossings:12.0f}  dot {of_dot:12.0f}  ratio {crossings / of_dot:.3f}  (at most 0.95)")
    print(f"few edges    {excess[worst]:+12.0f}  in {worst}, the worst of {len(excess)} graphs  (at most +3)")
    print(f"area         {ours['area']:12.0f}  dot {area:12.0f}  ratio {ours['area'] / area:.3f}  (at most 1.2)")
    print(f"processor ms {ours['ms']:12.0f}  dot {1000 * seconds:12.0f}  ratio {ours['ms'] / 1000 / seconds:.3f}"
          "  (less than 0.2)")


if __name__ == "__main__":
    main()
