// SPDX-License-Identifier: GPL-3.0-or-later
//! VOC folders.
#include "engine/formats/VocWriter.h"

#include "engine/formats/PictureNames.h"
#include "engine/formats/VocImageSets.h"
#include "engine/formats/VocXml.h"

namespace lw::formats {

namespace {

constexpr std::array kListed = {domain::SampleUsage::Train, domain::SampleUsage::Eval, domain::SampleUsage::Test};

} // namespace

core::Result<> VocWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    if (options.type == domain::DatasetType::ImageSegmentation) {
        m_masks.emplace(options.devkitLayout ? "SegmentationClass" : std::string(kMaskFolder), options.labels);
    }
    return m_folder.begin(folder);
}

void VocWriter::list(const std::string& name, domain::SampleUsage usage)
{
    const QByteArray line = QByteArray::fromStdString(name) + '\n';
    for (size_t i = 0; i < kListed.size(); ++i) {
        if (usage == kListed[i]) {
            m_lists[i].append(line);
        }
    }
    if (usage != domain::SampleUsage::Test) {
        m_all.append(line);
    }
}

core::Result<> VocWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const std::string taken = m_places.take(sample.path);
    const std::string name(withoutSuffix(taken));
    const std::string picture = (m_options.devkitLayout ? "JPEGImages/" : "") + taken;
    m_lastPicture.clear();
    const core::Result<bool> copied = m_places.copy(sample.path, m_folder, picture, problems);
    if (!copied) {
        return core::failure(copied.error());
    }
    if (!*copied) {
        ++m_summary.skippedSamples;
        return {};
    }
    m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(picture);
    if (!sample.annotations.empty() || sample.hasAnnotationFile) {
        VocWriteOptions options{m_options.withHard, true, m_lastPicture};
        if (m_masks) {
            if (const core::Result<> written = m_masks->write(m_folder, name, sample, options); !written) {
                return written;
            }
        }
        writeVoc(m_xml, sample, options);
        const std::string xml = (m_options.devkitLayout ? "Annotations/" : "") + name + ".xml";
        if (const core::Result<> written = m_folder.write(xml, m_xml); !written) {
            return written;
        }
    }
    list(name, sample.sample.usage);
    ++m_summary.samples;
    m_summary.annotations += qint64(sample.annotations.size());
    return {};
}

core::Result<WriteSummary> VocWriter::finish()
{
    if (m_options.devkitLayout) {
        core::Result<> written = m_folder.makeFolder("Annotations");
        for (size_t i = 0; i < kListed.size() && written; ++i) {
            if (!m_lists[i].isEmpty()) {
                written =
                    m_folder.write(std::string("ImageSets/Main/") + imageSetName(kListed[i]) + ".txt", m_lists[i]);
            }
        }
        if (written) {
            written = m_folder.write("ImageSets/Main/trainval.txt", m_all);
        }
        if (!written) {
            return core::failure(written.error());
        }
    }
    if (const core::Result<> done = m_folder.commit(); !done) {
        return core::failure(done.error());
    }
    m_summary.path = m_folder.target();
    return m_summary;
}

} // namespace lw::formats
