#pragma once

#include <utility>

namespace fabula::io {

/// An open file of the system that is closed when it goes. Private to the folder.
class Descriptor
{
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor();
    int number() const { return number_; }
    bool open() const { return number_ >= 0; }
    /// Some file systems tell only on closing that the disk is full: false then.
    bool close();

private:
    int number_;
};

} // namespace fabula::io
