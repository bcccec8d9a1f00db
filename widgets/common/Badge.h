// SPDX-License-Identifier: GPL-3.0-or-later
//! A small coloured pill: a count, a state, a label name.
#pragma once

#include <QWidget>

namespace lw::common {

/// What a badge says by its colour.
enum class BadgeKind { Neutral, Accent, Success, Warning, Danger };

/// Plain text in a pill with the colours of a kind, or filled with one colour of the data (a label's colour).
class Badge final : public QWidget {
    Q_OBJECT

public:
    explicit Badge(const QString& text, BadgeKind kind = BadgeKind::Neutral, QWidget* parent = nullptr);
    /// Filled with `fill`; the text becomes black or white, whichever can be read.
    Badge(const QString& text, const QColor& fill, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Badge)

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString& text);
    void setKind(BadgeKind kind);
    void setFill(const QColor& fill);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    QColor m_fill;
    QColor m_ink;
};

} // namespace lw::common
