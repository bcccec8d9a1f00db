// SPDX-License-Identifier: GPL-3.0-or-later
//! Reads an export again, in batches, beside the samples of the store.
#include "app/scenarios/ReadBackCheck.h"

#include "app/scenarios/LabelNames.h"
#include "app/scenarios/PictureProbe.h"
#include "app/scenarios/WritableSample.h"
#include "engine/formats/ReadBack.h"
#include "models/store/SampleRepository.h"

#include <algorithm>
#include <limits>

namespace lw::scenarios {

using core::ProblemCode;

namespace {

constexpr qint64 kReportEvery = 64;
/// Samples that are fetched from the store at once.
constexpr size_t kBatch = 512;

/// Takes what the reader yields and compares it with the store's samples.
class Comparer {
public:
    Comparer(store::Store& store, const domain::Dataset& dataset, const formats::Format& format,
             const formats::WriteOptions& options, ReadBackPlaces& places, core::ProblemList& problems,
             const core::Control& control)
        : m_store(store), m_dataset(dataset), m_format(format), m_places(places), m_problems(problems),
          m_control(control), m_losses(format.abilities, options)
    {
    }

    bool take(formats::ImportedSample&& read)
    {
        ++m_outcome.samples;
        m_outcome.annotations += qint64(read.annotations.size());
        const auto sample = m_places.take(read.path);
        if (!sample) {
            differ(read.path, QStringLiteral("not a written sample"));
            return true;
        }
        m_batch.emplace(*sample, std::move(read));
        return m_batch.size() < kBatch || compareBatch();
    }

    bool compareBatch()
    {
        QList<domain::SampleId> ids;
        for (const auto& [id, read] : m_batch) {
            ids.append(id);
        }
        if (ids.isEmpty()) {
            return true;
        }
        std::sort(ids.begin(), ids.end());
        const core::Control quiet{m_control.stop, {}};
        const auto done = forEachReduced(m_store, m_dataset, ids, m_losses, quiet,
                                         [this](const formats::ImportedSample& written) {
                                             compare(written);
                                             return core::Result<>();
                                         });
        for (const auto& [id, read] : m_batch) {
            differ(read.path, QStringLiteral("its sample is gone"));
        }
        m_batch.clear();
        if (!done) {
            m_error = done.error();
        }
        return done.has_value();
    }

    core::Result<ReadBackOutcome> finish()
    {
        if (!compareBatch()) {
            return core::failure(*m_error);
        }
        const QList<domain::SampleId> missing = m_places.left();
        if (!missing.isEmpty()) {
            const core::Control quiet{m_control.stop, {}};
            const auto done = forEachReduced(m_store, m_dataset, missing, m_losses, quiet,
                                             [this](const formats::ImportedSample& written) {
                                                 differ(written.path, QStringLiteral("sample missing"));
                                                 return core::Result<>();
                                             });
            if (!done) {
                return core::failure(done.error());
            }
        }
        return m_outcome;
    }

    [[nodiscard]] const std::optional<core::Error>& error() const { return m_error; }

private:
    void compare(const formats::ImportedSample& written)
    {
        const auto found = m_batch.find(written.sample.id);
        if (found == m_batch.end()) {
            return;
        }
        const QStringList facts = formats::differencesOf(written, found->second, m_format.abilities);
        if (!facts.isEmpty()) {
            differ(found->second.path, facts.join(QStringLiteral("; ")));
        }
        m_batch.erase(found);
    }

    void differ(const QString& file, const QString& fact)
    {
        ++m_outcome.differences;
        m_problems.add(ProblemCode::ReadBackDiffers, file, 0, fact);
    }

    struct Hash {
        size_t operator()(domain::SampleId id) const noexcept { return std::hash<qint64>{}(id.value); }
    };

    store::Store& m_store;
    const domain::Dataset& m_dataset;
    const formats::Format& m_format;
    ReadBackPlaces& m_places;
    core::ProblemList& m_problems;
    const core::Control& m_control;
    formats::LossCounter m_losses;
    std::unordered_map<domain::SampleId, formats::ImportedSample, Hash> m_batch;
    std::optional<core::Error> m_error;
    ReadBackOutcome m_outcome;
};

} // namespace

core::Result<> forEachReduced(store::Store& store, const domain::Dataset& dataset, const QList<domain::SampleId>& ids,
                              formats::LossCounter& losses, const core::Control& control,
                              const std::function<core::Result<>(const formats::ImportedSample&)>& take)
{
    const auto names = labelNames(store, dataset.id);
    if (!names) {
        return core::failure(names.error());
    }
    std::optional<core::Error> failed;
    qint64 done = 0;
    const core::Result<> read = store::SampleRepository(store).forEach(
        dataset.id, ids, [&](const domain::Sample& sample, std::vector<domain::Annotation>&& annotations) {
            formats::ImportedSample written =
                toWritable(sample, std::move(annotations), dataset.inputLocation, *names);
            if (losses.reduce(written)) {
                if (const core::Result<> taken = take(written); !taken) {
                    failed = taken.error();
                }
            }
            if (++done % kReportEvery == 0 || done == ids.size()) {
                control.report(done, ids.size());
            }
            return !failed && !control.isCancelled();
        });
    if (failed) {
        return core::failure(*failed);
    }
    return control.isCancelled() ? core::Result<>(core::failure(core::ErrorCode::Cancelled)) : read;
}

void ReadBackPlaces::add(const QString& path, domain::SampleId sample)
{
    if (!path.isEmpty()) {
        m_samples.emplace(qHash(path), sample);
    }
}

std::optional<domain::SampleId> ReadBackPlaces::take(const QString& path)
{
    const auto found = m_samples.find(qHash(path));
    if (found == m_samples.end()) {
        return std::nullopt;
    }
    const domain::SampleId sample = found->second;
    m_samples.erase(found);
    return sample;
}

QList<domain::SampleId> ReadBackPlaces::left() const
{
    QList<domain::SampleId> ids;
    for (const auto& [hash, id] : m_samples) {
        ids.append(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

core::Result<ReadBackOutcome> readBack(store::Store& store, const domain::Dataset& dataset,
                                       const formats::Format& format, const formats::WriteOptions& options,
                                       const QString& path, ReadBackPlaces& places, core::ProblemList& problems,
                                       const core::Control& control)
{
    formats::ReadOptions readOptions;
    readOptions.type = dataset.type;
    readOptions.inputLocation = dataset.inputLocation;
    // What was exported had been taken in under whatever limit there was then.
    readOptions.probe = pictureProbe(std::numeric_limits<qint64>::max());
    Comparer comparer(store, dataset, format, options, places, problems, control);
    core::ProblemList found;
    const auto read = format.makeReader()->read(
        path, readOptions, [&comparer](formats::ImportedSample&& sample) { return comparer.take(std::move(sample)); },
        found, control);
    if (comparer.error()) {
        return core::failure(*comparer.error());
    }
    if (!read) {
        return core::failure(read.error());
    }
    for (const core::Problem& problem : found.kept()) {
        if (!core::isNote(problem.code)) {
            problems.add(problem);
        }
    }
    return comparer.finish();
}

} // namespace lw::scenarios
