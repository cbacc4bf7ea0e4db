#include "io/findings_json.hpp"

#include <nlohmann/json.hpp>

namespace fabula::io {

std::string findingsJson(const std::vector<core::Finding>& findings)
{
    using Json = nlohmann::ordered_json;
    std::string text = "[";
    for (const core::Finding& finding : findings) {
        Json object;
        object["code"] = finding.code;
        object["severity"] = finding.severity == core::Severity::error ? "error" : "warning";
        object["file"] = finding.where.file;
        object["line"] = finding.where.line;
        object["column"] = finding.where.column;
        object["pointer"] = finding.where.pointer;
        object["sentence"] = core::english(finding.sentence);
        text += text.size() == 1 ? "\n  " : ",\n  ";
        text += object.dump(-1, ' ', false, Json::error_handler_t::replace);
    }
    return text + (findings.empty() ? "]\n" : "\n]\n");
}

} // namespace fabula::io
