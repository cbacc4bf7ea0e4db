#include "time/edtf_date_reader.hpp"

#include <utility>

namespace fabula::time {
namespace {

/// The grammar above single dates: intervals and sets.
class EdtfReader
{
public:
    explicit EdtfReader(std::string_view text) : cursor_(text) {}

    core::Result<EdtfTree> read()
    {
        EdtfTree tree = cursor_.peek() == '[' || cursor_.peek() == '{' ? EdtfTree{readSet()} : readDateOrInterval();
        if (!cursor_.failed() && !cursor_.atEnd())
            cursor_.fail(expectedAfterAll(tree));
        if (cursor_.failed())
            return cursor_.error();
        return tree;
    }

private:
    static core::Message expectedAfterAll(const EdtfTree& tree)
    {
        const auto* date = std::get_if<EdtfDate>(&tree);
        return date == nullptr ? core::message("expected nothing more") : expectedAfter(*date);
    }

    EdtfTree readDateOrInterval()
    {
        const EdtfEnd from = readEnd();
        if (cursor_.failed() || (from.kind == EdtfEnd::Kind::date && cursor_.peek() != '/'))
            return from.date;
        if (!cursor_.take('/')) {
            cursor_.fail(cursor_.atEnd() && from.kind == EdtfEnd::Kind::unknown
                             ? core::message("expected a date, such as 2025-08-14")
                             : core::message("expected \"/\" after the open beginning of an interval"));
            return from.date;
        }
        const std::size_t start = cursor_.at();
        EdtfInterval interval{from, readEnd()};
        if (from.kind == EdtfEnd::Kind::unknown && interval.to.kind == EdtfEnd::Kind::unknown)
            cursor_.fail(core::message("expected a date or \"..\" on one side of the \"/\" at least"));
        failIfBackwards(interval, start);
        return interval;
    }

    EdtfEnd readEnd()
    {
        EdtfEnd end;
        if (cursor_.atEnd() || cursor_.peek() == '/')
            return end;
        if (cursor_.take("..")) {
            end.kind = EdtfEnd::Kind::open;
            return end;
        }
        end.kind = EdtfEnd::Kind::date;
        end.date = readEdtfDate(cursor_);
        return end;
    }

    void failIfBackwards(const EdtfInterval& interval, std::size_t start)
    {
        if (spanOf(interval).empty())
            cursor_.failAt(start, core::message("expected an end that is not before the beginning"));
    }

    EdtfSet readSet()
    {
        EdtfSet set;
        set.all = cursor_.peek() == '{';
        const char closing = set.all ? '}' : ']';
        cursor_.skip();
        do {
            set.members.push_back(readMember(set.members.empty(), closing));
        } while (!cursor_.failed() && cursor_.take(','));
        if (!cursor_.failed() && !cursor_.take(closing))
            cursor_.fail(core::message("expected \",\", \"..\" or \"{}\" in the set", closing));
        return set;
    }

    /// "a", "a..b", "..b" (first only) or "a.." (last only).
    EdtfSet::Member readMember(bool first, char closing)
    {
        EdtfSet::Member member;
        EdtfEnd& from = member.range.from;
        EdtfEnd& to = member.range.to;
        if (first && cursor_.take("..")) {
            from.kind = EdtfEnd::Kind::open;
            to = {EdtfEnd::Kind::date, readEdtfDate(cursor_)};
            member.single = false;
            return member;
        }
        from = {EdtfEnd::Kind::date, readEdtfDate(cursor_)};
        to = from;
        if (cursor_.failed() || !cursor_.take(".."))
            return member;
        member.single = false;
        if (cursor_.peek() == closing) {
            to = {EdtfEnd::Kind::open, {}};
            return member;
        }
        const std::size_t start = cursor_.at();
        to = {EdtfEnd::Kind::date, readEdtfDate(cursor_)};
        failIfBackwards(member.range, start);
        return member;
    }

    EdtfCursor cursor_;
};

} // namespace

core::Result<EdtfTree> parseEdtfTree(std::string_view text)
{
    return EdtfReader(text).read();
}

} // namespace fabula::time
