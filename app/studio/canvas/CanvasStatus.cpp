// SPDX-License-Identifier: GPL-3.0-or-later
//! Small labels in a row.
#include "app/studio/canvas/CanvasStatus.h"

#include "models/items/Texts.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

#include <cmath>

namespace lw::studio {

namespace {

constexpr int kMessageMs = 6'000;

} // namespace

CanvasStatus::CanvasStatus(QWidget* parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("canvasStatus"));
    common::setRole(this, "bar");
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(common::kGrid, 2, common::kGrid, 2);
    row->setSpacing(common::kGrid * 2);
    m_message = new common::ElidedLabel({}, Qt::ElideRight, this);
    m_message->setObjectName(QStringLiteral("canvasMessage"));
    common::setRole(m_message, "muted");
    row->addWidget(m_message, 1);
    m_shape = new QLabel(this);
    m_shape->setObjectName(QStringLiteral("canvasShape"));
    m_shape->setAccessibleName(tr("Size of the selected shape"));
    m_shape->setToolTip(m_shape->accessibleName());
    row->addWidget(m_shape);
    m_colour = new common::ColourSwatch({}, this);
    m_cursor = new QLabel(this);
    m_cursor->setObjectName(QStringLiteral("canvasCursor"));
    m_size = new QLabel(this);
    m_size->setObjectName(QStringLiteral("canvasPictureSize"));
    m_zoom = new QLabel(this);
    m_zoom->setObjectName(QStringLiteral("canvasZoom"));
    // Numbers change with every mouse move; the line must not dance.
    m_cursor->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("x 00000  y 00000")));
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("6400 %")));
    for (QLabel* each : {m_shape, m_cursor, m_size, m_zoom}) {
        common::setRole(each, "muted");
    }
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_colour);
    row->addWidget(m_cursor);
    row->addWidget(m_size);
    row->addWidget(m_zoom);
    m_fade.setSingleShot(true);
    connect(&m_fade, &QTimer::timeout, this, [this] { m_message->setText(m_hint); });
    setShape({});
    clearCursor();
}

void CanvasStatus::tell(const QString& message)
{
    m_message->setText(message);
    m_fade.start(kMessageMs);
}

void CanvasStatus::setHint(const QString& hint)
{
    m_hint = hint;
    if (!m_fade.isActive()) {
        m_message->setText(hint);
    }
}

void CanvasStatus::setCursor(domain::ImagePoint at, QRgb colour)
{
    m_cursor->setText(tr("x %1  y %2").arg(int(std::floor(at.x))).arg(int(std::floor(at.y))));
    m_colour->setVisible(qAlpha(colour) > 0);
    m_colour->setColour(QColor::fromRgb(colour));
    m_colour->setToolTip(tr("Red %1, green %2, blue %3").arg(qRed(colour)).arg(qGreen(colour)).arg(qBlue(colour)));
}

void CanvasStatus::setShape(const QString& size)
{
    m_shape->setText(size);
    m_shape->setVisible(!size.isEmpty());
}

void CanvasStatus::clearCursor()
{
    m_cursor->clear();
    m_colour->hide();
}

void CanvasStatus::setZoom(double zoom)
{
    m_zoom->setText(items::percentText(zoom));
}

void CanvasStatus::setPictureSize(const QSize& size)
{
    m_size->setText(items::pixelsText(size.width(), size.height()));
}

} // namespace lw::studio
