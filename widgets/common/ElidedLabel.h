// SPDX-License-Identifier: GPL-3.0-or-later
//! A one-line label that shortens its text instead of widening its window.
#pragma once

#include <QFrame>

namespace lw::common {

/// Shows plain text on one line; what does not fit becomes "…" and the whole text is the tooltip. Style it like a
/// QLabel by the property "role" ("title", "heading", "muted").
class ElidedLabel final : public QFrame {
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ElidedLabel)

    [[nodiscard]] QString text() const { return m_text; }
    /// Replaces the text. Line breaks become spaces; the text is never taken for HTML.
    void setText(const QString& text);
    void setElideMode(Qt::TextElideMode mode);
    void setAlignment(Qt::Alignment alignment);
    /// What is painted now, shortened if need be.
    [[nodiscard]] QString shownText() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QString m_text;
    Qt::TextElideMode m_mode;
    Qt::Alignment m_alignment = Qt::AlignVCenter | Qt::AlignLeading;
};

} // namespace lw::common
