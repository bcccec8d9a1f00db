// SPDX-License-Identifier: GPL-3.0-or-later
//! The JSON text of COCO's objects.
#pragma once

#include "engine/formats/DatasetFormat.h"

#include <QByteArray>
#include <QHash>

#include <string_view>

namespace lw::formats {

/// The categories: the dataset's labels in their order, ids from 1; names that are not among them follow.
class CocoLabels {
public:
    explicit CocoLabels(const std::vector<domain::Label>& labels = {});

    /// The id of a label, which is added if it is new.
    [[nodiscard]] int idOf(const QString& label);
    /// The array of all.
    [[nodiscard]] QByteArray text() const;

private:
    std::vector<domain::Label> m_labels;
    QHash<QString, int> m_ids;
    QString m_lastName;
    int m_lastId = 0;
};

/// Where kept fields go that are called like a field of COCO: an object among the others.
inline constexpr std::string_view kKeptMember = "kept_fields";

struct CocoAnnotationIds {
    qint64 annotation = 0;
    qint64 image = 0;
    int category = 0;
};

/// Appends an image object. `fileName` is UTF-8.
void appendCocoImage(QByteArray& out, const ImportedSample& sample, qint64 id, const std::string& fileName,
                     const WriteOptions& options);
/// Appends an annotation object. False, and nothing is appended, for kinds of shapes that COCO does not have.
bool appendCocoAnnotation(QByteArray& out, const ImportedSample& sample, const domain::Annotation& annotation,
                          const CocoAnnotationIds& ids, const WriteOptions& options);

} // namespace lw::formats
