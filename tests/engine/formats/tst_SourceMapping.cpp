// SPDX-License-Identifier: GPL-3.0-or-later
//! Sources of manifests to local files.
#include "engine/formats/SourceMapping.h"
#include "tests/engine/formats/FormatDump.h"

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;

class tst_SourceMapping : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char* name :
             {"manifest/near.jpg", "manifest/sub/below.jpg", "manifest/flowers/rose.jpg", "input/x/1.jpg",
              "input/y/1.jpg", "input/only.jpg", "input/猫/花.jpg", "rule/in.jpg", "rule/deep/in.jpg", "secret.jpg"}) {
            makeFile(at(name));
        }
    }

    void triesItsWaysInOrder_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<MappingWay>("way");
        QTest::addColumn<QString>("path");
        const auto row = [this](const QString& source, MappingWay way, const char* path) {
            QTest::newRow(qPrintable(source)) << source << way << at(path);
        };
        const auto text = [](const char* utf8) { return QString::fromUtf8(utf8); };
        row(text("s3://bucket/in/in.jpg"), MappingWay::Rule, "rule/in.jpg");
        row(text("s3://bucket/in/deep//./in.jpg"), MappingWay::Rule, "rule/deep/in.jpg");
        row(text("s3://bucket/in/../secret.jpg"), MappingWay::Outside, "secret.jpg");
        row(text("s3://bucket/inn/in.jpg"), MappingWay::NotFound, "manifest/in.jpg");
        row(text("near.jpg"), MappingWay::Relative, "manifest/near.jpg");
        row(text("./sub/../near.jpg"), MappingWay::Relative, "manifest/near.jpg");
        row(text("../secret.jpg"), MappingWay::Outside, "secret.jpg");
        row(text("../input/only.jpg"), MappingWay::Relative, "input/only.jpg");
        row(at("secret.jpg"), MappingWay::SamePath, "secret.jpg");
        row(QStringLiteral("file://") + at("secret.jpg"), MappingWay::SamePath, "secret.jpg");
        row(at("input/../secret.jpg"), MappingWay::Outside, "secret.jpg");
        row(text("obs://other/flowers/rose.jpg"), MappingWay::BesideManifest, "manifest/flowers/rose.jpg");
        row(text("/mnt/gone/near.jpg"), MappingWay::BesideManifest, "manifest/near.jpg");
        row(text("s3://other/only.jpg"), MappingWay::ByName, "input/only.jpg");
        row(text("s3://other/猫/花.jpg"), MappingWay::ByName, "input/猫/花.jpg");
        row(text("s3://other/y/1.jpg"), MappingWay::ByName, "input/y/1.jpg");
        row(text("s3://other/1.jpg"), MappingWay::NotFound, "manifest/1.jpg");
        row(text("nothing.jpg"), MappingWay::NotFound, "manifest/nothing.jpg");
    }

    void triesItsWaysInOrder()
    {
        QFETCH(QString, source);
        QFETCH(MappingWay, way);
        QFETCH(QString, path);
        SourceMapping mapping(at("manifest"), at("input"), {{QStringLiteral("s3://bucket/in/"), at("rule")}});
        const MappedSource mapped = mapping.map(source);
        QCOMPARE(mapped.way, way);
        QCOMPARE(mapped.path, path);
    }

    void refusesWhatIsNoFile()
    {
        SourceMapping mapping(at("manifest"), {}, {});
        QCOMPARE(mapping.map(QStringLiteral("content://text")).way, MappingWay::NotAFile);
        QCOMPARE(mapping.map(QString()).way, MappingWay::NotAFile);
        QCOMPARE(mapping.map(QStringLiteral("a%1b.jpg").arg(QChar(0))).way, MappingWay::NotAFile);
        QCOMPARE(mapping.map(QString(100, QChar(0x732B)) + QStringLiteral(".jpg")).way, MappingWay::NameTooLong);
        QCOMPARE(mapping.map(QStringLiteral("sub")).way, MappingWay::NotFound); // a folder
    }

    void tellsWhatItTries()
    {
        const SourceMapping mapping(at("manifest"), at("input"), {{QStringLiteral("s3://b"), at("rule")}});
        QList<MappingWay> ways;
        for (const MappingStep& step : mapping.describe()) {
            ways.append(step.way);
        }
        const QList<MappingWay> expected{MappingWay::Rule, MappingWay::Relative, MappingWay::SamePath,
                                         MappingWay::BesideManifest, MappingWay::ByName};
        QCOMPARE(ways, expected);
    }

    void suggestsTheRuleThatServesMost()
    {
        const QStringList sources{QStringLiteral("s3://b/data/x/1.jpg"), QStringLiteral("s3://b/data/y/1.jpg"),
                                  QStringLiteral("obs://c/only.jpg"), QStringLiteral("obs://c/none.jpg")};
        const std::vector<MappingRule> rules = suggestRules(sources, {at("input")});
        QCOMPARE(rules.size(), size_t(2));
        QCOMPARE(rules[0], (MappingRule{QStringLiteral("s3://b/data"), at("input")}));
        QCOMPARE(rules[1], (MappingRule{QStringLiteral("obs://c"), at("input")}));
        SourceMapping mapping(at("manifest"), {}, rules);
        QCOMPARE(mapping.map(sources[1]).path, at("input/y/1.jpg"));
    }

private:
    [[nodiscard]] QString at(const char* path) const
    {
        return QFileInfo(m_folder.path()).canonicalFilePath() + u'/' + QString::fromUtf8(path);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(tst_SourceMapping)
#include "tst_SourceMapping.moc"
