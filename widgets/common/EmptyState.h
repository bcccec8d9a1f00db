// SPDX-License-Identifier: GPL-3.0-or-later
//! What a page shows instead of an empty list: what belongs here and how to get it.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QHBoxLayout;

namespace lw::common {

/// Icon, title, one or two sentences and up to two buttons in the middle of the space that there is.
class EmptyState final : public QWidget {
    Q_OBJECT

public:
    EmptyState(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(EmptyState)

    void setTitle(const QString& title);
    void setText(const QString& text);

    /// Adds the button for the obvious next step and returns it to be connected; owned by this widget.
    QPushButton* addPrimaryButton(const QString& text, const QString& iconName = {});
    /// Adds a button for the other way and returns it to be connected; owned by this widget.
    QPushButton* addSecondaryButton(const QString& text, const QString& iconName = {});

private:
    QLabel* m_title;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
};

} // namespace lw::common
