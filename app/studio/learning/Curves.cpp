// SPDX-License-Identifier: GPL-3.0-or-later
//! Sorts points into curves.
#include "app/studio/learning/Curves.h"

#include "models/items/EngineTexts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace lw::studio {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::Curves)
};

QString curveName(const QString& name)
{
    const QString title = items::metricTitle(bareName(name));
    if (name.startsWith(QLatin1String("train/"))) {
        //: a curve, "loss (training)"
        return Words::tr("%1 (training)").arg(title);
    }
    //: a curve, "loss (validation)"
    return name.startsWith(QLatin1String("validation/")) ? Words::tr("%1 (validation)").arg(title) : title;
}

} // namespace

QString bareName(const QString& name)
{
    return name.section(u'/', -1);
}

bool isLoss(const QString& name)
{
    return bareName(name).endsWith(QLatin1String("loss"), Qt::CaseInsensitive);
}

bool isQuality(const QString& name)
{
    return items::isShareMetric(bareName(name));
}

std::vector<charts::LineSeries> curvesOf(const std::vector<domain::MetricPoint>& points, CurveAxis axis,
                                         const std::function<bool(const QString&)>& wants)
{
    QHash<QString, size_t> places;
    std::vector<charts::LineSeries> curves;
    QStringList names;
    for (const domain::MetricPoint& point : points) {
        auto place = places.constFind(point.name);
        if (place == places.cend()) {
            const bool isWanted = wants(point.name);
            place = places.insert(point.name, isWanted ? curves.size() : SIZE_MAX);
            if (isWanted) {
                curves.push_back({curveName(point.name), {}});
                names.append(point.name);
            }
        }
        if (*place != SIZE_MAX) {
            curves[*place].points.append({axis == CurveAxis::Steps ? double(point.step) : point.seconds, point.value});
        }
    }
    const auto isValidation = [](const QString& name) { return name.startsWith(QLatin1String("validation/")); };
    if (std::all_of(names.begin(), names.end(), isValidation)) {
        for (qsizetype i = 0; i < names.size(); ++i) {
            curves[size_t(i)].name = items::metricTitle(bareName(names.at(i))); // nothing to tell them apart from
        }
    }
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool isTraining = names.at(i).startsWith(QLatin1String("train/"));
        curves[size_t(i)].isDashed =
            isTraining && names.contains(QString(QStringLiteral("validation/") + bareName(names.at(i))));
    }
    return curves;
}

} // namespace lw::studio
