// SPDX-License-Identifier: GPL-3.0-or-later
//! How work of models is told from work of people.
#include "models/domain/SmartRun.h"

namespace lw::domain {

QString modelAuthor(const QString& name)
{
    return QStringLiteral("model/") + name;
}

bool isModelAuthor(const QString& author)
{
    return author.startsWith(QLatin1String("model/")) || author == QLatin1String("modelarts/active-learning") ||
           author == QLatin1String("modelarts/auto-label") || author == QLatin1String("modelarts/hard_example_algo");
}

} // namespace lw::domain
