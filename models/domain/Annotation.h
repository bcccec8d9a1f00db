// SPDX-License-Identifier: GPL-3.0-or-later
//! One labelled object on a sample.
#pragma once

#include "models/domain/Ids.h"
#include "models/domain/Shape.h"

#include <QMap>
#include <QString>

#include <optional>

namespace lw::domain {

struct Annotation {
    AnnotationId id; ///< unique within its sample; invalid until the document or the store gives one
    LabelId labelId;
    Shape shape;
    int order = 0; ///< stacking order, larger is nearer to the eye
    bool isDifficult = false;
    bool isTruncated = false;
    bool isOccluded = false;
    bool isHard = false;
    std::optional<double> hardCoefficient; ///< 0 to 1
    std::optional<double> confidence;      ///< 0 to 1; absent for work by people
    QString pose;                          ///< empty means "Unspecified"
    QMap<QString, QString> attributes;     ///< values of the label's attributes
    QString author;                        ///< who or which model made it last: "human", a member, "modelarts/…"
    qint64 createdAt = 0;                  ///< milliseconds since 1970 UTC
    QByteArray extra;                      ///< JSON object of imported fields that have no place above; or empty

    bool operator==(const Annotation&) const = default;
};

} // namespace lw::domain
