// SPDX-License-Identifier: GPL-3.0-or-later
//! What attributes may be called: names and values stand in filter expressions.
#include "models/domain/SampleAttributes.h"

#include <algorithm>

namespace lw::domain {

namespace {

bool isPlain(const QString& text, qsizetype longest, QStringView refused)
{
    return !text.isEmpty() && text.size() <= longest && text.trimmed() == text &&
           std::none_of(text.begin(), text.end(),
                        [refused](QChar c) { return c.category() == QChar::Other_Control || refused.contains(c); });
}

} // namespace

bool isValidAttributeName(const QString& name)
{
    return isPlain(name, 64, u"\":,=");
}

bool isValidAttributeValue(const QString& value)
{
    return isPlain(value, 256, u"\",");
}

} // namespace lw::domain
