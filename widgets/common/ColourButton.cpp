// SPDX-License-Identifier: GPL-3.0-or-later
//! A colour, its button and the palette that the button opens.
#include "widgets/common/ColourButton.h"

#include "widgets/common/Theme.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QRegularExpressionValidator>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace lw::common {

namespace {

constexpr int kColumns = 5;

void paintSwatch(QPainter& painter, const QRectF& rect, const QColor& colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(blended(colour, colours().text, 0.25), 1));
    painter.setBrush(colour);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
}

} // namespace

ColourSwatch::ColourSwatch(const QColor& colour, QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setColour(colour);
}

void ColourSwatch::setColour(const QColor& colour)
{
    m_colour = colour;
    setAccessibleName(colour.name());
    update();
}

void ColourSwatch::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintSwatch(painter, rect(), m_colour);
}

ColourButton::ColourButton(const QString& name, const QColor& colour, QWidget* parent)
    : QToolButton(parent), m_choices(colours().chart.begin(), colours().chart.end())
{
    setAccessibleName(name);
    setToolTip(name);
    setIconSize({16, 16});
    setColour(colour);
    connect(this, &QToolButton::clicked, this, &ColourButton::openPalette);
}

void ColourButton::setColour(const QColor& colour)
{
    m_colour = colour;
    setIcon(colourIcon(colour, iconSize().width()));
    setAccessibleDescription(colour.name());
}

void ColourButton::setChoices(const QList<QColor>& choices)
{
    m_choices = choices;
}

void ColourButton::openPalette()
{
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("colourPalette"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* panel = new QWidget(menu);
    auto* column = new QVBoxLayout(panel);
    column->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    column->addWidget(makeChoices(menu));
    QLineEdit* hex = makeHexField(menu);
    column->addWidget(hex);
    auto* action = new QWidgetAction(menu);
    action->setDefaultWidget(panel);
    menu->addAction(action);
    menu->popup(mapToGlobal(QPoint(0, height())));
    hex->setFocus();
    hex->selectAll();
}

QWidget* ColourButton::makeChoices(QWidget* popup)
{
    auto* grid = new QWidget(popup);
    auto* layout = new QGridLayout(grid);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (qsizetype i = 0; i < m_choices.size(); ++i) {
        const QColor choice = m_choices.at(i);
        auto* button = new QToolButton(grid);
        button->setObjectName(QStringLiteral("choice-%1").arg(choice.name()));
        button->setIcon(colourIcon(choice, 18));
        button->setIconSize({18, 18});
        button->setAutoRaise(true);
        button->setToolTip(choice.name());
        button->setAccessibleName(choice.name());
        connect(button, &QToolButton::clicked, this, [this, popup, choice] {
            popup->close();
            choose(choice);
        });
        layout->addWidget(button, int(i) / kColumns, int(i) % kColumns);
    }
    return grid;
}

QLineEdit* ColourButton::makeHexField(QWidget* popup)
{
    auto* field = new QLineEdit(m_colour.name(), popup);
    field->setObjectName(QStringLiteral("colourHex"));
    field->setAccessibleName(tr("Colour as #rrggbb"));
    field->setToolTip(tr("Colour as #rrggbb"));
    static const QRegularExpression hexColour(QStringLiteral("#?[0-9A-Fa-f]{6}"));
    field->setValidator(new QRegularExpressionValidator(hexColour, field));
    connect(field, &QLineEdit::returnPressed, this, [this, popup, field] {
        QString text = field->text();
        popup->close();
        choose(QColor(text.startsWith(QLatin1Char('#')) ? text : text.prepend(QLatin1Char('#'))));
    });
    return field;
}

void ColourButton::choose(const QColor& colour)
{
    if (!colour.isValid() || colour == m_colour)
        return;
    setColour(colour);
    Q_EMIT colourChosen(colour);
}

QIcon colourIcon(const QColor& colour, int side)
{
    QIcon icon;
    for (const int ratio : {1, 2, 3}) {
        QPixmap pixmap(side * ratio, side * ratio);
        pixmap.setDevicePixelRatio(ratio);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintSwatch(painter, QRectF(0, 0, side, side), colour);
        painter.end();
        icon.addPixmap(pixmap);
        icon.addPixmap(pixmap, QIcon::Selected);
    }
    return icon;
}

} // namespace lw::common
