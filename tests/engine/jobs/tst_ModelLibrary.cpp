// SPDX-License-Identifier: GPL-3.0-or-later
//! Importing, finding, exporting and deleting models.
#include "engine/jobs/EngineFailure.h"
#include "engine/jobs/ModelLibrary.h"
#include "tests/engine/jobs/WorkerScript.h"
#include "tests/support/TestData.h"
#include "tests/support/Torch.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace lw;
using worker::EngineFailure;
using worker::ModelImport;
using worker::ModelLibrary;
using worker::WorkerSession;

class tst_ModelLibrary : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_library = std::make_unique<ModelLibrary>(m_dir->path());
    }

    void importsAStateDictWithLabels()
    {
        LW_REQUIRE_WORKER(program);
        LW_REQUIRE_DATA(weights, "models/resnet_cifar10/resnet20-12fca82f.th");
        const auto session = WorkerSession::start(program, 1);
        QVERIFY(session);
        const auto model = m_library->importFile(request(weights, labels(10)), **session);
        QVERIFY(model);
        QCOMPARE(model->net, QStringLiteral("cifar_resnet20"));
        QCOMPARE(model->type, domain::DatasetType::ImageClassification);
        QCOMPARE(model->labels.size(), 10);
        QCOMPARE(model->details.value(QStringLiteral("width")).toInt(), 32);
        QCOMPARE(m_library->find(QStringLiteral("net"))->id, model->id);
        QCOMPARE(m_library->find(QStringLiteral("net:V0001"))->id, model->id);
        QCOMPARE(*m_library->find(model->id), *model);

        const QString copy = m_dir->filePath(QStringLiteral("copy.th"));
        QVERIFY(m_library->exportTo(model->id, copy));
        QCOMPARE(QFileInfo(copy).size(), QFileInfo(weights).size());
        QCOMPARE(m_library->exportTo(model->id, copy).error().code, core::ErrorCode::AlreadyExists);

        const auto bare = m_library->importFile(request(weights, {}), **session);
        QVERIFY(bare);
        QVERIFY(!bare->canPredict());
        QCOMPARE(bare->version, QStringLiteral("V0002"));
        QCOMPARE(m_library->find(QStringLiteral("net"))->version, QStringLiteral("V0002"));

        const auto few = m_library->importFile(request(weights, labels(7)), **session);
        QVERIFY(!few);
        QCOMPARE(worker::engineTroubleOf(few.error())->kind, EngineFailure::LabelCount);
        QCOMPARE(m_library->list().size(), size_t(2));
        QVERIFY(m_library->remove(model->id));
        QCOMPARE(m_library->find(model->id).error().code, core::ErrorCode::NotFound);
    }

    void importsAnAssistantOfTwoFiles()
    {
        LW_REQUIRE_WORKER(program);
        LW_REQUIRE_TORCH(pair, m_dir->filePath(QStringLiteral("programs")));
        const auto session = WorkerSession::start(program, 1);
        QVERIFY(session);
        worker::AssistantImport request{QStringLiteral("colours"), pair.encoder, pair.decoder, {}, 256};
        const auto model = m_library->importAssistant(request, **session);
        QVERIFY2(model, model ? "" : qPrintable(model.error().detail));
        QVERIFY(worker::useOf(*model) == worker::ModelUse::PointAndBox);
        QVERIFY(!model->canPredict());
        QVERIFY(!worker::hasWeights(*model));
        QCOMPARE(*m_library->find(model->id), *model);
        QCOMPARE(QFileInfo(model->file).size(), QFileInfo(pair.encoder).size());
        QCOMPARE(QFileInfo(worker::decoderFile(*model)).size(), QFileInfo(pair.decoder).size());
        QVERIFY(m_library->exportTo(model->id, m_dir->filePath(QStringLiteral("copy.pt"))));
        QCOMPARE(QFileInfo(m_dir->filePath(QStringLiteral("copy-decoder.pt"))).size(),
                 QFileInfo(pair.decoder).size());

        // Whatever is wrong: nothing is left.
        const auto other = tests::makeScriptPair(m_dir->filePath(QStringLiteral("other")), false);
        const QString text = m_dir->filePath(QStringLiteral("text.pt"));
        write(text, "hello");
        for (const auto& [encoder, decoder] : {std::pair(pair.encoder, other.decoder), std::pair(pair.decoder, pair.encoder),
                                               std::pair(text, pair.decoder),
                                               std::pair(pair.encoder, QStringLiteral("/none.pt"))}) {
            request.encoder = encoder;
            request.decoder = decoder;
            const auto refused = m_library->importAssistant(request, **session);
            QVERIFY(!refused);
            QVERIFY((*session)->isAlive());
            QCOMPARE(m_library->list().size(), size_t(1));
        }
        QVERIFY(m_library->remove(model->id));
        QVERIFY(!QFileInfo::exists(worker::decoderFile(*model)));
    }

    void refusesBadFilesAndLeavesNothing_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("hello\n");
        // A pickle that names a function to be called.
        QTest::newRow("bomb") << QByteArray("\x80\x02"
                                            "cos\nsystem\nU\x04trueq\x00\x85R.",
                                            26);
        QTest::newRow("safetensors of 9 EB") << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10);
    }
    void refusesBadFilesAndLeavesNothing()
    {
        LW_REQUIRE_WORKER(program);
        QFETCH(QByteArray, bytes);
        const QString path = m_dir->filePath(QStringLiteral("bad.pth"));
        write(path, bytes);
        const auto session = WorkerSession::start(program, 1);
        QVERIFY(session);
        const auto model = m_library->importFile(request(path, {}), **session);
        QVERIFY(!model);
        QCOMPARE(model.error().path, path);
        QVERIFY((*session)->isAlive());
        QVERIFY(m_library->list().empty());
    }

    void refusesATruncatedFile()
    {
        LW_REQUIRE_WORKER(program);
        LW_REQUIRE_DATA(weights, "models/resnet_cifar10/resnet20-12fca82f.th");
        QFile whole(weights);
        QVERIFY(whole.open(QIODevice::ReadOnly));
        const QString path = m_dir->filePath(QStringLiteral("half.th"));
        write(path, whole.read(500'000));
        const auto session = WorkerSession::start(program, 1);
        QVERIFY(session);
        QVERIFY(!m_library->importFile(request(path, {}), **session));
        QVERIFY(m_library->list().empty());
    }

    void refusesLabelsThatAreGivenTwice()
    {
        LW_REQUIRE_WORKER(program);
        LW_REQUIRE_DATA(weights, "models/resnet_cifar10/resnet20-12fca82f.th");
        const auto session = WorkerSession::start(program, 1);
        QVERIFY(session);
        write(m_dir->filePath(QStringLiteral("labels")), "a\nb\n\na\n");
        const auto model = m_library->importFile(request(weights, m_dir->filePath(QStringLiteral("labels"))), **session);
        QVERIFY(!model);
        QCOMPARE(model.error().line, 4);
    }

private:
    static void write(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    static ModelImport request(const QString& file, const QString& labelsFile)
    {
        ModelImport request;
        request.name = QStringLiteral("net");
        request.file = file;
        request.labelsFile = labelsFile;
        return request;
    }
    QString labels(int count) const
    {
        QByteArray lines;
        for (int i = 0; i < count; ++i) {
            lines += "label" + QByteArray::number(i) + '\n';
        }
        const QString path = m_dir->filePath(QStringLiteral("labels%1").arg(count));
        write(path, lines);
        return path;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ModelLibrary> m_library;
};

QTEST_GUILESS_MAIN(tst_ModelLibrary)
#include "tst_ModelLibrary.moc"
