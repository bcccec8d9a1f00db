// SPDX-License-Identifier: GPL-3.0-or-later
//! Archives that are good, broken, and out to do harm.
#include "engine/formats/FormatGuess.h"
#include "engine/formats/ZipArchive.h"
#include "tests/engine/formats/FormatSamples.h"
#include "tests/support/TestData.h"

#include <QTemporaryDir>

#include <random>

using namespace lw;
using namespace lw::formats;
using namespace lw::tests;
using core::ErrorCode;

class tst_ZipArchive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        makePicture(at("src/sub/a.png"));
        makeFile(at("src/AA/b.txt"), QByteArray(5000, 'x'));
        makeFile(at("src/图 1.txt"), "one");
    }
    void cleanup() { m_folder.reset(); }

    void comesOutAsItWentIn()
    {
        pack();
        ZipArchive zip;
        QVERIFY(zip.open(at("x.zip")));
        QStringList names;
        for (const ZipEntry& entry : zip.entries()) {
            names.append(entry.name);
        }
        const QStringList expected{QStringLiteral("AA/b.txt"), QStringLiteral("sub/a.png"), QStringLiteral("图 1.txt")};
        QCOMPARE(names, expected);
        QCOMPARE(zip.peek(zip.entries()[0], 10), QByteArray(10, 'x'));
        qint64 last = 0;
        core::Control control;
        control.progress = [&last](qint64 done, qint64) { last = done; };
        StagedFolder out;
        QVERIFY(out.begin(at("out")));
        QVERIFY(zip.unpack(out, control));
        QCOMPARE(last, zip.totalBytes());
        QVERIFY(!QFileInfo::exists(at("out")));
        QVERIFY(out.commit());
        for (const QString& name : expected) {
            QCOMPARE(contentOf(at("out/") + name), contentOf(at("src/") + name));
        }
        QCOMPARE(packZip(at("src"), at("x.zip"), {}).error().code, ErrorCode::AlreadyExists);
    }

    void namesThatLeadOutAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::newRow("above") << QByteArray("AA/b.txt") << QByteArray("../b.txt");
        QTest::newRow("backslash") << QByteArray("AA/b.txt") << QByteArray("..\\b.txt");
        QTest::newRow("absolute") << QByteArray("AA/b.txt") << QByteArray("/etc/txt");
        QTest::newRow("drive") << QByteArray("AA/b.txt") << QByteArray("C:/b.txt");
        QTest::newRow("case") << QByteArray("AA/b.txt") << QByteArray("SUB/A.pn");
        QTest::newRow("folder and file") << QByteArray("AA/b.txt") << QByteArray("sub");
    }

    void namesThatLeadOutAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        makeFile(at("src/sub/a.pn"), "same but for case");
        if (to == "sub") { // as long as the other name
            QVERIFY(QFile::remove(at("src/AA/b.txt")));
            makeFile(at("src/xyz"), "a file");
            from = "xyz";
        }
        pack();
        QByteArray bytes = contentOf(at("x.zip"));
        QVERIFY(bytes.count(from) >= 2); // before the entry and in the directory
        bytes.replace(from, to);
        writeBytes(bytes);
        ZipArchive zip;
        const auto opened = zip.open(at("x.zip"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(!opened.error().detail.isEmpty(), "names the entry");
    }

    void linksAreRefused()
    {
        pack();
        QByteArray bytes = contentOf(at("x.zip"));
        const qsizetype directory = bytes.indexOf("PK\x01\x02");
        QVERIFY(directory > 0);
        bytes[directory + 41] = char(0xA1); // the upper half of the attributes: a symbolic link
        writeBytes(bytes);
        ZipArchive zip;
        QCOMPARE(zip.open(at("x.zip")).error().code, ErrorCode::InvalidArgument);
    }

    void limitsCanBeRaised()
    {
        makeFile(at("src/zeros.bin"), QByteArray(80 << 20, '\0'));
        pack();
        ZipArchive zip;
        const auto opened = zip.open(at("x.zip"));
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::TooLarge);
        ZipLimits limits;
        limits.maxRatio = 100'000;
        QVERIFY(zip.open(at("x.zip"), limits));
        limits.maxBytes = 1000;
        QCOMPARE(zip.open(at("x.zip"), limits).error().code, ErrorCode::TooLarge);
        limits = {};
        limits.maxRatio = 100'000;
        limits.maxEntries = 2;
        QCOMPARE(zip.open(at("x.zip"), limits).error().code, ErrorCode::TooLarge);
    }

    void brokenArchivesLeaveNothing()
    {
        pack();
        const QByteArray good = contentOf(at("x.zip"));
        QByteArray bytes = good;
        const qsizetype picture = bytes.indexOf("IDAT");
        QVERIFY(picture > 0); // stored as it is
        bytes[picture + 6] = char(bytes[picture + 6] ^ 0x55);
        writeBytes(bytes);
        {
            ZipArchive zip;
            QVERIFY(zip.open(at("x.zip")));
            StagedFolder out;
            QVERIFY(out.begin(at("out")));
            const auto unpacked = zip.unpack(out, {});
            QVERIFY(!unpacked);
            QCOMPARE(unpacked.error().code, ErrorCode::Malformed);
            QCOMPARE(unpacked.error().detail, QStringLiteral("sub/a.png"));
        }
        QCOMPARE(entries(), expectedEntries());
        writeBytes(good.left(good.size() / 2));
        ZipArchive cut;
        QCOMPARE(cut.open(at("x.zip")).error().code, ErrorCode::Malformed);
        QCOMPARE(guessFormats(at("x.zip"), {}).error().code, ErrorCode::Malformed);
        QCOMPARE(cut.open(at("none.zip")).error().code, ErrorCode::NotFound);
    }

    void cancellingLeavesNothing()
    {
        pack();
        std::stop_source stop;
        core::Control control;
        control.stop = stop.get_token();
        control.progress = [&stop](qint64, qint64) { stop.request_stop(); };
        {
            ZipArchive zip;
            QVERIFY(zip.open(at("x.zip")));
            StagedFolder out;
            QVERIFY(out.begin(at("out")));
            QCOMPARE(zip.unpack(out, control).error().code, ErrorCode::Cancelled);
        }
        QCOMPARE(entries(), expectedEntries());
        QCOMPARE(packZip(at("src"), at("y.zip"), control).error().code, ErrorCode::Cancelled);
        QCOMPARE(entries(), expectedEntries());
    }

    void damagedArchivesDoNoHarm()
    {
        pack();
        const QByteArray good = contentOf(at("x.zip"));
        std::mt19937 random(20240301U);
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = good;
            for (int step = int(random() % 5); step >= 0; --step) {
                bytes[qsizetype(random() % quint32(bytes.size()))] = char(random() % 256);
            }
            // Most damage that matters is in the directory at the end.
            const qsizetype tail = qMin<qsizetype>(400, bytes.size());
            bytes[bytes.size() - 1 - qsizetype(random() % quint32(tail))] = char(random() % 256);
            writeBytes(bytes);
            ZipArchive zip;
            if (!zip.open(at("x.zip"))) {
                continue;
            }
            StagedFolder out;
            QVERIFY(out.begin(at("out")));
            static_cast<void>(zip.unpack(out, {}));
        }
        QCOMPARE(entries(), expectedEntries());
    }

    void formatsAreRecognisedInside()
    {
        makeFile(at("coco/set/annotations/instances_train.json"),
                 "{\"images\":[{\"file_name\":\"a.png\"}],\"annotations\":[],\"categories\":[]}");
        makePicture(at("coco/set/images/a.png"));
        QVERIFY(packZip(at("coco"), at("coco.zip"), {}));
        const auto guesses = guessFormats(at("coco.zip"), domain::DatasetType::ObjectDetection);
        QVERIFY(guesses && !guesses->empty());
        QCOMPARE(guesses->front().format, QStringLiteral("coco"));
        QCOMPARE(guesses->front().file, QStringLiteral("set/annotations/instances_train.json"));
    }

    void otherToolsArchivesOpen()
    {
        LW_REQUIRE_DATA(archive, "formats/datumaro/image_zip_dataset/1.zip");
        ZipArchive zip;
        QVERIFY(zip.open(archive));
        QVERIFY(!zip.entries().empty());
        StagedFolder out;
        QVERIFY(out.begin(at("out")));
        QVERIFY(zip.unpack(out, {}));
    }

private:
    [[nodiscard]] QString at(const char* path) const
    {
        return QFileInfo(m_folder->path()).canonicalFilePath() + u'/' + QString::fromUtf8(path);
    }
    void pack() { QVERIFY(packZip(at("src"), at("x.zip"), {})); }
    void writeBytes(const QByteArray& bytes)
    {
        QFile file(at("x.zip"));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    [[nodiscard]] QStringList entries() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] static QStringList expectedEntries() { return {QStringLiteral("src"), QStringLiteral("x.zip")}; }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(tst_ZipArchive)
#include "tst_ZipArchive.moc"
