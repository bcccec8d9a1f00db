// SPDX-License-Identifier: GPL-3.0-or-later
//! Thumbnails and canvas pictures come off the window's thread, newest first, and stale ones do not.
#include "app/jobs/JobPools.h"
#include "app/jobs/PictureLoader.h"
#include "app/jobs/ThumbnailService.h"

#include <QImage>
#include <QPainter>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QtTest>

using namespace lw;
using namespace lw::jobs;

class tst_Pictures : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString picture(const QString& name, const QSize& size, const QColor& colour = Qt::darkGreen)
    {
        const QString path = m_folder.filePath(name);
        QImage image(size, QImage::Format_RGB32);
        image.fill(colour);
        image.save(path);
        return path;
    }
    QString text(const QString& name)
    {
        QFile file(m_folder.filePath(name));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly)); }();
        file.write("no picture at all");
        return file.fileName();
    }
    static gallery::ThumbnailRequest ask(qint64 id, const QString& path, int edge = 100, qint64 time = 1)
    {
        return {domain::SampleId(id), path, edge, time};
    }
    PictureLoader::Options options() const
    {
        PictureLoader::Options made;
        made.cacheFolder = m_folder.filePath(QStringLiteral("tiles"));
        made.errorText = [](const core::Error&) { return QStringLiteral("broken"); };
        return made;
    }

private Q_SLOTS:
    void thumbnailFitsTheWantedEdge()
    {
        JobPools pools;
        ThumbnailService service(pools.thumbs(), m_folder.filePath(QStringLiteral("cache1")), 1 << 20);
        QSignalSpy ready(&service, &gallery::ThumbnailSource::ready);
        const auto request = ask(1, picture(QStringLiteral("wide.png"), {400, 200}));
        QCOMPARE(service.request(request).state, gallery::ThumbnailState::Pending);
        QTRY_COMPARE(ready.count(), 1);
        const gallery::Thumbnail thumbnail = service.request(request);
        QCOMPARE(thumbnail.state, gallery::ThumbnailState::Ready);
        QCOMPARE(thumbnail.pixmap.size(), QSize(100, 50));
    }

    void oldSizeServesUntilTheNewOneIsThere()
    {
        JobPools pools;
        ThumbnailService service(pools.thumbs(), m_folder.filePath(QStringLiteral("cache2")), 1 << 20);
        const QString path = picture(QStringLiteral("square.png"), {400, 400});
        QTRY_COMPARE(service.request(ask(1, path, 60)).pixmap.width(), 60);
        QCOMPARE(service.request(ask(1, path)).state, gallery::ThumbnailState::Ready);
        QTRY_COMPARE(service.request(ask(1, path)).pixmap.width(), 100);
    }

    void twoViewsOfOneSampleComeToRest()
    {
        JobPools pools;
        ThumbnailService service(pools.thumbs(), m_folder.filePath(QStringLiteral("cache2b")), 1 << 20);
        const QString path = picture(QStringLiteral("both.png"), {400, 400});
        QTRY_COMPARE(service.request(ask(1, path)).pixmap.width(), 100);
        // The small view takes the large picture: making its own would throw the other's away.
        QCOMPARE(service.request(ask(1, path, 60)).pixmap.width(), 100);
        QCOMPARE(service.waitingCount(), 0);
        QCOMPARE(service.request(ask(1, path)).pixmap.width(), 100);
    }

    void brokenPicturesAreNotTriedAgainUntilTheyChange()
    {
        JobPools pools;
        ThumbnailService service(pools.thumbs(), m_folder.filePath(QStringLiteral("cache3")), 1 << 20);
        const QString path = text(QStringLiteral("text.png"));
        QTRY_COMPARE(service.request(ask(1, path)).state, gallery::ThumbnailState::Broken);
        QCOMPARE(service.waitingCount(), 0);
        picture(QStringLiteral("text.png"), {50, 50});
        QTRY_COMPARE(service.request(ask(1, path, 100, 2)).state, gallery::ThumbnailState::Ready);
    }

    void newestRequestComesFirstAndCancelledOnesNever()
    {
        // One thread: several finish in any order.
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore gate;
        pool.start([&gate] { gate.acquire(); });
        ThumbnailService service(pool, m_folder.filePath(QStringLiteral("cache4")), 1 << 20);
        QList<qint64> order;
        connect(&service, &gallery::ThumbnailSource::ready, this,
                [&order](domain::SampleId id) { order.append(id.value); });
        const QString path = picture(QStringLiteral("many.png"), {64, 64});
        for (int id = 1; id <= 5; ++id) {
            (void)service.request(ask(id, path));
        }
        QCOMPARE(service.waitingCount(), 4); // the first is in the pool already
        service.cancel(domain::SampleId(3));
        gate.release();
        QTRY_COMPARE(order, (QList<qint64>{1, 5, 4, 2}));
    }

    void picturesHaveTheirPlaceBeforeTheirPixels()
    {
        JobPools pools;
        PictureLoader loader(pools.compute(), options());
        const QString path = picture(QStringLiteral("canvas.png"), {900, 700});
        const auto source = loader.open(path, {900, 700});
        QCOMPARE(source->imageSize(), QSize(900, 700));
        QVERIFY(!source->tile(0, 0, 0));
        QTRY_VERIFY(source->tile(0, 0, 0));
        QCOMPARE(source->tile(0, 0, 0)->size(), QSize(512, 512));
        QCOMPARE(source->tile(0, 1, 1)->size(), QSize(388, 188));
        QVERIFY(source->problem().isEmpty());
    }

    void neighboursAreThereBeforeOneAsks()
    {
        JobPools pools;
        PictureLoader loader(pools.compute(), options());
        const QString next = picture(QStringLiteral("next.png"), {300, 200}, Qt::red);
        const auto source = loader.open(picture(QStringLiteral("now.png"), {300, 200}), {300, 200});
        loader.prefetch({next});
        QTRY_VERIFY(loader.isLoaded(next));
        const auto following = loader.open(next, {300, 200});
        QVERIFY(following->tile(0, 0, 0));
        QCOMPARE(following->tile(0, 0, 0)->pixelColor(5, 5), QColor(Qt::red));
    }

    void saysWhyThereIsNoPicture()
    {
        JobPools pools;
        PictureLoader loader(pools.compute(), options());
        const auto source = loader.open(m_folder.filePath(QStringLiteral("absent.png")), {});
        QTRY_COMPARE(source->problem(), QStringLiteral("broken"));
        QVERIFY(source->imageSize().isEmpty());
    }

    void aFileThatChangedIsReadAgain()
    {
        JobPools pools;
        PictureLoader loader(pools.compute(), options());
        const QString path = picture(QStringLiteral("changing.png"), {100, 100}, Qt::red);
        {
            const auto source = loader.open(path, {});
            QTRY_COMPARE(source->imageSize(), QSize(100, 100));
        }
        picture(QStringLiteral("changing.png"), {200, 150}, Qt::blue);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime::currentDateTime().addSecs(60), QFileDevice::FileModificationTime));
        const auto source = loader.open(path, {});
        QTRY_COMPARE(source->imageSize(), QSize(200, 150));
    }

    void memoryStaysBounded()
    {
        JobPools pools;
        PictureLoader::Options small = options();
        small.memoryBytes = 1;
        PictureLoader loader(pools.compute(), small);
        const QString first = picture(QStringLiteral("first.png"), {300, 300});
        const QString second = picture(QStringLiteral("second.png"), {300, 300});
        auto source = loader.open(first, {});
        QTRY_VERIFY(loader.isLoaded(first));
        source = loader.open(second, {});
        QTRY_VERIFY(loader.isLoaded(second));
        QVERIFY(!loader.isLoaded(first));
    }
};

QTEST_MAIN(tst_Pictures)
#include "tst_Pictures.moc"
