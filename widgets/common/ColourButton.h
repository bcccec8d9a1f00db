// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows a colour, and lets one choose another.
#pragma once

#include <QColor>
#include <QToolButton>
#include <QWidget>

class QLineEdit;

namespace lw::common {

/// A rounded square of one colour, not interactive.
class ColourSwatch final : public QWidget {
    Q_OBJECT

public:
    explicit ColourSwatch(const QColor& colour = {}, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ColourSwatch)

    [[nodiscard]] QColor colour() const { return m_colour; }
    void setColour(const QColor& colour);
    [[nodiscard]] QSize sizeHint() const override { return {14, 14}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_colour;
};

/// A button that shows a colour; it opens a small palette with a field for a hexadecimal value.
class ColourButton final : public QToolButton {
    Q_OBJECT

public:
    /// `name` says what has this colour; read out by screen readers and shown as tooltip.
    explicit ColourButton(const QString& name, const QColor& colour, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(ColourButton)

    [[nodiscard]] QColor colour() const { return m_colour; }
    /// Shows `colour` without sending colourChosen().
    void setColour(const QColor& colour);
    /// Colours offered in the palette; the theme's chart colours unless set.
    void setChoices(const QList<QColor>& choices);

Q_SIGNALS:
    /// The person picked another colour.
    void colourChosen(const QColor& colour);

private:
    void openPalette();
    QWidget* makeChoices(QWidget* popup);
    QLineEdit* makeHexField(QWidget* popup);
    void choose(const QColor& colour);

    QColor m_colour;
    QList<QColor> m_choices;
};

/// A square icon filled with `colour`, for menus and lists; `side` in device-independent pixels.
[[nodiscard]] QIcon colourIcon(const QColor& colour, int side = 14);

} // namespace lw::common
