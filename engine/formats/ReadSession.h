// SPDX-License-Identifier: GPL-3.0-or-later
//! One run of a reader: what all formats do alike with pictures, annotations, problems and counts.
#pragma once

#include "engine/formats/DatasetFormat.h"
#include "engine/formats/ShapeCheck.h"

#include <QSet>

#include <string>

namespace lw::formats {

/// The usage that a folder or subset is named for: train, training; val, valid, validation, eval; test, testing;
/// inference; in any case.
[[nodiscard]] domain::SampleUsage usageFromWord(QStringView word);
/// "train", "val", "test" or "inference"; empty for none.
[[nodiscard]] QString wordOfUsage(domain::SampleUsage usage);

/// Lives as long as one read(). Not thread-safe.
class ReadSession {
public:
    ReadSession(const ReadOptions& options, const SampleSink& sink, core::ProblemList& problems,
                const core::Control& control)
        : m_options(options), m_sink(sink), m_problems(problems), m_control(control)
    {
    }

    [[nodiscard]] const ReadOptions& options() const { return m_options; }
    [[nodiscard]] core::ProblemList& problems() { return m_problems; }
    [[nodiscard]] const core::Control& control() const { return m_control; }
    [[nodiscard]] ReadSummary& summary() { return m_summary; }

    /// The file that problems belong to from now on.
    void setFile(const QString& path) { m_file = path; }
    void add(core::ProblemCode code, qint64 line = 0, const QString& detail = {})
    {
        m_problems.add(code, m_file, line, detail);
    }

    /// Reports progress now and then; false when the work should stop.
    [[nodiscard]] bool step(qint64 done, qint64 total) const;

    /// Begins a sample: path, name and what the picture file itself says. False, and a skipped sample, if it is of no
    /// use.
    [[nodiscard]] bool beginSample(ImportedSample& sample, const std::string& path);
    /// The size of the picture if it is known; else `stated` becomes its size. Reports sizes that differ.
    PictureSize settleSize(ImportedSample& sample, PictureSize stated, qint64 line = 0);

    /// True if `name` may be a label; reports it if not.
    [[nodiscard]] bool isGoodLabel(const QString& name, qint64 line = 0);
    /// Checks label and shape and appends the annotation, its order behind the others. False, and a skipped annotation,
    /// if it is left out.
    bool addAnnotation(ImportedSample& sample, NamedAnnotation&& annotation, qint64 line = 0);
    /// Adds a label of the whole sample; one that it has already is reported.
    bool addLabel(ImportedSample& sample, const QString& label, qint64 line = 0);
    /// Tells the label set, each name once.
    void declare(const domain::Label& label);
    void declare(const QString& name);

    /// Applies the options and hands the sample on. False when the sink asks to stop.
    [[nodiscard]] bool finishSample(ImportedSample&& sample);

private:
    const ReadOptions& m_options;
    const SampleSink& m_sink;
    core::ProblemList& m_problems;
    const core::Control& m_control;
    ReadSummary m_summary;
    QString m_file;
    QSet<QString> m_declared;
};

} // namespace lw::formats
