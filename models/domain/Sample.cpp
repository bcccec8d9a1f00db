// SPDX-License-Identifier: GPL-3.0-or-later
//! Paths and usage names of samples.
#include "models/domain/Sample.h"

namespace lw::domain {

QString absolutePath(const Sample& sample, const QString& inputLocation)
{
    if (sample.folder.isEmpty()) {
        return inputLocation + u'/' + sample.name;
    }
    if (sample.folder.startsWith(u'/') || (sample.folder.size() > 1 && sample.folder.at(1) == u':')) {
        return sample.folder + u'/' + sample.name;
    }
    return inputLocation + u'/' + sample.folder + u'/' + sample.name;
}

QString storedFolder(const QString& absoluteFolder, const QString& inputLocation)
{
    if (absoluteFolder == inputLocation) {
        return {};
    }
    const QString prefix = inputLocation + u'/';
    return absoluteFolder.startsWith(prefix) ? absoluteFolder.mid(prefix.size()) : absoluteFolder;
}

QString usageName(SampleUsage usage)
{
    switch (usage) {
    case SampleUsage::Train:
        return QStringLiteral("TRAIN");
    case SampleUsage::Eval:
        return QStringLiteral("EVAL");
    case SampleUsage::Test:
        return QStringLiteral("TEST");
    case SampleUsage::Inference:
        return QStringLiteral("INFERENCE");
    case SampleUsage::None:
        break;
    }
    return {};
}

SampleUsage usageFromName(QStringView name)
{
    for (SampleUsage usage : {SampleUsage::Train, SampleUsage::Eval, SampleUsage::Test, SampleUsage::Inference}) {
        if (name.compare(usageName(usage), Qt::CaseInsensitive) == 0) {
            return usage;
        }
    }
    return SampleUsage::None;
}

} // namespace lw::domain
