#pragma once

#include "core/message.hpp"
#include "core/place.hpp"
#include "core/promise.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace fabula::core {

/// Why something could not be done, as a sentence that tells a person what is wrong and what to do. What only the
/// command line shows may be verbatim English.
/// `code` is stable ("F101", "io.open"); `where` may be empty.
struct Error
{
    std::string code;
    Message message;
    FilePlace where;
};

/// A value or the reason why there is none. Errors are handled once: logged or returned.
template <class T>
class [[nodiscard]] Result
{
public:
    Result(T value) : content_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : content_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }

    /// The value. Calling it on an error is a broken promise of the caller.
    T& value()
    {
        FABULA_PROMISE(ok(), "the value of a failed result was taken");
        return *std::get_if<0>(&content_);
    }
    const T& value() const
    {
        FABULA_PROMISE(ok(), "the value of a failed result was taken");
        return *std::get_if<0>(&content_);
    }
    const Error& error() const
    {
        FABULA_PROMISE(!ok(), "the error of a good result was taken");
        return *std::get_if<1>(&content_);
    }
    T& operator*() { return value(); }
    const T& operator*() const { return value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

private:
    std::variant<T, Error> content_;
};

/// Nothing, or the reason why something could not be done.
template <>
class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}

    bool ok() const { return !error_.has_value(); }
    explicit operator bool() const { return ok(); }
    const Error& error() const
    {
        FABULA_PROMISE(!ok(), "the error of a good result was taken");
        return *error_;
    }

private:
    std::optional<Error> error_;
};

} // namespace fabula::core
