// SPDX-License-Identifier: GPL-3.0-or-later
//! A table of a label's attributes and the values that each offers.
#pragma once

#include "models/domain/Label.h"

#include <QWidget>

class QTableWidget;

namespace lw::dialogs {

class AttributesEditor final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttributesEditor)

public:
    explicit AttributesEditor(QWidget* parent = nullptr);

    /// Rows without a name are left out; values are separated by commas in the table.
    [[nodiscard]] std::vector<domain::LabelAttribute> attributes() const;
    void setAttributes(const std::vector<domain::LabelAttribute>& attributes);
    /// A sentence on what is wrong (two attributes of one name), or empty.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void attributesChanged();

private:
    void addRow(const domain::LabelAttribute& attribute);

    QTableWidget* m_table;
};

} // namespace lw::dialogs
