// SPDX-License-Identifier: GPL-3.0-or-later
//! Routes as text and back.
#include "app/studio/Route.h"

#include <QStringList>

#include <array>

namespace lw::studio {

namespace {

struct PageName {
    PageKind page;
    const char* name;
};

constexpr std::array kPageNames = {
    PageName{PageKind::Welcome, "welcome"},   PageName{PageKind::Datasets, "datasets"},
    PageName{PageKind::Overview, "overview"}, PageName{PageKind::Samples, "samples"},
    PageName{PageKind::Canvas, "canvas"},     PageName{PageKind::Versions, "versions"},
    PageName{PageKind::Tasks, "tasks"},       PageName{PageKind::Settings, "settings"},
    PageName{PageKind::Help, "help"},         PageName{PageKind::Trash, "trash"},
    PageName{PageKind::Training, "training"}, PageName{PageKind::Job, "job"},
    PageName{PageKind::Models, "models"},     PageName{PageKind::CompareJobs, "compare"},
    PageName{PageKind::Evaluation, "evaluation"},
};

} // namespace

bool Route::needsProject() const
{
    return page != PageKind::Welcome && page != PageKind::Settings && page != PageKind::Help && page != PageKind::Tasks;
}

bool Route::needsDataset() const
{
    return page == PageKind::Overview || page == PageKind::Samples || page == PageKind::Canvas ||
           page == PageKind::Versions;
}

PageKind Route::section() const
{
    switch (page) {
    case PageKind::Canvas:
        return PageKind::Samples;
    case PageKind::Job:
    case PageKind::CompareJobs:
    case PageKind::Evaluation:
        return PageKind::Training;
    default:
        return page;
    }
}

QString Route::toText() const
{
    QStringList parts;
    for (const PageName& each : kPageNames) {
        if (each.page == page) {
            parts.append(QLatin1String(each.name));
        }
    }
    if (dataset.isValid()) {
        parts.append(QString::number(dataset.value));
    }
    if (sample.isValid()) {
        parts.append(QString::number(sample.value));
    }
    if (!anchor.isEmpty()) {
        parts.append(anchor);
    }
    return parts.join(QLatin1Char('/'));
}

std::optional<Route> Route::fromText(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('/'));
    Route route;
    bool isKnown = false;
    for (const PageName& each : kPageNames) {
        if (parts.front() == QLatin1String(each.name)) {
            route.page = each.page;
            isKnown = true;
        }
    }
    if (!isKnown) {
        return std::nullopt;
    }
    for (qsizetype i = 1; i < parts.size(); ++i) {
        bool isNumber = false;
        const qint64 number = parts[i].toLongLong(&isNumber);
        if (!isNumber) {
            route.anchor = parts[i];
        } else if (!route.dataset.isValid()) {
            route.dataset = domain::DatasetId(number);
        } else {
            route.sample = domain::SampleId(number);
        }
    }
    if (route.needsDataset() && !route.dataset.isValid()) {
        return std::nullopt;
    }
    return route;
}

} // namespace lw::studio
