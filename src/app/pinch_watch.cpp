#include "app/pinch_watch.hpp"

#include "app/x11_window.hpp"

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>
#include <array>
#include <poll.h>
#include <utility>

namespace fabula::app {
namespace {

/// Asks for the pinches over a window; false if the server has none to give.
bool selectPinches(Display* connection, Window window, int& opcode)
{
    int event = 0;
    int error = 0;
    int major = 2;
    int minor = 4;
    if (XQueryExtension(connection, "XInputExtension", &opcode, &event, &error) == 0 ||
        XIQueryVersion(connection, &major, &minor) != Success || std::pair(major, minor) < std::pair(2, 4))
        return false;
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
    for (const int wanted : {XI_GesturePinchBegin, XI_GesturePinchUpdate, XI_GesturePinchEnd})
        bits[static_cast<std::size_t>(wanted / 8)] |= static_cast<unsigned char>(1U << (wanted % 8));
    XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
    XISelectEvents(connection, window, &mask, 1);
    XFlush(connection);
    return true;
}

} // namespace

PinchWatch::PinchWatch(GLFWwindow* window, std::function<void()> wake) : wake_(std::move(wake))
{
    const Window target = x11WindowOf(window);
    if (target == None)
        return;
    Display* connection = XOpenDisplay(nullptr);
    if (connection == nullptr)
        return;
    connection_ = connection;
    if (stop_.usable() && selectPinches(connection, target, opcode_))
        thread_ = std::thread([this] { watch(); });
}

PinchWatch::~PinchWatch()
{
    stop_.raise();
    if (thread_.joinable())
        thread_.join();
    if (connection_ != nullptr)
        XCloseDisplay(static_cast<Display*>(connection_));
}

double PinchWatch::takeFactor()
{
    const std::lock_guard lock(mutex_);
    return std::exchange(factor_, 1.0);
}

bool PinchWatch::readEvents()
{
    auto* connection = static_cast<Display*>(connection_);
    double factor = 1;
    while (XPending(connection) > 0) {
        XEvent event;
        XNextEvent(connection, &event);
        XGenericEventCookie& cookie = event.xcookie;
        if (cookie.type != GenericEvent || cookie.extension != opcode_ || XGetEventData(connection, &cookie) == 0)
            continue;
        if (cookie.evtype == XI_GesturePinchBegin)
            spread_ = 1;
        const double spread = static_cast<const XIGesturePinchEvent*>(cookie.data)->scale;
        if (cookie.evtype == XI_GesturePinchUpdate && spread > 0)
            factor *= spread / std::exchange(spread_, spread);
        XFreeEventData(connection, &cookie);
    }
    const std::lock_guard lock(mutex_);
    factor_ *= factor;
    return factor != 1;
}

void PinchWatch::watch()
{
    auto* connection = static_cast<Display*>(connection_);
    for (;;) {
        // What came with the answer to a question waits in Xlib's own queue and wakes no poll.
        if (readEvents())
            wake_();
        std::array<pollfd, 2> waits{{{stop_.descriptor(), POLLIN, 0}, {ConnectionNumber(connection), POLLIN, 0}}};
        ::poll(waits.data(), waits.size(), -1);
        if ((waits[0].revents & POLLIN) != 0)
            return;
    }
}

} // namespace fabula::app
