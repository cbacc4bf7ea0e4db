#include "paint/font_subset.hpp"

#include <hb-subset.h>
#include <memory>

namespace fabula::paint {
namespace {

template <auto destroy>
struct Destroyer
{
    template <class T>
    void operator()(T* object) const
    {
        destroy(object);
    }
};

template <class T, auto destroy>
using Owned = std::unique_ptr<T, Destroyer<destroy>>;

} // namespace

std::string fontSubset(const FontFile& file, const std::set<std::uint32_t>& codepoints)
{
    const Owned<hb_blob_t, hb_blob_destroy> blob(hb_blob_create_from_file_or_fail(file.path.c_str()));
    if (!blob)
        return {};
    const Owned<hb_face_t, hb_face_destroy> face(hb_face_create(blob.get(), static_cast<unsigned>(file.face)));
    const Owned<hb_subset_input_t, hb_subset_input_destroy> input(hb_subset_input_create_or_fail());
    if (!input)
        return {};
    hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
    for (const std::uint32_t codepoint : codepoints)
        hb_set_add(wanted, codepoint);
    hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
    for (const hb_tag_t tag : {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
                               HB_TAG('k', 'e', 'r', 'n'), HB_TAG('B', 'A', 'S', 'E')})
        hb_set_add(dropped, tag);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    const Owned<hb_face_t, hb_face_destroy> subset(hb_subset_or_fail(face.get(), input.get()));
    if (!subset)
        return {};
    const Owned<hb_blob_t, hb_blob_destroy> bytes(hb_face_reference_blob(subset.get()));
    unsigned length = 0;
    const char* data = hb_blob_get_data(bytes.get(), &length);
    return data == nullptr ? std::string() : std::string(data, length);
}

} // namespace fabula::paint
