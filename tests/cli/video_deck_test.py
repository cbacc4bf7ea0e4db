#!/usr/bin/env python3
"""Probes the film of two scenes with ffprobe: size, rate, codec, length, names; what it begins with; and what
`fabula brief` says and leaves where ffmpeg is missing or fails."""

import json
import os
import shutil
import subprocess
import sys

PROGRAM, SOURCE, SCRATCH = (os.environ[name] for name in ("FABULA", "FABULA_SOURCE_DIR", "FABULA_SCRATCH"))
STORY = os.path.join(SOURCE, "data/stories/rosetta-stone.json")
DECK = os.path.join(SCRATCH, "deck.mp4")


def expect(truth, what):
    if not truth:
        sys.exit(what)


def brief(*arguments, **environment):
    return subprocess.run([PROGRAM, "brief", STORY, *arguments], capture_output=True, text=True, check=False,
                          env={**os.environ, **environment})


def probe():
    shown = subprocess.run(["ffprobe", "-v", "error", "-count_packets", "-show_streams", "-show_format", "-of", "json", DECK],
                           capture_output=True, text=True, check=True).stdout
    return json.loads(shown)


def check_film():
    made = brief("-o", DECK, "--lang", "de", "--pace", "10000")
    expect(made.returncode == 0 and made.stderr == "", f"brief: {made.stderr}")
    film = probe()
    expect(len(film["streams"]) == 1, "pictures alone")
    stream = film["streams"][0]
    found = {key: stream[key] for key in ("codec_name", "width", "height", "pix_fmt", "r_frame_rate", "color_space")}
    expect(found == {"codec_name": "h264", "width": 1920, "height": 1080, "pix_fmt": "yuv420p", "r_frame_rate": "30/1",
                     "color_space": "bt709"}, f"{found}")
    # Two scenes of one slide each, a second for each, and a way of at most 1.1 seconds between them.
    pictures = int(stream["nb_read_packets"])
    expect(2 * 30 + 20 < pictures <= 2 * 30 + 33, f"{pictures} pictures")
    expect(abs(float(film["format"]["duration"]) - pictures / 30) < 0.01, f"{film['format']['duration']} seconds")
    expect(stream["tags"]["language"] == "deu", f"{stream['tags']}")
    title = json.load(open(STORY, encoding="utf-8"))["title"]
    expect(film["format"]["tags"]["title"] == title.get("de"), f"{film['format']['tags']}")
    with open(DECK, "rb") as file:
        head = file.read(64)
    expect(head[4:8] == b"ftyp" and b"moov" in head, "what players need first comes first")


def check_missing():
    if os.path.exists(DECK):
        os.remove(DECK)
    empty = os.path.join(SCRATCH, "no-programs")
    os.makedirs(empty, exist_ok=True)
    missing = brief("-o", DECK, PATH=empty)
    expect(missing.returncode == 3 and '"ffmpeg"' in missing.stderr, f"no ffmpeg: {missing.returncode} {missing.stderr}")
    expect(not os.path.exists(DECK), "a film without ffmpeg")


def check_failing():
    folder = os.path.join(SCRATCH, "programs")
    os.makedirs(folder, exist_ok=True)
    fake = os.path.join(folder, "ffmpeg")
    with open(fake, "w", encoding="utf-8") as file:
        file.write("#!/bin/sh\necho half >/proc/self/fd/3\necho first >&2\necho 'Unknown encoder' >&2\nexit 1\n")
    os.chmod(fake, 0o755)
    with open(DECK, "w", encoding="utf-8") as file:
        file.write("old")
    before = sorted(os.listdir(SCRATCH))
    failed = brief("-o", DECK, PATH=folder + ":" + os.environ["PATH"])
    expect(failed.returncode == 1 and "ffmpeg says: Unknown encoder" in failed.stderr, f"a failing ffmpeg: {failed.stderr}")
    expect(open(DECK, encoding="utf-8").read() == "old", "the old film is lost")
    expect(sorted(os.listdir(SCRATCH)) == before, "something is left behind")
    nowhere = brief("-o", os.path.join(SCRATCH, "none", "deck.mp4"))
    expect(nowhere.returncode == 1 and "no folder" in nowhere.stderr, f"no folder: {nowhere.stderr}")
    wrong = brief("-o", DECK, "--pace", "0")
    expect(wrong.returncode == 2 and "--pace" in wrong.stderr, f"no pace: {wrong.stderr}")


check_missing()
if shutil.which("ffmpeg") is None or shutil.which("ffprobe") is None:
    sys.exit(77)
check_film()
check_failing()
