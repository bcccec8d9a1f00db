// SPDX-License-Identifier: GPL-3.0-or-later
//! Numbers and times of the files: what is accepted, and that writing loses nothing.
#include "engine/formats/TextNumbers.h"

#include <QDateTime>
#include <QtTest>

#include <array>
#include <charconv>
#include <random>

using namespace lw::formats;

class tst_TextNumbers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void acceptsDecimalNumbersOnly()
    {
        QCOMPARE(parseNumber(" +12.5\n"), std::optional(12.5));
        QCOMPARE(parseNumber("-1e3"), std::optional(-1000.0));
        for (const char* text : {"", " ", "x", "1x", "1 2", "0x10", "nan", "inf", "1e10", "1e999", "1,5", "--1"}) {
            QVERIFY2(!parseNumber(text), text);
        }
    }

    void writesNumbersThatReadBackTheSame()
    {
        std::mt19937_64 random(1);
        for (int i = 0; i < 20'000; ++i) {
            const double value = std::ldexp(double(random()), int(random() % 55) - 90) * (i % 2 == 0 ? 1 : -1);
            QByteArray text;
            appendNumber(text, value);
            QCOMPARE(parseNumber(text.constData()), std::optional(value));
        }
    }

    void writesNumbersShortly_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("integral") << 100.0 << QByteArray("100");
        QTest::newRow("decimal") << 0.1 << QByteArray("0.1");
        QTest::newRow("third") << 1.0 / 3 << QByteArray("0.3333333333333333");
        QTest::newRow("negative zero") << -0.0 << QByteArray("0");
        QTest::newRow("negative") << -2.5 << QByteArray("-2.5");
    }

    void writesNumbersShortly()
    {
        QFETCH(double, value);
        QByteArray text;
        appendNumber(text, value);
        QTEST(text, "text");
    }

    void fewDecimalsAreTheShortestOnes()
    {
        // These are written without looking for the shortest text; it must be the same one.
        std::mt19937_64 random(2);
        for (int i = 0; i < 50'000; ++i) {
            double value = double(random() % (i % 2 == 0 ? 5'000'000 : 900'000'000'000)) / 1000;
            value = i % 5 == 0 ? std::nextafter(value, 1e18) : value;
            QByteArray text;
            appendNumber(text, value);
            std::array<char, 32> shortest{};
            const auto end = std::to_chars(shortest.data(), shortest.data() + shortest.size(), value,
                                           std::chars_format::fixed).ptr;
            QCOMPARE(text, QByteArray(shortest.data(), end - shortest.data()));
        }
    }

    void readsTimesInUtc_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("iso");
        QTest::newRow("reference") << QByteArray("2019-01-23 11:30:30") << QStringLiteral("2019-01-23T11:30:30Z");
        QTest::newRow("iso") << QByteArray("2019-01-23T11:30:30.5Z") << QStringLiteral("2019-01-23T11:30:30.500Z");
        QTest::newRow("microseconds") << QByteArray("2019-01-23 11:30:30.123456")
                                      << QStringLiteral("2019-01-23T11:30:30.123Z");
        QTest::newRow("leap day") << QByteArray(" 2024-02-29 00:00:00 ") << QStringLiteral("2024-02-29T00:00:00Z");
        QTest::newRow("before 1970") << QByteArray("1969-12-31 23:59:59") << QStringLiteral("1969-12-31T23:59:59Z");
        QTest::newRow("milliseconds") << QByteArray("1548243030000") << QStringLiteral("2019-01-23T11:30:30Z");
    }

    void readsTimesInUtc()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, iso);
        const auto time = parseTime(text.constData());
        QVERIFY(time);
        QCOMPARE(*time, QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch());
        QByteArray written;
        appendTime(written, *time, true);
        QCOMPARE(parseTime(written.constData()), time);
    }

    void refusesWhatIsNoTime()
    {
        for (const char* text :
             {"", "now", "2019", "2019-02-29 00:00:00", "2019-13-01 00:00:00", "2019-01-01 24:00:00",
              "2019-01-01 00:60:00", "2019-01-01", "2019-01-01 00:00:00 CET", "2019/01/01 00:00:00"}) {
            QVERIFY2(!parseTime(text), text);
        }
    }

    void readsFlags()
    {
        for (const char* text : {"1", "true", "True", " YES "}) {
            QCOMPARE(parseFlag(text), std::optional(true));
        }
        for (const char* text : {"0", "false", "FALSE", "no"}) {
            QCOMPARE(parseFlag(text), std::optional(false));
        }
        QVERIFY(!parseFlag("") && !parseFlag("2") && !parseFlag("maybe"));
    }
};

QTEST_GUILESS_MAIN(tst_TextNumbers)
#include "tst_TextNumbers.moc"
