// SPDX-License-Identifier: GPL-3.0-or-later
//! Drawn pictures and the copies of them that near-duplicate search must recognise.
#pragma once

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

#include <functional>
#include <vector>

namespace lw::tests {

/// A picture of coloured shapes on a slope of colour; another `seed` gives quite another one.
inline QImage drawnPicture(quint32 seed, QSize size = {240, 180})
{
    QRandomGenerator random(seed * 7919 + 13);
    const auto colour = [&] {
        return QColor::fromHsv(int(random.bounded(360)), int(random.bounded(60, 256)), int(random.bounded(40, 256)));
    };
    QImage picture(size, QImage::Format_RGB32);
    QPainter painter(&picture);
    QLinearGradient slope(0, 0, random.bounded(size.width()), size.height());
    slope.setColorAt(0, colour());
    slope.setColorAt(1, colour());
    painter.fillRect(picture.rect(), slope);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < 14; ++i) {
        painter.setBrush(colour());
        painter.setPen(QPen(colour(), 1 + random.bounded(4)));
        const QRectF place(random.bounded(size.width()) - 20, random.bounded(size.height()) - 20,
                           20 + random.bounded(size.width() / 2), 20 + random.bounded(size.height() / 2));
        i % 3 == 0   ? painter.drawRect(place)
        : i % 3 == 1 ? painter.drawEllipse(place)
                     : painter.drawLine(place.topLeft(), place.bottomRight());
    }
    return picture;
}

inline QImage throughJpeg(const QImage& picture, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    picture.save(&buffer, "JPG", quality);
    return QImage::fromData(bytes, "JPG");
}

inline QImage brightened(const QImage& source, double factor)
{
    QImage picture = source.convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(y));
        for (int x = 0; x < picture.width(); ++x) {
            const auto level = [factor](int value) { return std::min(255, int(value * factor)); };
            line[x] = qRgb(level(qRed(line[x])), level(qGreen(line[x])), level(qBlue(line[x])));
        }
    }
    return picture;
}

struct PictureVariant {
    const char* name;
    std::function<QImage(const QImage&)> make;
};

/// The variants of the measurements; the last ones are the hard ones.
inline const std::vector<PictureVariant>& pictureVariants()
{
    const auto cropped = [](const QImage& p, double part) {
        const int x = int(p.width() * part), y = int(p.height() * part);
        return p.copy(x, y, p.width() - 2 * x, p.height() - 2 * y);
    };
    static const std::vector<PictureVariant> all = {
        {"half size",
         [](const QImage& p) { return p.scaled(p.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation); }},
        {"jpeg q30", [](const QImage& p) { return throughJpeg(p, 30); }},
        {"brighter", [](const QImage& p) { return brightened(p, 1.25); }},
        {"darker", [](const QImage& p) { return brightened(p, 0.75); }},
        {"mirrored", [](const QImage& p) { return p.mirrored(true, false); }},
        {"crop 2.5 % a side", [cropped](const QImage& p) { return cropped(p, 0.025); }},
        {"logo",
         [](const QImage& p) {
             QImage marked = p.convertToFormat(QImage::Format_RGB32);
             QPainter painter(&marked);
             painter.fillRect(QRect(p.width() * 7 / 10, p.height() * 8 / 10, p.width() / 4, p.height() / 8), Qt::white);
             return marked;
         }},
        {"shift 4 %",
         [](const QImage& p) {
             QImage shifted(p.size(), QImage::Format_RGB32);
             shifted.fill(Qt::black);
             QPainter(&shifted).drawImage(QPoint(p.width() / 24, p.height() / 32), p);
             return shifted;
         }},
        {"crop 5 % a side", [cropped](const QImage& p) { return cropped(p, 0.05); }},
        {"turned 5 degrees",
         [](const QImage& p) {
             QImage turned(p.size(), QImage::Format_RGB32);
             turned.fill(Qt::black);
             QPainter painter(&turned);
             painter.setRenderHint(QPainter::SmoothPixmapTransform);
             painter.translate(p.width() / 2.0, p.height() / 2.0);
             painter.rotate(5);
             painter.drawImage(QPointF(-p.width() / 2.0, -p.height() / 2.0), p);
             return turned;
         }},
    };
    return all;
}

} // namespace lw::tests
