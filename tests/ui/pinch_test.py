"""A pinch on a touchpad zooms the real window about the pointer.

Xvfb has no touchpad, so this runs on an X server whose touchpad is a socket: Xorg with its "dummy" screen and "inputtest"
input driver (see its manual page for the protocol spoken here).
"""
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time

FABULA = os.environ["FABULA"]
STORY = os.environ["FABULA_SOURCE_DIR"] + "/data/stories/deepseek-r2.json"
WORK = os.path.join(os.environ["FABULA_SCRATCH"], "pinch")
XORG = "/usr/lib/xorg/Xorg"
SKIPPED = 77

CONFIGURATION = """
Section "ServerFlags"
  Option "AutoAddDevices" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 32000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline "1280x720" 74.50 1280 1344 1472 1664 720 723 728 748
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x720"
  EndSubSection
EndSection
Section "InputDevice"
  Identifier "touchpad"
  Driver "inputtest"
  Option "SocketPath" "{folder}/touchpad"
  Option "DeviceType" "PointerGesture"
EndSection
Section "InputDevice"
  Identifier "keyboard"
  Driver "inputtest"
  Option "SocketPath" "{folder}/keyboard"
  Option "DeviceType" "Keyboard"
EndSection
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "touchpad" "CorePointer"
  InputDevice "keyboard" "CoreKeyboard"
EndSection
"""


class Touchpad:
    VERSION, WAIT, PINCH = 0, 1, 7
    BEGIN, UPDATE, END = 27, 28, 29

    def __init__(self, path):
        self.socket = socket.socket(socket.AF_UNIX)
        self.socket.connect(path)
        self.tell(self.VERSION, struct.pack("=HH", 1, 1))
        self.socket.recv(64)

    def tell(self, kind, body):
        self.socket.sendall(struct.pack("=II", 8 + len(body), kind) + body)

    def pinch(self, spreads):
        for kind, spread in [(self.BEGIN, 1.0)] + [(self.UPDATE, s) for s in spreads] + [(self.END, spreads[-1])]:
            self.tell(self.PINCH, struct.pack("=HHIdddddd", kind, 2, 0, 0, 0, 0, 0, spread, 0))
            self.tell(self.WAIT, b"")
            self.socket.recv(64)
            time.sleep(0.03)


def started(command, **how):
    def dieWithParent():
        # It must not outlive this script even when that is killed outright.
        import ctypes
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)
    return subprocess.Popen(command, preexec_fn=dieWithParent, **how)


def until(what, condition, seconds=15):
    end = time.time() + seconds
    while time.time() < end:
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError(what)


def value(key):
    """What the last line of the trace says of `key`."""
    try:
        lines = open(f"{WORK}/trace").read().splitlines()
    except FileNotFoundError:
        return None
    found = re.search(rf"(?:^| ){key}=(\S*)", lines[-1]) if lines else None
    return found and found.group(1)


def startServer():
    """The server and its display's name; None if it can't be had here."""
    read, write = os.pipe()
    with open(f"{WORK}/xorg.conf", "w") as file:
        file.write(CONFIGURATION.format(folder=WORK))
    log = open(f"{WORK}/xorg.out", "w")
    # Of a server that isn't root's, the configuration must be named from where it runs.
    server = started([XORG, "-displayfd", str(write), "-config", "xorg.conf", "-logfile", "xorg.log", "-noreset",
                      "-nolisten", "tcp", "-novtswitch", "-sharevts"], cwd=WORK, pass_fds=[write], stdout=log, stderr=log)
    os.close(write)
    number = os.read(read, 16).decode().strip()
    return server, f":{number}" if number else None


def check(program, touchpad, environment):
    def settled():
        before = value("zoom")
        time.sleep(0.5)
        return before == value("zoom")

    def point(x, y):
        subprocess.run(["xdotool", "mousemove", str(x), str(y)], env=environment, check=True)

    until("the story does not open", lambda: value("story") == "deepseek-r2")
    until("the window never comes to rest", settled)
    point(700, 560)
    zoom = float(value("zoom"))
    touchpad.pinch([1.1, 1.3, 1.6, 2.0])
    until("the window never comes to rest", settled)
    grown = float(value("zoom")) / zoom
    assert abs(grown - 2) < 0.02, f"fingers twice as far apart zoom by {grown}"
    touchpad.pinch([0.9, 0.7, 0.5])
    until("the window never comes to rest", settled)
    back = float(value("zoom")) / zoom
    assert abs(back - 1) < 0.02, f"and pinched together again leave a zoom of {back}"
    # Over the panel at the right it is none of the timeline's business.
    point(1200, 400)
    touchpad.pinch([1.5, 2.0])
    time.sleep(0.5)
    assert abs(float(value("zoom")) / zoom - back) < 1e-6, "a pinch over the panel zooms the timeline"
    assert program.poll() is None, "the program has ended"


def main():
    if not os.path.exists(XORG) or shutil.which("xdotool") is None:
        print("skipped: needs xserver-xorg-core, xserver-xorg-video-dummy and xdotool")
        return SKIPPED
    shutil.rmtree(WORK, ignore_errors=True)
    os.makedirs(WORK)
    server, display = startServer()
    try:
        if display is None:
            print("skipped: Xorg does not start here:\n" + open(f"{WORK}/xorg.out").read())
            return SKIPPED
        environment = dict(os.environ, DISPLAY=display, WAYLAND_DISPLAY="", XDG_CONFIG_HOME=f"{WORK}/config",
                           FABULA_TRACE=f"{WORK}/trace")
        program = started([FABULA, STORY], env=environment)
        try:
            check(program, Touchpad(f"{WORK}/touchpad"), environment)
        finally:
            program.terminate()
            program.wait()
    finally:
        server.terminate()
        server.wait()
    print("all steps passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
