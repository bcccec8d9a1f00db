// SPDX-License-Identifier: GPL-3.0-or-later
//! An icon engine that colours the embedded SVG files when they are painted.
#include "widgets/common/Icons.h"

#include "resources/UiResources.h"
#include "widgets/common/Theme.h"

#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

namespace lw::common {

namespace {

/// Source text of one icon; read once, because the same icon is drawn in many sizes and colours.
const QByteArray& svgSource(const QString& name)
{
    static QHash<QString, QByteArray> sources;
    const auto known = sources.constFind(name);
    if (known != sources.constEnd())
        return *known;
    resources::initUi();
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QByteArray source;
    if (file.open(QIODevice::ReadOnly))
        source = file.readAll();
    return *sources.insert(name, source);
}

class SvgIconEngine final : public QIconEngine {
public:
    SvgIconEngine(QString name, std::optional<QColor> colour) : m_name(std::move(name)), m_colour(std::move(colour)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state, ratio));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// `size` is in device pixels already.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal ratio) override
    {
        if (size.isEmpty())
            return {};
        const QColor colour = colourFor(mode, state);
        const bool faded = mode == QIcon::Disabled && m_colour.has_value();
        const QString cacheKey = QStringLiteral("lw-icon:%1:%2:%3x%4:%5:%6")
                                     .arg(m_name, colour.name(QColor::HexArgb))
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(ratio)
                                     .arg(int(faded));
        QPixmap pixmap;
        if (!QPixmapCache::find(cacheKey, &pixmap)) {
            pixmap = rendered(size, colour, faded ? 0.4 : 1.0);
            pixmap.setDevicePixelRatio(ratio);
            QPixmapCache::insert(cacheKey, pixmap);
        }
        return pixmap;
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine* clone() const override { return new SvgIconEngine(m_name, m_colour); }
    QString key() const override { return QStringLiteral("lw-svg"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return svgSource(m_name).isEmpty(); }

private:
    QColor colourFor(QIcon::Mode mode, QIcon::State state) const
    {
        if (m_colour)
            return *m_colour;
        const ThemeColours& theme = colours();
        if (mode == QIcon::Disabled)
            return blended(theme.window, theme.textMuted, 0.55);
        return state == QIcon::On ? theme.accent : theme.text;
    }

    /// The drawing is square and sits in the middle of `size`.
    QPixmap rendered(const QSize& size, const QColor& colour, qreal opacity) const
    {
        QByteArray source = svgSource(m_name);
        source.replace("currentColor", colour.name().toLatin1());
        QSvgRenderer renderer(source);
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setOpacity(opacity * colour.alphaF());
        const int side = qMin(size.width(), size.height());
        renderer.render(&painter, QRectF((size.width() - side) / 2, (size.height() - side) / 2, side, side));
        return pixmap;
    }

    QString m_name;
    std::optional<QColor> m_colour;
};

QIcon makeIcon(const QString& name, std::optional<QColor> colour)
{
    if (svgSource(name).isEmpty()) {
        qWarning("there is no icon %s", qUtf8Printable(name));
        return {};
    }
    return QIcon(new SvgIconEngine(name, std::move(colour)));
}

} // namespace

QIcon icon(const QString& name)
{
    return makeIcon(name, std::nullopt);
}

QIcon icon(const QString& name, const QColor& colour)
{
    return makeIcon(name, colour);
}

QIcon appIcon()
{
    return makeIcon(QStringLiteral("app"), std::nullopt);
}

} // namespace lw::common
