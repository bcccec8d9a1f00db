// SPDX-License-Identifier: GPL-3.0-or-later
//! A label of a dataset's label set (DS-3).
#pragma once

#include "models/domain/Ids.h"

#include <QString>
#include <QStringList>

#include <utility>
#include <vector>

namespace lw::domain {

/// 0xAARRGGBB, the same as Qt's QRgb, which would pull in QtGui.
using Rgb = quint32;

/// A named property that annotations with this label may carry, e.g. colour = black | white.
struct LabelAttribute {
    QString name;
    QStringList values; ///< the choices offered; empty: free text

    bool operator==(const LabelAttribute&) const = default;
};

/// Where a joint lies on the board on which a skeleton is designed: 0 to 1 from left to right, and from top to bottom.
struct JointPlace {
    double x = 0;
    double y = 0;

    bool operator==(const JointPlace&) const = default;
};

/// The joints of a label's skeletons, and the bones between them as pairs of joint numbers from 0.
struct SkeletonLayout {
    QStringList joints;
    std::vector<std::pair<int, int>> bones;
    std::vector<JointPlace> places{}; ///< one for each joint, or empty: never laid out; see placesOf()

    bool operator==(const SkeletonLayout&) const = default;
};

struct Label {
    LabelId id;
    DatasetId datasetId;
    QString name;
    Rgb colour = 0xff888888;
    QString shortcut; ///< a QKeySequence in portable text, or empty; unique within the dataset
    std::vector<LabelAttribute> attributes;
    SkeletonLayout skeleton{}; ///< without joints: the label has no skeletons
    int position = 0;      ///< order in the label set, from 0
    bool isHidden = false; ///< its shapes are not drawn
    bool isLocked = false; ///< its shapes cannot be changed on the canvas
    qint64 samples = 0;     ///< kept by the store: samples with at least one annotation of this label
    qint64 annotations = 0; ///< kept by the store

    bool operator==(const Label&) const = default;
};

/// True for 1 to 32 characters out of Chinese (any Han), Latin letters, digits, '_' and '-'.
/// Spaces inside are allowed too, because real label sets ("traffic light") have them.
[[nodiscard]] bool isValidLabelName(const QString& name);
/// True for 1 to 100 letters, digits, '_' and '-' (dataset and version names, DS-2, VE-1).
[[nodiscard]] bool isValidName(const QString& name);
/// The n-th colour of the palette for new labels: 20 distinct ones readable on light and dark, then repeating.
[[nodiscard]] Rgb paletteColour(int n);

} // namespace lw::domain
