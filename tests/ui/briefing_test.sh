#!/usr/bin/env bash
# The briefing in the real window: from slide to slide, jumps, blank screens, notes, the grid, a question from the room
# and back to the very pixel, the audience's own window, a file that changes meanwhile, and the end.
source "$FABULA_SOURCE_DIR/tests/ui/real_window.sh"

"$FABULA" "$story" &
program=$!
until_true "the story does not open" is story deepseek-r2
settle
xdotool mousemove 4 896
shot before

key F5
until_true "F5 does not begin the briefing" is slide 1/1
settle
shot first
changed before first 100000
key Right
until_true "the right arrow does not go on" is slide 1/2
key Next
until_true "PageDown does not go on" is slide 1/3
key space
until_true "Space does not go on" is slide 1/4
key Prior
until_true "PageUp does not go back" is slide 1/3
key End
until_true "End does not go to the last slide" greater slide 8
key Home
until_true "Home does not go to the first slide" is slide 1/1
settle
shot again
same first again 0

xdotool type --delay 100 3
key Return
until_true "a number and Enter do not jump" is slide 3/1
key b
until_true "B does not blank the screen" is blank 1
settle
shot black
[ "$(convert black.png -format '%k' info:)" = 1 ] || fail "the black screen is not black"
key w
until_true "W does not make the screen white" is blank 2
key Escape
until_true "Esc does not bring the slide back" is blank 0
key n
settle
shot notes
changed again notes 50000
key n
key Tab
settle
shot grid
key Escape
settle
key Right Right Right
until_true "the scene does not come to its end" is slide 3/4
settle
shot slide
changed notes grid 50000

# A question from the room.
xdotool mousemove 520 470 click 1
until_true "a click on an event does not leave the slide" is slide '3/4?'
until_true "the event is not selected" is_not selected -
key w
until_true "W does not ask in a question from the room" is answer why
settle
shot question
changed slide question 100000
key BackSpace
until_true "Backspace does not return to the slide" is slide 3/4
xdotool mousemove 4 896
settle
shot returned
same slide returned 0

# Nothing jumps in while an audience looks on.
sed -i 's/"DeepSeek R2: trained at home?"/"Changed meanwhile"/' "$story"
sleep 1
shot unchanged
same slide unchanged 0

own=$(xdotool search --onlyvisible --class fabula)
key a
until_true "A does not give the audience a window" is own true
settle
audience=$(xdotool search --onlyvisible --class fabula | grep -vx "$own")
[ "$(xdotool search --onlyvisible --class fabula | wc -l)" = 2 ] || fail "there are not two windows"
shot presenter
changed slide presenter 50000
import -window "$own" clock.png
sleep 2.2
import -window "$own" later.png
changed clock later 0
[ "$(pixels clock later)" -lt 20000 ] || fail "more than the clock changes while nothing is done"

# The audience's window in another size shows the same slide, whole.
xdotool windowraise "$audience" windowsize --sync "$audience" 800 450
settle
import -window "$audience" small.png
convert slide.png -resize 800x450 wanted.png
[ "$(compare -fuzz 25% -metric AE small.png wanted.png null: 2>&1 | awk '{ printf "%d", $1 }')" -lt 9000 ] ||
    fail "the audience's window does not show the slide in its new size"
key Right
until_true "the briefing does not go on with two windows" is slide 4/1
key a
until_true "A does not take the window away" is own false
[ "$(xdotool search --onlyvisible --class fabula | wc -l)" = 1 ] || fail "the second window stays"

key Escape
until_true "Esc does not end the briefing" is slide -
settle
key shift+F5
until_true "Shift+F5 does not begin here" is_not slide -
key Escape
until_true "Esc does not end the briefing again" is slide -
key ctrl+q
for _ in $(seq 50); do
    if ! kill -0 "$program" 2>/dev/null; then
        wait "$program"
        exit $?
    fi
    sleep 0.1
done
fail "Ctrl+Q does not quit"
