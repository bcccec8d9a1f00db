// SPDX-License-Identifier: GPL-3.0-or-later
//! The common steps of readers.
#include "engine/formats/ReadSession.h"

#include "engine/formats/PictureNames.h"
#include "engine/formats/SampleIntake.h"
#include "models/domain/Rings.h"

#include <algorithm>

namespace lw::formats {

using core::ProblemCode;

domain::SampleUsage usageFromWord(QStringView word)
{
    constexpr std::pair<const char*, domain::SampleUsage> kWords[] = {
        {"train", domain::SampleUsage::Train},     {"training", domain::SampleUsage::Train},
        {"val", domain::SampleUsage::Eval},        {"valid", domain::SampleUsage::Eval},
        {"validation", domain::SampleUsage::Eval}, {"eval", domain::SampleUsage::Eval},
        {"test", domain::SampleUsage::Test},       {"testing", domain::SampleUsage::Test},
        {"inference", domain::SampleUsage::Inference},
    };
    const auto* const found = std::find_if(std::begin(kWords), std::end(kWords), [word](const auto& entry) {
        return word.compare(QLatin1String(entry.first), Qt::CaseInsensitive) == 0;
    });
    return found == std::end(kWords) ? domain::SampleUsage::None : found->second;
}

QString wordOfUsage(domain::SampleUsage usage)
{
    switch (usage) {
    case domain::SampleUsage::Train:
        return QStringLiteral("train");
    case domain::SampleUsage::Eval:
        return QStringLiteral("val");
    case domain::SampleUsage::Test:
        return QStringLiteral("test");
    case domain::SampleUsage::Inference:
        return QStringLiteral("inference");
    default:
        return {};
    }
}

bool ReadSession::step(qint64 done, qint64 total) const
{
    constexpr qint64 kReportEvery = 64;
    if (done % kReportEvery == 0 || done == total) {
        m_control.report(done, total);
    }
    return !m_control.isCancelled();
}

bool ReadSession::beginSample(ImportedSample& sample, const std::string& path)
{
    sample.path = QString::fromStdString(path);
    const std::string_view name = fileNameOf(path);
    sample.sample.name = QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (takePictureFacts(sample, path.c_str(), m_options.probe, m_problems)) {
        return true;
    }
    ++m_summary.skippedSamples;
    return false;
}

PictureSize ReadSession::settleSize(ImportedSample& sample, PictureSize stated, qint64 line)
{
    const PictureSize real{sample.sample.width, sample.sample.height};
    if (!real.isKnown()) {
        sample.sample.width = stated.width;
        sample.sample.height = stated.height;
        return stated;
    }
    if (stated.isKnown() && stated != real) {
        add(ProblemCode::SizeMismatch, line,
            QStringLiteral("%1x%2, %3x%4").arg(stated.width).arg(stated.height).arg(real.width).arg(real.height));
    }
    return real;
}

bool ReadSession::isGoodLabel(const QString& name, qint64 line)
{
    if (domain::isValidLabelName(name)) {
        return true;
    }
    add(name.isEmpty() ? ProblemCode::FieldMissing : ProblemCode::LabelInvalid, line,
        name.isEmpty() ? QStringLiteral("label") : name.left(200));
    return false;
}

bool ReadSession::addAnnotation(ImportedSample& sample, NamedAnnotation&& annotation, qint64 line)
{
    domain::Shape& shape = annotation.annotation.shape;
    if (shape.kind == domain::ShapeKind::Mask && !fitsType(shape.kind, m_options.type) &&
        fitsType(domain::ShapeKind::Polygon, m_options.type)) {
        shape = domain::Shape::polygon(domain::ringsOfMask(shape.mask)); // object detection has no masks
    }
    bool isGood = isGoodLabel(annotation.label, line);
    if (isGood) {
        const ShapeVerdict verdict = checkShape(shape, {sample.sample.width, sample.sample.height});
        if (verdict.issue) {
            add(verdict.issue->code, line, verdict.issue->detail);
        }
        isGood = verdict.isAccepted;
    }
    if (isGood && !fitsType(shape.kind, m_options.type)) {
        add(ProblemCode::TypeMismatch, line, domain::shapeName(shape.kind));
        isGood = false;
    }
    if (!isGood) {
        ++m_summary.skippedAnnotations;
        return false;
    }
    annotation.annotation.order = int(sample.annotations.size());
    sample.annotations.push_back(std::move(annotation));
    return true;
}

bool ReadSession::addLabel(ImportedSample& sample, const QString& label, qint64 line)
{
    const bool isRepeated =
        std::any_of(sample.annotations.begin(), sample.annotations.end(), [&label](const NamedAnnotation& other) {
            return other.label == label && other.annotation.shape.kind == domain::ShapeKind::WholeSample;
        });
    if (isRepeated) {
        add(ProblemCode::FieldInvalid, line, label);
        ++m_summary.skippedAnnotations;
        return false;
    }
    NamedAnnotation annotation;
    annotation.label = label;
    annotation.annotation.shape = domain::Shape::wholeSample();
    return addAnnotation(sample, std::move(annotation), line);
}

void ReadSession::declare(const domain::Label& label)
{
    if (m_options.labels && m_options.withLabels && !m_declared.contains(label.name) &&
        (m_options.labelsToTake.isEmpty() || m_options.labelsToTake.contains(label.name))) {
        m_declared.insert(label.name);
        m_options.labels(label);
    }
}

void ReadSession::declare(const QString& name)
{
    domain::Label label;
    label.name = name;
    label.colour = 0;
    declare(label);
}

bool ReadSession::finishSample(ImportedSample&& sample)
{
    if (!passesOptions(sample, m_options)) {
        ++m_summary.filteredSamples;
        return true;
    }
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return m_sink(std::move(sample));
}

} // namespace lw::formats
