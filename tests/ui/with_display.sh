#!/usr/bin/env bash
# Runs a command on a screen of its own: with_display.sh [--size WxH] COMMAND…
# Xvfb picks a free display by itself, so any number of these run side by side. The screen goes when the command ends.
set -euo pipefail

size=1600x900
if [ "${1:-}" = --size ]; then
    size=$2
    shift 2
fi
[ $# -gt 0 ] || { echo 'usage: with_display.sh [--size WxH] COMMAND…' >&2; exit 2; }

work=$(mktemp -d "${TMPDIR:-/tmp}/fabula-display.XXXXXX")
server=
cleanUp()
{
    if [ -n "$server" ]; then
        kill "$server" 2>/dev/null || true
        wait "$server" 2>/dev/null || true
    fi
    rm -rf "$work"
}
trap cleanUp EXIT

mkfifo "$work/number"
# It must not outlive this script even when that is killed outright, as ctest does after a timeout.
setpriv --pdeathsig TERM Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$work/number" >"$work/log" 2>&1 &
server=$!
if ! read -r -t 30 number <"$work/number"; then
    echo 'Xvfb did not start:' >&2
    cat "$work/log" >&2
    exit 1
fi

status=0
DISPLAY=:$number WAYLAND_DISPLAY='' "$@" || status=$?
exit $status
