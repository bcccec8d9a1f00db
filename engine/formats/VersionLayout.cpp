// SPDX-License-Identifier: GPL-3.0-or-later
//! The published layout.
#include "engine/formats/VersionLayout.h"

#include "engine/formats/ManifestWriter.h"
#include "models/domain/Label.h"

#include <QFileInfo>

namespace lw::formats {

QString versionFolder(const VersionPlace& place)
{
    return place.outputLocation + u'/' + place.datasetName + u'-' + place.datasetUid + QStringLiteral("/annotation/") +
           place.versionName;
}

QString versionManifest(const VersionPlace& place)
{
    return versionFolder(place) + u'/' + place.versionName + QStringLiteral(".manifest");
}

core::Result<std::unique_ptr<DatasetWriter>> beginVersion(const VersionPlace& place, WriteOptions options)
{
    for (const QString& name : {place.datasetName, place.datasetUid, place.versionName}) {
        if (!domain::isValidName(name)) {
            return core::failure(core::ErrorCode::InvalidArgument, name);
        }
    }
    // An empty folder of that name is somebody's too: a version appears by one rename or not at all.
    if (QFileInfo::exists(versionFolder(place))) {
        return core::failure(core::ErrorCode::AlreadyExists, {}, versionFolder(place));
    }
    options.name = place.versionName;
    auto writer = std::make_unique<ManifestWriter>();
    if (const core::Result<> begun = writer->begin(versionFolder(place), options); !begun) {
        return core::failure(begun.error());
    }
    return std::unique_ptr<DatasetWriter>(std::move(writer));
}

} // namespace lw::formats
