#include "io/dot_scan.hpp"

#include "io/dot_words.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

namespace fabula::io {
namespace {

std::string edgeKey(std::string_view from, std::string_view to)
{
    std::string key(from);
    key += '\0';
    return key += to;
}

std::size_t times(std::size_t a, std::size_t b)
{
    const std::size_t most = DotScan::kNowhere;
    return b != 0 && a > most / b ? most : a * b;
}

std::size_t plus(std::size_t a, std::size_t b)
{
    return a > DotScan::kNowhere - b ? DotScan::kNowhere : a + b;
}

} // namespace

// Goes over the words and keeps what stands open: groups with the number of words in them, and the end of an edge that
// waits for its other end.
class DotScan::Walk
{
public:
    Walk(DotScan& scan, std::string_view text) : scan_(scan), words_(text) {}

    void run()
    {
        for (DotWord word = words_.next(); word.kind != DotWord::Kind::end; word = words_.next()) {
            if (closed_) {
                scan_.further_ = word.offset;
                break;
            }
            take(word);
            before_ = std::move(word);
        }
        scan_.cells_ = times(names_.size(), plus(nodes_, scan_.edges_));
    }

private:
    struct Group
    {
        std::string name;
        std::size_t words = 0;
    };
    // What an edge can end at: one node, or all of a group.
    struct End
    {
        std::string word; ///< empty for a group
        std::size_t offset = 0;
        std::size_t size = 0;
    };

    void take(const DotWord& word)
    {
        if (word.kind == DotWord::Kind::word || word.kind == DotWord::Kind::html)
            takeWord(word);
        else if (word.kind == DotWord::Kind::edge && lists_ == 0)
            waiting_ = true;
        else if (word.kind == DotWord::Kind::mark)
            takeMark(word);
    }

    void takeWord(const DotWord& word)
    {
        if (word.text.size() > scan_.longestWord_) {
            scan_.longestWord_ = word.text.size();
            scan_.longestWordAt_ = word.offset;
        }
        scan_.words_.try_emplace(word.text, word.offset);
        const bool isValue = isMark(before_, '=');
        if (isValue && lowered(name_) == "charset")
            scan_.charset_ = word.text;
        name_ = word.text;
        opening_.clear();
        if (isValue || lists_ > 0 || isMark(before_, ':') || groups_.empty())
            return;
        const std::string keyword = word.quoted ? std::string() : lowered(word.text);
        if (keyword == "node" || keyword == "edge" || keyword == "graph" || keyword == "subgraph")
            return;
        if (before_.kind == DotWord::Kind::word && !before_.quoted && lowered(before_.text) == "subgraph") {
            opening_ = word.text;
            return;
        }
        ++nodes_;
        ++groups_.back().words;
        endAt({word.text, word.offset, 1});
    }

    void takeMark(const DotWord& mark)
    {
        const char c = mark.text.front();
        if (c == '=')
            names_.insert(name_);
        else if (c == '[')
            ++lists_;
        else if (c == ']')
            lists_ -= lists_ > 0 ? 1 : 0;
        else if (c == '{' && lists_ == 0)
            open(mark.offset);
        else if (c == '}' && lists_ == 0)
            close(mark.offset);
        else if (c == ';')
            waiting_ = false;
    }

    void open(std::size_t offset)
    {
        groups_.push_back({std::exchange(opening_, {}), 0});
        outside_.push_back({std::exchange(waiting_, false), std::exchange(chain_, 0), std::exchange(last_, {})});
        if (groups_.size() > scan_.deepest_) {
            scan_.deepest_ = groups_.size();
            scan_.deepestAt_ = offset;
        }
    }

    void close(std::size_t offset)
    {
        if (groups_.empty())
            return;
        const Group group = std::move(groups_.back());
        groups_.pop_back();
        openChains_ -= chain_;
        std::tie(waiting_, chain_, last_) = std::move(outside_.back());
        outside_.pop_back();
        if (groups_.empty()) {
            closed_ = true;
            return;
        }
        std::size_t size = group.words;
        if (!group.name.empty()) {
            std::size_t& known = sizes_[group.name];
            size = known = plus(known, size);
        }
        // No group has more nodes than there are, however often it names them.
        size = std::min(size, nodes_);
        groups_.back().words = plus(groups_.back().words, size);
        endAt({{}, offset, size});
    }

    void endAt(End end)
    {
        if (!waiting_)
            openChains_ -= std::exchange(chain_, 0);
        if (std::exchange(waiting_, false)) {
            ++chain_;
            if (++openChains_ > scan_.longestChain_) {
                scan_.longestChain_ = openChains_;
                scan_.longestAt_ = end.offset;
            }
            scan_.edges_ = plus(scan_.edges_, times(last_.size, end.size));
            if (!last_.word.empty() && !end.word.empty())
                scan_.edgePlaces_.try_emplace(edgeKey(last_.word, end.word), last_.offset);
        }
        last_ = std::move(end);
    }

    static bool isMark(const DotWord& word, char c)
    {
        return word.kind == DotWord::Kind::mark && word.text.front() == c;
    }

    DotScan& scan_;
    DotWords words_;
    DotWord before_;
    std::string name_; ///< the word before, for what is given a value
    std::vector<Group> groups_;
    std::vector<std::tuple<bool, std::size_t, End>> outside_; ///< what was so before each brace
    std::string opening_;                                     ///< the name of the group whose brace may come next
    std::unordered_map<std::string, std::size_t> sizes_;
    std::unordered_set<std::string> names_;
    End last_;
    std::size_t nodes_ = 0;
    std::size_t lists_ = 0;
    std::size_t chain_ = 0;      ///< edges of the statement so far
    std::size_t openChains_ = 0; ///< the same, with the statements around it
    bool waiting_ = false;       ///< an edge has its first end
    bool closed_ = false;
};

DotScan::DotScan(std::string_view text)
{
    Walk(*this, text).run();
}

std::size_t DotScan::placeOf(std::string_view word) const
{
    const auto found = words_.find(std::string(word));
    return found == words_.end() ? kNowhere : found->second;
}

std::size_t DotScan::placeOfEdge(std::string_view from, std::string_view to) const
{
    const auto found = edgePlaces_.find(edgeKey(from, to));
    return found == edgePlaces_.end() ? placeOf(from) : found->second;
}

std::size_t DotScan::placeOfValue(std::string_view word, std::string_view value) const
{
    const std::size_t own = placeOf(word);
    const std::size_t place = placeOf(value);
    return place == kNowhere || (own != kNowhere && place < own) ? own : place;
}

} // namespace fabula::io
