// SPDX-License-Identifier: GPL-3.0-or-later
//! A big VOC folder and what the fault tests check of a project.
#pragma once

#include "app/scenarios/ImportDataset.h"
#include "models/store/TaskRepository.h"
#include "models/store/VersionRepository.h"
#include "tests/app/cli/CliProcess.h"
#include "tests/app/scenarios/ScenarioProject.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <filesystem>

namespace lw::tests {

/// `count` pictures with two boxes each; the pictures are hard links to one file.
inline void writeBigFolder(const QString& folder, int count)
{
    writePicture(folder + QStringLiteral("/p0.png"));
    for (int i = 0; i < count; ++i) {
        const QString base = folder + QStringLiteral("/p%1").arg(i);
        if (i > 0) {
            std::filesystem::create_hard_link(QString(folder + QStringLiteral("/p0.png")).toStdString(),
                                              QString(base + QStringLiteral(".png")).toStdString());
        }
        writeVoc(base + QStringLiteral(".xml"), QStringLiteral("p%1.png").arg(i),
                 {{QStringLiteral("fresh%1").arg(i % 5), 1, 1, 9, 9}, {QStringLiteral("other"), 3, 3, 20, 30}});
    }
}

/// A project whose dataset "d" has two samples and one label before the fault comes.
struct FaultProject {
    /// In a temporary folder of its own unless `where` is given.
    explicit FaultProject(const QString& where = {}) : root(where.isEmpty() ? QDir(own.path()).canonicalPath() : where)
    {
        auto created = scenarios::createProject(root + QStringLiteral("/p"));
        if (!created) {
            return;
        }
        scenarios::CreateDatasetRequest request;
        request.name = QStringLiteral("d");
        request.inputLocation = root + QStringLiteral("/in");
        request.outputLocation = root + QStringLiteral("/out");
        dataset = scenarios::createDataset(**created, request).value_or(domain::Dataset());
        for (int i = 0; i < 2; ++i) {
            const QString base = root + QStringLiteral("/in/before%1").arg(i);
            writePicture(base + QStringLiteral(".png"), i);
            writeVoc(base + QStringLiteral(".xml"), QStringLiteral("before%1.png").arg(i),
                     {{QStringLiteral("old"), 1, 1, 9, 9}});
        }
        scenarios::ImportRequest import;
        import.dataset = dataset.id;
        import.format = QStringLiteral("voc");
        import.from = dataset.inputLocation;
        isReady = scenarios::importDataset(**created, import, {}).has_value();
    }

    [[nodiscard]] QStringList importArguments(const QString& from, const QStringList& more = {}) const
    {
        return QStringList{QStringLiteral("dataset"),   QStringLiteral("import"),
                           QStringLiteral("--project"), root + QStringLiteral("/p"),
                           QStringLiteral("--dataset"), QStringLiteral("d"),
                           QStringLiteral("--format"),  QStringLiteral("voc"),
                           QStringLiteral("--from"),    from} +
               more;
    }

    /// The file is sound, counters agree with the rows, and nothing is left of the import but what was there before.
    void verifyAsBefore() const
    {
        verifySound();
        const auto store = scenarios::openProject(root + QStringLiteral("/p"));
        QVERIFY(store);
        const auto now = store::DatasetRepository(**store).find(dataset.id);
        QVERIFY(now);
        QCOMPARE(now->counters.total, 2);
        QCOMPARE(now->counters.labelled, 2);
        QCOMPARE(now->counters.annotations, 2);
        QCOMPARE(store::SampleRepository(**store).ids(dataset.id, {})->size(), 2);
        const auto labels = store::LabelRepository(**store).list(dataset.id);
        QVERIFY(labels);
        QCOMPARE(labels->size(), size_t(1));
        QCOMPARE(labels->front().annotations, 2);
        const QStringList files = QDir(dataset.inputLocation).entryList(QDir::Files | QDir::Hidden, QDir::Name);
        QCOMPARE(files.size(), 4);
    }

    /// The newest task is an import that ended well.
    [[nodiscard]] bool hasDoneImport() const
    {
        const auto store = scenarios::openProject(root + QStringLiteral("/p"));
        const auto tasks = store ? store::TaskRepository(**store).list(dataset.id, 2)
                                 : core::Result<std::vector<domain::Task>>(core::failure(store.error()));
        // One task made the dataset what it was before.
        return tasks && tasks->size() == 2 && tasks->front().state == domain::TaskState::Done;
    }

    void verifyComplete(qint64 samples) const
    {
        const auto store = scenarios::openProject(root + QStringLiteral("/p"));
        QVERIFY(store);
        const auto now = store::DatasetRepository(**store).find(dataset.id);
        QVERIFY(now);
        QCOMPARE(now->counters.total, samples);
        QCOMPARE(store::SampleRepository(**store).ids(dataset.id, {})->size(), samples);
    }

    void verifySound() const
    {
        SQLite::Database database(QString(root + QStringLiteral("/p/project.labelwright")).toStdString(),
                                  SQLite::OPEN_READWRITE);
        QCOMPARE(QString::fromStdString(database.execAndGet("PRAGMA integrity_check").getString()),
                 QStringLiteral("ok"));
    }

    /// True when `process` has begun its import: its task is entered.
    [[nodiscard]] bool hasRunningTask(store::Store& store) const
    {
        const auto tasks = store::TaskRepository(store).list(dataset.id, 1);
        return tasks && !tasks->empty() && tasks->front().state == domain::TaskState::Running;
    }

    QTemporaryDir own;
    QString root;
    domain::Dataset dataset;
    bool isReady = false;
};

} // namespace lw::tests
