// SPDX-License-Identifier: GPL-3.0-or-later
//! Masks against plain pixels.
#include "models/domain/Mask.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using lw::domain::Mask;

namespace {

constexpr QRect kWindow(-4, 6, 37, 23);

/// Pixels in blobs and dust, so that runs are long and short.
std::vector<uchar> randomPixels(QRandomGenerator& random)
{
    std::vector<uchar> pixels(size_t(kWindow.width() * kWindow.height()), 0);
    for (int i = random.bounded(4); i > 0; --i) {
        const int x = random.bounded(kWindow.width()), y = random.bounded(kWindow.height());
        for (int row = y; row < std::min(kWindow.height(), y + random.bounded(1, 12)); ++row) {
            for (int column = x; column < std::min(kWindow.width(), x + 9); ++column) {
                pixels[size_t(row * kWindow.width() + column)] = 1;
            }
        }
    }
    for (int i = random.bounded(20); i > 0; --i) {
        pixels[size_t(random.bounded(int(pixels.size())))] = 255;
    }
    return pixels;
}

Mask maskOf(const std::vector<uchar>& pixels)
{
    return Mask::fromPixels(pixels.data(), kWindow.width(), kWindow);
}

} // namespace

class tst_Mask final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysWhatThePixelsSay()
    {
        QRandomGenerator random(1);
        for (int round = 0; round < 300; ++round) {
            const std::vector<uchar> pixels = randomPixels(random);
            const Mask mask = maskOf(pixels);
            qint64 count = 0;
            for (int row = -1; row <= kWindow.height(); ++row) {
                for (int column = -1; column <= kWindow.width(); ++column) {
                    const bool isInWindow =
                        row >= 0 && column >= 0 && row < kWindow.height() && column < kWindow.width();
                    const bool isSet = isInWindow && pixels[size_t(row * kWindow.width() + column)] != 0;
                    count += isSet;
                    QCOMPARE(mask.contains(kWindow.x() + column, kWindow.y() + row), isSet);
                }
            }
            QCOMPARE(mask.area(), count);
            QCOMPARE(mask.isEmpty(), count == 0);
            QCOMPARE(mask.isValid(), count > 0);
        }
    }

    void drawsBackWhatItRead()
    {
        QRandomGenerator random(2);
        for (int round = 0; round < 300; ++round) {
            std::vector<uchar> pixels = randomPixels(random);
            const Mask mask = maskOf(pixels);
            std::vector<uchar> drawn(pixels.size(), 0);
            mask.drawOn(drawn.data(), kWindow.width(), kWindow, 1);
            QCOMPARE(maskOf(drawn), mask);
            // A part of the window gets its part only.
            const QRect part(kWindow.x() + 5, kWindow.y() + 3, 11, 7);
            std::vector<uchar> small(size_t(part.width() * part.height()), 0);
            mask.drawOn(small.data(), part.width(), part, 1);
            QCOMPARE(Mask::fromPixels(small.data(), part.width(), part), mask.cropped(part));
        }
    }

    void exclusiveOrIsThatOfThePixels()
    {
        QRandomGenerator random(3);
        for (int round = 0; round < 300; ++round) {
            const std::vector<uchar> a = randomPixels(random), b = randomPixels(random);
            std::vector<uchar> different(a.size());
            for (size_t i = 0; i < a.size(); ++i) {
                different[i] = (a[i] != 0) != (b[i] != 0);
            }
            const Mask patch = exclusiveOr(maskOf(a), maskOf(b));
            QCOMPARE(patch, maskOf(different));
            QCOMPARE(exclusiveOr(maskOf(a), patch), maskOf(b));
        }
    }

    void keepsItsBytesAndRefusesOthers()
    {
        QRandomGenerator random(4);
        for (int round = 0; round < 300; ++round) {
            const Mask mask = maskOf(randomPixels(random));
            QByteArray bytes = toBytes(mask);
            QCOMPARE(lw::domain::maskFromBytes(bytes.constData(), bytes.size()), mask);
            bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
            const Mask read = lw::domain::maskFromBytes(bytes.constData(), bytes.size());
            QVERIFY(read.isEmpty() || read.isValid());
        }
    }

    void runsGoOnOverRowEnds()
    {
        const std::vector<uchar> pixels(6 * 5, 1);
        const Mask mask = Mask::fromPixels(pixels.data(), 6, QRect(0, 0, 6, 5));
        QCOMPARE(mask.runs, (QList<quint32>{0, 30}));
    }
};

QTEST_GUILESS_MAIN(tst_Mask)
#include "tst_Mask.moc"
