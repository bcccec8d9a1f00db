// SPDX-License-Identifier: GPL-3.0-or-later
//! Keys drawn as keys: beside a command, in help, in the shortcut list.
#pragma once

#include <QKeySequence>
#include <QWidget>

class QHBoxLayout;

namespace lw::common {

/// One small key cap per key of the sequence, in the words of the platform ("Ctrl" "Z").
class ShortcutHint final : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutHint(const QKeySequence& sequence, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ShortcutHint)

    void setSequence(const QKeySequence& sequence);

private:
    QHBoxLayout* m_row;
};

/// `text` followed by the shortcut in brackets, for tooltips; `text` alone when the sequence is empty.
[[nodiscard]] QString withShortcut(const QString& text, const QKeySequence& sequence);

} // namespace lw::common
