#!/usr/bin/env bash
# The real window on a screen of its own: what a person does with mouse and keyboard, and what the program says it shows
# then (FABULA_TRACE). Pictures of the steps stay in $FABULA_SCRATCH for looking at.
source "$FABULA_SOURCE_DIR/tests/ui/real_window.sh"

"$FABULA" "$story" &
program=$!
until_true "the story does not open" is story deepseek-r2
settle
shot open
[ "$(convert open.png -format '%k' info:)" -gt 500 ] || fail "the window is empty"

before=$(cpu_ticks)
sleep 3
[ $(($(cpu_ticks) - before)) -le 2 ] || fail "an idle window uses the processor"
shot idle
same open idle 0

# Zoom about the pointer, and pan.
zoom=$(value zoom)
xdotool mousemove 700 728 keydown ctrl
xdotool click --repeat 3 --delay 60 4
xdotool keyup ctrl
until_true "Ctrl and the wheel do not zoom" greater zoom "$(awk -v z="$zoom" 'BEGIN { print z * 1.7 }')"
settle
shot zoomed
changed open zoomed 5000
pan=$(value pan)
xdotool click --repeat 2 --delay 60 5
until_true "the wheel does not pan" greater pan "$pan"
settle
pan=$(value pan)
# A free place for the hand: low in the last lane.
xdotool mousemove 900 728 mousedown 1
for x in 880 850 820 790 760; do
    xdotool mousemove "$x" 728
    sleep 0.02
done
xdotool mouseup 1
until_true "dragging does not pan" greater pan "$(awk -v p="$pan" 'BEGIN { print p + 100 }')"
settle
key f
until_true "F does not fit" is fitted true
settle
is zoom "$zoom" || fail "F does not come back to the whole story"
key plus
until_true "+ does not zoom" greater zoom "$zoom"
settle
key minus
settle

# Select: by search, by arrows, by click; and back.
key f
settle
key slash
sleep 0.3
xdotool type --delay 80 'ascend training'
until_true "typing does not search" is_not hits 0
settle
shot search
changed open search 3000
key Return
until_true "Enter does not go to the hit" is selected ascend-training-fails
key Escape
until_true "Esc does not end the search" is query ''
is selected ascend-training-fails || fail "Esc goes back more than one step"
settle
shot selected
changed open selected 3000
key Right
until_true "the right arrow does not lead to an effect" is_not selected ascend-training-fails
key Left
until_true "the left arrow does not lead back to a cause" is_not selected -
settle
key shift+Left
settle
key Escape
until_true "Esc does not deselect" is selected -

# Questions: why, effects, without, path; each answer lit and one step back.
ask_about()
{
    key slash
    sleep 0.3
    xdotool type --delay 60 "$1"
    until_true "$1 is not found" is_not hits 0
    key Return
    until_true "$1 is not selected" is selected "$2"
    key Escape
    until_true "the search does not end" is query ''
    xdotool mousemove 1000 876
    settle
}
ask_about 'may passes' r2-slips
key w
until_true "W does not ask why" is answer why
until_true "the answer is not the chain" is lit 5
settle
shot why
changed selected why 20000
key e
until_true "E does not ask for effects" is answer effects
key x
until_true "X does not think it away" is answer without
is asked 3 || fail "answers do not stack"
key Escape
until_true "Esc does not go back one answer" is answer effects
key Escape
key Escape
until_true "Esc does not end the answers" is asked 0
is selected r2-slips || fail "the selection is lost with the answers"
settle
ask_about 'authorities encourage' huawei-push
key x
until_true "X finds nothing that falls" is outlined 6
settle
shot without
key Escape
until_true "Esc does not end the answer" is asked 0
key p
until_true "P does not wait for an event" is picking true
key Right
until_true "P does not end at the next event" is answer path
key Escape
until_true "Esc does not end the path" is asked 0
key ctrl+k
until_true "Ctrl+K opens no palette" is panel palette
xdotool type --delay 60 'contradictions'
sleep 0.5
key Return
until_true "the palette does not ask" is answer contradictions
key Escape
until_true "Esc does not end the answer of the palette" is asked 0

# The graph: the same cards move there and back, the selection is kept, and questions are asked there too.
key f
settle
shot timeline
sleep 1
key g
until_true "G does not turn to the graph" is view graph
until_true "the cards never arrive" is morph 1.00
grep -qE 'view=graph morph=0\.(0[1-9]|[1-9])' "$FABULA_TRACE" || fail "after a rest the cards jump instead of moving"
settle
shot graph
changed timeline graph 50000
is selected huawei-push || is selected r2-slips || is_not selected - || fail "G loses the selection"
zoomed=$(value gzoom)
xdotool mousemove 600 400 keydown ctrl
xdotool click --repeat 2 --delay 60 4
xdotool keyup ctrl
until_true "Ctrl and the wheel do not zoom the graph" greater gzoom "$zoomed"
settle
at=$(value gy)
xdotool click --repeat 2 --delay 60 5
until_true "the wheel does not pan the graph" greater gy "$at"
key w
until_true "W does not ask in the graph" is answer why
settle
shot graph-why
changed graph graph-why 20000
key Escape
until_true "Esc does not end the answer in the graph" is asked 0
key g g
until_true "the graph does not come back after being turned round on the way" is morph 1.00
key g
until_true "G does not turn back" is view timeline
until_true "the cards never come back" is morph 0.00
settle
key f
settle

# The second clock.
key t
until_true "T does not open the clock" is asof today
key comma comma comma
until_true "the clock does not step back" is_not asof today
less known 38 || fail "everything is known on an earlier day"
settle
shot earlier
key period period period
until_true "the clock does not come back to today" is asof today
key Escape
key Escape
until_true "Esc does not close the clock" is asof -

# Language, theme, panels.
key f
settle
shot english
key l
until_true "L does not switch the language" is lang de
settle
shot german
changed english german 3000
key d
until_true "D does not switch the theme" is theme light
settle
shot light
changed german light 400000
key F1
until_true "F1 shows no keys" is panel keys
settle
shot keys
changed light keys 3000
key Escape
until_true "Esc does not close the panel" is panel none
key ctrl+k
until_true "Ctrl+K shows no palette" is panel palette
key Escape
until_true "Esc does not close the palette" is panel none
key l
key d
until_true "the theme does not come back" is theme dark
settle
# Another position of the pointer is all that may differ.
shot again
same english again 2000

# The file changes on disk: in place, then broken, then mended by renaming another onto it.
key plus
settle
zoom=$(value zoom)
sed -i 's/"Ascend training runs never finish"/"Ascend training runs never end"/' "$story"
until_true "a changed file is not read again" test "$(grep -c 'story=deepseek-r2' "$FABULA_TRACE")" -gt 1
sleep 0.5
settle
is zoom "$zoom" || fail "reading the file again loses the view"
printf '{ "fabula": 1, "id": ' >"$story"
until_true "a broken file is not noticed" is broken true
is events 38 || fail "a broken file takes the story away"
settle
shot broken
cp "$FABULA_SOURCE_DIR/data/stories/deepseek-r2.json" other
mv other "$story"
until_true "a mended file is not noticed" is broken false
settle
is zoom "$zoom" || fail "mending the file loses the view"

key ctrl+q
status=0
wait "$program" || status=$?
program=
[ "$status" = 0 ] || fail "Ctrl+Q ends with $status"

# It remembers, and forgives a settings file that is no such thing.
grep -q "$story" config/fabula/settings.json || fail "the file is not among the recent ones"
sed -i 's/"theme": "dark"/"theme": "light"/' config/fabula/settings.json
: >"$FABULA_TRACE"
"$FABULA" "$story" &
program=$!
until_true "the second start shows nothing" is theme light
key ctrl+q
wait "$program"
echo '{ not json' >config/fabula/settings.json
: >"$FABULA_TRACE"
"$FABULA" "$story" &
program=$!
until_true "a broken settings file keeps the window from opening" is story deepseek-r2
key ctrl+q
wait "$program"
program=

# Without a display it says so and names the way out.
status=0
DISPLAY= "$FABULA" "$story" 2>no-display || status=$?
[ "$status" = 3 ] || fail "without a display it ends with $status"
grep -q 'fabula render' no-display || fail "without a display it does not name fabula render"
echo "all steps passed"
