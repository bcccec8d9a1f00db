// SPDX-License-Identifier: GPL-3.0-or-later
//! Facts about whole samples that are no labels: "group" = "03". Texts by name.
#pragma once

#include <QMap>
#include <QString>

#include <vector>

namespace lw::domain {

/// Value by name; no value is empty.
using SampleAttributes = QMap<QString, QString>;

/// A value of an attribute and how many samples in sight have it.
struct AttributeValueUse {
    QString value;
    qint64 samples = 0;

    bool operator==(const AttributeValueUse&) const = default;
};

/// An attribute of a dataset with all its values.
struct AttributeUse {
    QString name;
    std::vector<AttributeValueUse> values;

    bool operator==(const AttributeUse&) const = default;
};

/// 1 to 64 characters without blanks at either end, control characters or one of `"`, `:`, `,`, `=`.
[[nodiscard]] bool isValidAttributeName(const QString& name);
/// 1 to 256 characters without blanks at either end, control characters, `"` or `,`.
[[nodiscard]] bool isValidAttributeValue(const QString& value);

} // namespace lw::domain
