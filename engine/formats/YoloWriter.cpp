// SPDX-License-Identifier: GPL-3.0-or-later
//! Samples to YOLO folders.
#include "engine/formats/YoloWriter.h"

#include "engine/formats/PictureNames.h"
#include "engine/formats/SplitNames.h"

namespace lw::formats {

using core::ProblemCode;

core::Result<> YoloWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    for (const domain::Label& label : options.labels) {
        m_numbers.insert(label.name, int(m_names.classes.size()));
        m_names.classes.append(label.name);
        if (m_kind == YoloKind::Pose && label.skeleton.joints.size() > m_names.jointCount) {
            m_names.jointCount = int(label.skeleton.joints.size());
            m_names.joints = label.skeleton.joints;
        }
    }
    m_names.jointNumbers = 3;
    return m_folder.begin(folder);
}

int YoloWriter::numberOf(const QString& label)
{
    const auto known = m_numbers.constFind(label);
    if (known != m_numbers.constEnd()) {
        return *known;
    }
    const int number = int(m_names.classes.size());
    m_numbers.insert(label, number);
    m_names.classes.append(label);
    return number;
}

void YoloWriter::appendLines(const ImportedSample& sample, core::ProblemList& problems)
{
    m_text.resize(0);
    const PictureSize size{sample.sample.width, sample.sample.height};
    for (const NamedAnnotation& named : sample.annotations) {
        const domain::Shape& shape = named.annotation.shape;
        if (m_kind == YoloKind::Pose && m_names.jointCount == 0) {
            m_names.jointCount = int(shape.points.size());
        }
        const bool isTooLong = m_kind == YoloKind::Pose && int(shape.points.size()) > m_names.jointCount;
        if (isTooLong || !size.isKnown() ||
            !appendYoloLine(m_text, m_kind, numberOf(named.label), shape, size, m_names.jointCount)) {
            problems.add(ProblemCode::FieldInvalid, sample.path, 0,
                         isTooLong ? QStringLiteral("%1 joints").arg(shape.points.size())
                                   : QStringLiteral("%1 x %2").arg(size.width).arg(size.height));
            continue;
        }
        ++m_summary.annotations;
    }
}

core::Result<> YoloWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const size_t split = splitOf(sample.sample.usage);
    const std::string group = kSplitNames[split];
    const std::string name = (group.empty() ? group : group + '/') + m_places.take(sample.path, group);
    const std::string picture = "images/" + name;
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, picture, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_isUsed[split] = true;
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(picture);
    ++m_summary.samples;
    if (sample.annotations.empty() && !sample.hasAnnotationFile) {
        return {};
    }
    appendLines(sample, problems);
    return m_folder.write("labels/" + std::string(withoutSuffix(name)) + ".txt", m_text);
}

core::Result<WriteSummary> YoloWriter::finish()
{
    std::vector<YoloSplit> splits;
    for (size_t i = 1; i < kSplitNames.size(); ++i) {
        if (m_isUsed[i]) {
            splits.push_back({kSplitNames[i], std::string("images/") + kSplitNames[i]});
        }
    }
    // Training programs want a training and a validation set; without any usage both are the whole.
    const bool hasSplits = !splits.empty();
    for (const size_t i : {size_t(1), size_t(2)}) {
        if (!m_isUsed[i]) {
            const size_t other = 3 - i;
            splits.push_back(
                {kSplitNames[i], !hasSplits || !m_isUsed[other] ? "images" : std::string("images/") + kSplitNames[other]});
        }
    }
    QByteArray classes;
    for (const QString& name : m_names.classes) {
        classes.append(name.toUtf8()).append('\n');
    }
    core::Result<> done = m_folder.write("data.yaml", yoloYaml(m_names, splits));
    if (done) {
        done = m_folder.write("classes.txt", classes);
    }
    for (const char* folder : {"images", "labels"}) {
        if (done) {
            done = m_folder.makeFolder(folder);
        }
    }
    if (done) {
        done = m_folder.commit();
    }
    if (!done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
