// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs the importer's own mapping on the first sources.
#include "app/studio/flows/MappingPreview.h"

#include "app/scenarios/Messages.h"
#include "engine/formats/SourceMapping.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace lw::studio {

namespace {

constexpr int kRows = 20;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::MappingPreview)
};

QString wayText(const formats::MappedSource& mapped)
{
    using formats::MappingWay;
    switch (mapped.way) {
    case MappingWay::Rule:
        return Texts::tr("by your rule");
    case MappingWay::Relative:
        return Texts::tr("relative to the manifest");
    case MappingWay::SamePath:
        return Texts::tr("the path itself");
    case MappingWay::BesideManifest:
        return Texts::tr("beside the manifest");
    case MappingWay::ByName:
        return Texts::tr("by its name in the input location");
    case MappingWay::NotFound:
        return Texts::tr("not found; searched in %1").arg(mapped.path);
    case MappingWay::Outside:
        return Texts::tr("refused: leaves its folder");
    case MappingWay::NameTooLong:
        return Texts::tr("refused: the name is too long");
    case MappingWay::NotAFile:
        break;
    }
    return Texts::tr("is not a file");
}

bool isFound(formats::MappingWay way)
{
    return way < formats::MappingWay::NotFound;
}

} // namespace

dialogs::MappingPreviewer mappingPreviewer(const QString& inputLocation)
{
    return [inputLocation](const QString& manifest, const std::vector<dialogs::SourceRule>& rules) {
        dialogs::MappingPreview preview;
        const auto sources = formats::firstSources(manifest, kRows);
        if (!sources) {
            preview.error = scenarios::errorText(sources.error());
            return preview;
        }
        std::vector<formats::MappingRule> mapping;
        for (const dialogs::SourceRule& rule : rules) {
            mapping.push_back({rule.prefix, rule.folder});
        }
        formats::SourceMapping finder(QFileInfo(manifest).absolutePath(), inputLocation, mapping);
        for (const QString& source : *sources) {
            const formats::MappedSource mapped = finder.map(source);
            const bool found = isFound(mapped.way);
            preview.rows.push_back({source, found ? mapped.path : QString(), wayText(mapped)});
            preview.found += found ? 1 : 0;
        }
        return preview;
    };
}

} // namespace lw::studio
