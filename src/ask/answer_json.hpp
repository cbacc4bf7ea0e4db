#pragma once

#include "ask/question.hpp"
#include "time/edtf.hpp"

#include <string>
#include <string_view>

namespace fabula::ask {

/// {"question": "why", "asOf": EDTF or null, "sentence": …, "answer": {…}} with text ids; ANSWERS.md in this folder
/// tells the shape of the answer of each question. `sentence` is that of `Told`. Bytes that are no UTF-8 become U+FFFD.
std::string answerJson(const graph::Scope& scope, const Question& question, const Answer& answer,
                       const time::Edtf& asOf, std::string_view sentence);

} // namespace fabula::ask
