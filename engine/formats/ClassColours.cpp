// SPDX-License-Identifier: GPL-3.0-or-later
//! Distinct colours and painted class masks.
#include "engine/formats/ClassColours.h"

#include "engine/formats/MaskPixels.h"
#include "engine/formats/TextNumbers.h"

#include <algorithm>

namespace lw::formats {

QRgb vocColour(int n)
{
    int r = 0, g = 0, b = 0;
    for (int bit = 7; n != 0; n >>= 3, --bit) {
        r |= (n & 1) << bit;
        g |= (n >> 1 & 1) << bit;
        b |= (n >> 2 & 1) << bit;
    }
    return qRgb(r, g, b);
}

ClassColours::ClassColours(const std::vector<domain::Label>& labels)
{
    m_names.append(QString());
    m_colours.append(qRgb(0, 0, 0));
    for (const domain::Label& label : labels) {
        if (!m_numbers.contains(label.name)) {
            add(label.name, label.colour | 0xff000000U);
        }
    }
}

int ClassColours::number(const QString& label)
{
    const auto known = m_numbers.constFind(label);
    return known != m_numbers.constEnd() ? *known : add(label, vocColour(int(m_names.size())));
}

int ClassColours::add(const QString& name, QRgb wanted)
{
    for (int n = 1; m_colours.contains(wanted); ++n) {
        wanted = vocColour(n);
    }
    m_numbers.insert(name, int(m_names.size()));
    m_names.append(name);
    m_colours.append(wanted);
    return int(m_names.size()) - 1;
}

QImage paintClasses(const ImportedSample& sample, ClassColours& colours)
{
    const QSize size(sample.sample.width, sample.sample.height);
    if (size.isEmpty() || qint64(size.width()) * size.height() > kMostMaskPixels) {
        return {};
    }
    std::vector<std::pair<const NamedAnnotation*, int>> areas;
    for (const NamedAnnotation& named : sample.annotations) {
        if (domain::isArea(named.annotation.shape.kind)) {
            areas.emplace_back(&named, colours.number(named.label));
        }
    }
    std::stable_sort(areas.begin(), areas.end(), [](const auto& a, const auto& b) {
        return a.first->annotation.order < b.first->annotation.order;
    });
    const bool hasPalette = colours.names().size() <= 256;
    QImage picture(size, hasPalette ? QImage::Format_Indexed8 : QImage::Format_RGB32);
    if (picture.isNull()) {
        return {};
    }
    if (hasPalette) {
        picture.setColorTable(colours.palette());
    }
    picture.fill(hasPalette ? 0U : qRgb(0, 0, 0));
    for (const auto& [named, number] : areas) {
        const domain::Shape& shape = named->annotation.shape;
        const domain::Mask mask = shape.kind == domain::ShapeKind::Mask ? shape.mask : maskOf(shape, size);
        if (hasPalette) {
            mask.drawOn(picture.bits(), picture.bytesPerLine(), picture.rect(), uchar(number));
            continue;
        }
        QImage own(mask.width, mask.height, QImage::Format_Grayscale8);
        own.fill(0);
        mask.drawOn(own.bits(), own.bytesPerLine(), mask.boundingRect());
        for (int y = std::max(0, -mask.y); y < std::min(mask.height, size.height() - mask.y); ++y) {
            auto* row = reinterpret_cast<QRgb*>(picture.scanLine(mask.y + y));
            for (int x = std::max(0, -mask.x); x < std::min(mask.width, size.width() - mask.x); ++x) {
                row[mask.x + x] = own.constScanLine(y)[x] != 0 ? colours.colour(number) : row[mask.x + x];
            }
        }
    }
    return picture;
}

QByteArray colourText(QRgb colour)
{
    return QByteArray::number(qRed(colour)) + ',' + QByteArray::number(qGreen(colour)) + ',' +
           QByteArray::number(qBlue(colour));
}

std::optional<QRgb> colourFromText(std::string_view text)
{
    int parts[3] = {};
    for (int i = 0; i < 3; ++i) {
        const size_t end = i < 2 ? text.find(',') : text.size();
        const std::optional<double> part = end == std::string_view::npos ? std::nullopt : parseNumber(text.substr(0, end));
        if (!part || *part < 0 || *part > 255 || *part != int(*part)) {
            return std::nullopt;
        }
        parts[i] = int(*part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return qRgb(parts[0], parts[1], parts[2]);
}

} // namespace lw::formats
