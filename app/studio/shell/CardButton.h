// SPDX-License-Identifier: GPL-3.0-or-later
//! A button as large as a card: an icon, a strong line and a quiet line.
#pragma once

#include <QAbstractButton>

namespace lw::studio {

class CardButton final : public QAbstractButton {
    Q_OBJECT

public:
    enum class Look {
        Line,  ///< icon at the left, two lines beside it
        Number ///< a large number over icon and words
    };

    /// `text` is the strong line, or the number; `note` the quiet one.
    CardButton(Look look, const QString& icon, const QString& text, const QString& note, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(CardButton)

    /// Changes the strong line.
    void setStrongText(const QString& text);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void paintLine(QPainter& painter) const;
    void paintNumber(QPainter& painter) const;
    void drawText(QPainter& painter, const QRect& rect, const QString& text, Qt::TextElideMode mode) const;

    Look m_look;
    QString m_icon;
    QString m_note;
};

} // namespace lw::studio
