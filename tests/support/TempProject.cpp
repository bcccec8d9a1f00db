// SPDX-License-Identifier: GPL-3.0-or-later
//! Builds the temporary project.
#include "tests/support/TempProject.h"

#include <QtTest>

#include <map>
#include <set>

namespace lw::tests {

using domain::Annotation;

TempProject::TempProject()
{
    auto made = store::Store::create(dir.filePath(QStringLiteral("project")));
    if (!made) {
        qFatal("no temporary project: %s", qPrintable(made.error().detail));
    }
    store = std::move(*made);
    domain::Dataset value;
    value.name = QStringLiteral("boxes");
    value.inputLocation = dir.filePath(QStringLiteral("in"));
    value.outputLocation = dir.filePath(QStringLiteral("out"));
    domain::Label first, second;
    first.name = QStringLiteral("cat");
    first.colour = 0;
    second.name = QStringLiteral("dog");
    second.colour = 0;
    dataset = *store::DatasetRepository(*store).create(value, {first, second}).result();
    const auto labels = store::LabelRepository(*store).list(dataset);
    cat = labels->at(0).id;
    dog = labels->at(1).id;
}

void TempProject::addSamples(int count, const std::function<std::vector<Annotation>(int)>& boxes,
                             domain::SampleState state)
{
    store::TaskRepository tasks(*store);
    domain::Task task;
    task.datasetId = dataset;
    task.id = *tasks.start(task).result();
    store::BulkWriter writer(*store, dataset, task.id);
    for (int i = 0; i < count; ++i) {
        store::IncomingSample incoming;
        incoming.sample.name = QStringLiteral("%1.jpg").arg(i, 4, 10, QLatin1Char('0'));
        incoming.sample.width = 640;
        incoming.sample.height = 480;
        incoming.sample.state = state;
        if (boxes) {
            incoming.annotations = boxes(i);
        }
        QVERIFY(writer.add(std::move(incoming)).has_value());
    }
    QVERIFY(writer.finish().has_value());
    task.state = domain::TaskState::Done;
    QVERIFY(tasks.finish(task, {}).result().has_value());
}

QList<domain::SampleId> TempProject::ids(const domain::SampleFilter& filter) const
{
    return store::SampleRepository(*store).ids(dataset, filter).value();
}

Annotation TempProject::box(domain::LabelId label, double x, double y, double w, double h) const
{
    Annotation a;
    a.labelId = label;
    a.shape = domain::Shape::box({x, y}, {x + w, y + h});
    a.author = QStringLiteral("human");
    return a;
}

namespace {

QString text(const domain::DatasetCounters& c, const std::map<qint64, std::pair<qint64, qint64>>& labels)
{
    QString result = QStringLiteral("total %1 labelled %2 confirm %3 hard %4 annotations %5")
                         .arg(c.total)
                         .arg(c.labelled)
                         .arg(c.toConfirm)
                         .arg(c.hard)
                         .arg(c.annotations);
    for (const auto& [id, counts] : labels) {
        result += QStringLiteral(" label %1: %2/%3").arg(id).arg(counts.first).arg(counts.second);
    }
    return result;
}

} // namespace

QString TempProject::recount() const
{
    domain::DatasetCounters c;
    std::map<qint64, std::pair<qint64, qint64>> labels;
    const auto known = store::LabelRepository(*store).list(dataset);
    for (const domain::Label& label : *known) {
        labels[label.id.value] = {0, 0};
    }
    const auto read = store::SampleRepository(*store).forEach(
        dataset, {}, [&](const domain::Sample& sample, std::vector<Annotation>&& annotations) {
            ++c.total;
            c.labelled += sample.state == domain::SampleState::Labelled;
            c.toConfirm += sample.state == domain::SampleState::ToConfirm;
            c.hard += sample.isHard;
            c.annotations += qint64(annotations.size());
            std::set<qint64> seen;
            for (const Annotation& a : annotations) {
                ++labels[a.labelId.value].second;
                labels[a.labelId.value].first += seen.insert(a.labelId.value).second;
            }
            return true;
        });
    return read ? text(c, labels) : read.error().detail;
}

QString TempProject::keptCounters() const
{
    std::map<qint64, std::pair<qint64, qint64>> labels;
    const auto known = store::LabelRepository(*store).list(dataset);
    for (const domain::Label& label : *known) {
        labels[label.id.value] = {label.samples, label.annotations};
    }
    return text(store::DatasetRepository(*store).find(dataset)->counters, labels);
}

} // namespace lw::tests
