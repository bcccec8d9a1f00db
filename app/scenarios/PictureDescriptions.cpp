// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads descriptions from the cache and makes the missing ones, a thousand samples at a time.
#include "app/scenarios/PictureDescriptions.h"

#include "app/scenarios/Workers.h"
#include "engine/formats/SampleIntake.h"
#include "engine/media/Thumbnail.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"

#include <QBuffer>
#include <QDataStream>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QFloat16>
#include <QImageWriter>

#include <algorithm>
#include <atomic>

namespace lw::scenarios {

namespace {

constexpr qsizetype kBatch = 1024;
/// Goes up when hash or patch change; vectors have the extractor's own version.
constexpr int kLayout = 1;
constexpr int kPatchQuality = 88;

QByteArray jpegOf(const QImage& patch)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QImageWriter writer(&buffer, QByteArrayLiteral("jpg"));
    writer.setQuality(kPatchQuality);
    return writer.write(patch) ? bytes : QByteArray();
}

} // namespace

/// What became of one sample.
struct PictureDescriptions::Attempt {
    media::RecordKey key;
    std::optional<Description> description;
    std::optional<core::Problem> problem;
    bool isComputed = false;
};

PictureDescriptions::PictureDescriptions(store::Store& store, domain::Dataset dataset, const DescribeOptions& options)
    : m_store(store), m_dataset(std::move(dataset)), m_options(options), m_extractor(vision::colourEdgeExtractor()),
      m_cache(std::make_unique<media::RecordCache>(cachePath(store, m_dataset, *m_extractor))),
      m_features(m_extractor->dimension())
{
}

PictureDescriptions::~PictureDescriptions() = default;

QString PictureDescriptions::cachePath(const store::Store& store, const domain::Dataset& dataset,
                                       const vision::FeatureExtractor& extractor)
{
    return QStringLiteral("%1/.cache/similar/%2-%3-%4-%5.pack")
        .arg(store.folder(), dataset.uid, extractor.name())
        .arg(extractor.version())
        .arg(kLayout);
}

core::Result<std::unique_ptr<PictureDescriptions>> PictureDescriptions::make(store::Store& store,
                                                                             domain::DatasetId dataset,
                                                                             const DescribeOptions& options,
                                                                             const core::Control& control)
{
    auto found = store::DatasetRepository(store).find(dataset);
    if (!found) {
        return core::failure(found.error());
    }
    std::unique_ptr<PictureDescriptions> made(new PictureDescriptions(store, std::move(*found), options));
    if (const auto done = made->run(control); !done) {
        return core::failure(done.error());
    }
    return made;
}

core::Result<> PictureDescriptions::run(const core::Control& control)
{
    const store::SampleRepository repository(m_store);
    const auto ids = repository.ids(m_dataset.id, {}, domain::SampleSort::Imported, false, control.stop);
    if (!ids) {
        return core::failure(ids.error());
    }
    m_samples = ids->size();
    for (qsizetype first = 0; first < ids->size(); first += kBatch) {
        const auto samples = repository.rows(ids->mid(first, kBatch));
        if (!samples) {
            return core::failure(samples.error());
        }
        std::vector<Attempt> attempts(samples->size());
        std::atomic<qint64> done = first;
        forEachOnThreads(m_options.pool, qsizetype(samples->size()), control.stop, [&](qsizetype i) {
            describe((*samples)[size_t(i)], attempts[size_t(i)], control);
            control.report(++done, m_samples);
        });
        if (control.isCancelled()) {
            m_cache->flush();
            return core::failure(core::ErrorCode::Cancelled);
        }
        for (size_t i = 0; i < attempts.size(); ++i) {
            take((*samples)[i], attempts[i]);
        }
    }
    m_cache->flush();
    std::vector<media::RecordKey> wanted = m_keys;
    std::sort(wanted.begin(), wanted.end());
    m_cache->dropOthers(wanted);
    return {};
}

void PictureDescriptions::describe(const domain::Sample& sample, Attempt& attempt, const core::Control& control)
{
    const QString path = domain::absolutePath(sample, m_dataset.inputLocation);
    const QFileInfo file(path);
    // The place as the dataset stores it, so that a project that was moved knows its pictures.
    attempt.key = media::RecordKey::of(QString(sample.folder + u'/' + sample.name), file.size(),
                                       file.exists() ? file.lastModified().toMSecsSinceEpoch() : -1);
    if (const auto kept = m_cache->get(attempt.key); kept && file.exists()) {
        attempt.description = fromBytes(*kept);
    }
    if (attempt.description) {
        return;
    }
    core::Result<Description> made = compute(path, control);
    if (!made) {
        if (made.error().code != core::ErrorCode::Cancelled) {
            attempt.problem = formats::probeProblem(made.error(), path, QFile::encodeName(path).constData());
        }
        return;
    }
    m_cache->put(attempt.key, toBytes(*made));
    attempt.description = std::move(*made);
    attempt.isComputed = true;
}

core::Result<PictureDescriptions::Description> PictureDescriptions::compute(const QString& path,
                                                                            const core::Control& control) const
{
    const int edge = std::max(m_extractor->preferredEdge(), 128);
    const core::Result<QImage> picture =
        media::makeThumbnail(path, edge, core::Control{control.stop, {}}, m_options.maxPixels);
    if (!picture) {
        return core::failure(picture.error());
    }
    return Description{vision::pictureHash(*picture), m_extractor->extract(*picture),
                       jpegOf(vision::comparisonPatch(*picture))};
}

void PictureDescriptions::take(const domain::Sample& sample, Attempt& attempt)
{
    if (attempt.problem) {
        m_problems.add(std::move(*attempt.problem));
    }
    if (!attempt.description) {
        return;
    }
    m_computed += attempt.isComputed ? 1 : 0;
    m_ids.push_back(sample.id);
    m_hashes.push_back(attempt.description->hash);
    m_features.add(attempt.description->features);
    m_keys.push_back(attempt.key);
}

int PictureDescriptions::rowOf(domain::SampleId id) const
{
    const auto found = std::lower_bound(m_ids.begin(), m_ids.end(), id);
    return found != m_ids.end() && *found == id ? int(found - m_ids.begin()) : -1;
}

vision::MatchPatch PictureDescriptions::patch(int row) const
{
    if (const auto kept = m_cache->get(m_keys[size_t(row)])) {
        if (const auto description = fromBytes(*kept)) {
            return vision::MatchPatch(QImage::fromData(description->patch, "JPG"));
        }
    }
    const auto sample = store::SampleRepository(m_store).find(m_ids[size_t(row)]);
    const auto made = sample ? compute(domain::absolutePath(*sample, m_dataset.inputLocation), {})
                             : core::Result<Description>(core::failure(sample.error()));
    return made ? vision::MatchPatch(QImage::fromData(made->patch, "JPG")) : vision::MatchPatch();
}

QByteArray PictureDescriptions::toBytes(const Description& description)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << description.hash.plain << description.hash.mirrored << quint16(description.features.size());
    for (const float value : description.features) {
        out << qfloat16(value);
    }
    out << description.patch;
    return bytes;
}

std::optional<PictureDescriptions::Description> PictureDescriptions::fromBytes(const QByteArray& bytes) const
{
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    Description description;
    quint16 size = 0;
    in >> description.hash.plain >> description.hash.mirrored >> size;
    if (size != m_extractor->dimension()) {
        return std::nullopt;
    }
    description.features.resize(size);
    for (float& value : description.features) {
        qfloat16 half;
        in >> half;
        value = half;
    }
    in >> description.patch;
    return in.status() == QDataStream::Ok ? std::optional(std::move(description)) : std::nullopt;
}

} // namespace lw::scenarios
