// SPDX-License-Identifier: GPL-3.0-or-later
//! Class numbers and colours of a label set, and pictures painted with them.
#pragma once

#include "engine/formats/ImportedSample.h"
#include "models/domain/Label.h"

#include <QHash>
#include <QImage>

#include <vector>

namespace lw::formats {

/// The n-th colour of the PASCAL VOC colour map; 0 is black, the background.
[[nodiscard]] QRgb vocColour(int n);

/// Labels get the numbers 1, 2 … in the order of the label set, then in that of their first use. No two share a colour,
/// none is black: 0 is the background.
class ClassColours {
public:
    explicit ClassColours(const std::vector<domain::Label>& labels = {});

    /// The number of a label; a new one for a name not seen before.
    [[nodiscard]] int number(const QString& label);
    /// Opaque.
    [[nodiscard]] QRgb colour(int number) const { return m_colours[number]; }
    /// Names by number; the first is empty.
    [[nodiscard]] const QStringList& names() const { return m_names; }
    /// Colours by number, black first.
    [[nodiscard]] const QList<QRgb>& palette() const { return m_colours; }

private:
    int add(const QString& name, QRgb wanted);

    QHash<QString, int> m_numbers;
    QStringList m_names;
    QList<QRgb> m_colours;
};

/// The areas of a sample painted over each other in their order, each with its class number (a palette picture) or,
/// with more than 255 classes, its colour. Null when the sample's size is unknown or above kMostMaskPixels.
[[nodiscard]] QImage paintClasses(const ImportedSample& sample, ClassColours& colours);

/// "193,243,53" and back; nullopt for anything else.
[[nodiscard]] QByteArray colourText(QRgb colour);
[[nodiscard]] std::optional<QRgb> colourFromText(std::string_view text);

} // namespace lw::formats
