// SPDX-License-Identifier: GPL-3.0-or-later
//! All keys on one page, to read, save or print.
#pragma once

#include <QDialog>

namespace lw::studio {

class ShortcutRegistry;

class ShortcutCard final : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutCard(const ShortcutRegistry& shortcuts, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ShortcutCard)

private:
    void save();

    QString m_html;
};

} // namespace lw::studio
