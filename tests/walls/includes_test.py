"""The walls between the layers, read from the #include lists of src/.

The table is that of the architecture, written a second time on purpose: CMakeLists.txt must not be able to weaken it.
"""

import os
import re
import sys
from pathlib import Path

MAY_INCLUDE = {
    "core": [],
    "time": ["core"],
    "model": ["core", "time"],
    "io": ["model"],
    "graph": ["model"],
    "ask": ["graph"],
    "layout": ["graph"],
    "scene": ["layout"],
    "paint": ["scene"],
    "brief": ["paint", "ask", "io"],
    "ui": ["brief"],
    "app": ["ui"],
}

EVERYWHERE = set(MAY_INCLUDE)

# Libraries: what their includes look like, the layers that may use them, and whether in headers too.
LIBRARIES = [
    (r"boost/", {"graph"}, True),
    (r"nlohmann/", {"io"}, True),
    (r"nlohmann/", {"core", "ask", "paint", "brief", "app"}, False),
    (r"graphviz/", {"io"}, False),
    (r"pugixml\.hpp$", {"io", "brief"}, False),
    (r"zip\.h$", {"brief"}, False),
    (r"unicode/", {"time", "model", "io", "scene", "paint", "brief", "ui"}, False),
    (r"cairo|hb(-|\.h)|png\.h", {"paint"}, True),
    (r"ft2build\.h|freetype/", {"paint", "ui"}, True),
    (r"imgui", {"ui", "app"}, True),
    (r"GLFW/|epoxy/", {"ui", "app"}, True),
    (r"CLI/", {"app"}, True),
    (r"fmt/", EVERYWHERE - {"core"}, True),
    (r"X11/|(dlfcn|malloc)\.h", {"app"}, False),
    (r"(unistd|fcntl|poll|spawn|signal|pwd)\.h|sys/", {"io", "paint", "ui", "app"}, False),
    (r"[a-z_0-9]+$", EVERYWHERE, True),  # the C++ standard library: neither a dot nor a slash
]

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def reachable(layer):
    """The layers that `layer` may include: itself, those in its row, and what those may include."""
    return {layer}.union(*(reachable(other) for other in MAY_INCLUDE[layer]))


def fault_of_own(layer, target):
    folder = target.split("/")[0]
    if ".." in target.split("/"):
        return "climbs out of its folder"
    if folder not in MAY_INCLUDE:
        return "names no layer: write LAYER/FILE for our own files, <FILE> for others"
    if folder not in reachable(layer):
        return f"is not for {layer}, which may include {', '.join(sorted(reachable(layer)))}"
    return None


def fault_of_library(layer, target, in_header):
    rows = [row for row in LIBRARIES if re.match(row[0], target)]
    if not rows:
        return "is of no library that the table of this test knows"
    if any(layer in layers and (headers or not in_header) for _, layers, headers in rows):
        return None
    return f"is not for {'headers' if in_header else 'files'} of {layer}"


def faults(layer, name, lines):
    """One sentence for each include in `lines`, the file `name` of `layer`, that the table forbids."""
    is_header = name.endswith(".hpp")
    for number, line in enumerate(lines, 1):
        if include := INCLUDE.match(line):
            quote, target = include.groups()
            fault = fault_of_own(layer, target) if quote == '"' else fault_of_library(layer, target, is_header)
            if fault:
                yield f"{name}:{number}: {target} {fault}"


def first_include(lines):
    return next((match.group(2) for match in map(INCLUDE.match, lines) if match), None)


def faults_of_tree(src):
    for path in sorted(src.rglob("*.[ch]pp")):
        name = path.relative_to(src).as_posix()
        lines = path.read_text(encoding="utf-8").splitlines()
        if name == "main.cpp":
            yield from faults("app", name, lines)
            continue
        layer = name.split("/")[0]
        if layer not in MAY_INCLUDE:
            yield f"{name}: {layer} is no layer"
            continue
        yield from faults(layer, name, lines)
        # Compiled first in its own source file, a header shows that it needs nothing before it.
        own_header = name.removesuffix(".cpp") + ".hpp"
        if name.endswith(".cpp") and (src / own_header).exists() and first_include(lines) != own_header:
            yield f"{name}: its first include must be {own_header}"


def check_the_check():
    """What must be found, and what must not, before the tree's silence means anything."""
    forbidden = [
        ("time", "time/a.hpp", '#include "graph/event_graph.hpp"'),
        ("io", "io/a.cpp", '#include "graph/event_graph.hpp"'),
        ("layout", "layout/timeline/a.cpp", '#include "../../core/ids.hpp"'),
        ("core", "core/a.cpp", '#  include "ids.hpp"'),
        ("model", "model/a.hpp", "#include <boost/graph/adjacency_list.hpp>"),
        ("paint", "paint/a.hpp", "#include <nlohmann/json.hpp>"),
        ("scene", "scene/a.cpp", "#include <cairo.h>"),
        ("paint", "paint/a.cpp", "#include <imgui.h>"),
        ("paint", "paint/a.cpp", "#include <epoxy/gl.h>"),
        ("core", "core/a.cpp", "#include <stdio.h>"),
        ("app", "app/a.cpp", "#include <unheard/of.hpp>"),
    ]
    allowed = [
        ("app", "app/a.hpp", '#include "core/ids.hpp"'),
        ("io", "io/a.hpp", "#include <nlohmann/json.hpp>"),
        ("paint", "paint/a.cpp", "#include <nlohmann/json.hpp>"),
        ("graph", "graph/a.hpp", "#include <boost/graph/adjacency_list.hpp>"),
        ("core", "core/a.cpp", "#include <string_view>"),
    ]
    for layer, name, line in forbidden:
        assert list(faults(layer, name, [line])), f"not found: {line} in {name}"
    for layer, name, line in allowed:
        assert not list(faults(layer, name, [line])), f"wrongly found: {line} in {name}"


def main():
    check_the_check()
    found = list(faults_of_tree(Path(os.environ["FABULA_SOURCE_DIR"]) / "src"))
    print("\n".join(found) if found else "no include goes through a wall")
    return 1 if found else 0


sys.exit(main())
