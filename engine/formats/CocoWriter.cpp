// SPDX-License-Identifier: GPL-3.0-or-later
//! Samples to COCO files.
#include "engine/formats/CocoWriter.h"

#include "engine/formats/CocoCategories.h"
#include "engine/formats/JsonText.h"
#include "engine/formats/SplitNames.h"

#include <limits>
#include <unistd.h>

namespace lw::formats {

namespace {

constexpr qsizetype kBlock = 1024 * 1024;
/// Of files; pictures of samples without a part lie in no folder of their own.
const char* fileSplit(size_t split)
{
    return split == 0 ? "default" : kSplitNames[split];
}

} // namespace

core::Result<> CocoWriter::begin(const QString& folder, const WriteOptions& options)
{
    m_options = options;
    m_labels = CocoLabels(options.labels);
    m_places = PicturePlaces({options.inputLocation, true, options.linkPictures});
    return m_folder.begin(folder);
}

core::Result<> CocoWriter::openStream(Stream& stream, const std::string& relative)
{
    stream.path = m_folder.path() + '/' + relative;
    const int error = stream.file.open(stream.path.c_str());
    return error == 0 ? core::Result<>() : core::failure(io::writeError(error, m_folder.target()));
}

core::Result<> CocoWriter::open(Part& part, size_t split)
{
    core::Result<> opened = m_folder.makeFolder("annotations");
    const std::string name = std::string("annotations/instances_") + fileSplit(split) + ".json";
    if (opened) {
        opened = openStream(part.annotations, name);
    }
    if (opened) {
        opened = openStream(part.images, name + ".images");
    }
    part.annotations.block = "{\"info\":{\"description\":\"\",\"version\":\"1.0\"},\"licenses\":[],\n\"annotations\":[";
    part.isOpen = true;
    return opened;
}

core::Result<> CocoWriter::flush(Stream& stream, qsizetype above)
{
    if (stream.block.size() <= above) {
        return {};
    }
    const int error = stream.file.write(stream.block);
    stream.block.resize(0);
    return error == 0 ? core::Result<>() : core::failure(io::writeError(error, m_folder.target()));
}

qint64 CocoWriter::imageId(const ImportedSample& sample)
{
    const QByteArray text = sample.sample.externalId.toUtf8();
    const std::optional<qint64> own = cocoIdFromText(std::string_view(text.constData(), size_t(text.size())));
    if (own && *own >= 0 && m_imageIds.insert(*own).second) {
        return *own;
    }
    while (!m_imageIds.insert(m_nextImage).second) {
        ++m_nextImage;
    }
    return m_nextImage;
}

core::Result<bool> CocoWriter::place(const ImportedSample& sample, size_t split, std::string& name,
                                     core::ProblemList& problems)
{
    m_lastPicture.clear();
    if (!m_options.withPictures) {
        const bool isWithin =
            !m_options.inputLocation.isEmpty() && sample.path.startsWith(m_options.inputLocation + u'/');
        name = isWithin ? m_places.ownName(sample.path) : sample.path.toStdString();
        m_lastPicture = sample.path;
        return true;
    }
    const std::string group = kSplitNames[split];
    name = m_places.take(sample.path, group);
    const std::string relative = "images/" + (group.empty() ? name : group + '/' + name);
    core::Result<bool> copied = m_places.copy(sample.path, m_folder, relative, problems);
    if (copied && *copied) {
        m_lastPicture = m_folder.target() + u'/' + QString::fromStdString(relative);
    }
    return copied;
}

core::Result<> CocoWriter::add(const ImportedSample& sample, core::ProblemList& problems)
{
    const size_t split = splitOf(sample.sample.usage);
    Part& part = m_parts[split];
    if (!part.isOpen) {
        if (const core::Result<> opened = open(part, split); !opened) {
            return opened;
        }
    }
    std::string name;
    const core::Result<bool> placed = place(sample, split, name, problems);
    if (!placed) {
        return core::failure(placed.error());
    }
    if (!*placed) {
        ++m_summary.skippedSamples;
        return {};
    }
    const qint64 id = imageId(sample);
    part.images.block.append(part.hasImages ? ",\n" : "\n");
    part.hasImages = true;
    appendCocoImage(part.images.block, sample, id, name, m_options);
    QByteArray& out = part.annotations.block;
    for (const NamedAnnotation& named : sample.annotations) {
        const qsizetype before = out.size();
        out.append(part.hasAnnotations ? ",\n" : "\n");
        const CocoAnnotationIds ids{m_nextAnnotation, id, m_labels.idOf(named.label)};
        if (!appendCocoAnnotation(out, sample, named.annotation, ids, m_options)) {
            out.resize(before);
            continue;
        }
        part.hasAnnotations = true;
        ++m_nextAnnotation;
        ++m_summary.annotations;
    }
    ++m_summary.samples;
    const core::Result<> flushed = flush(part.annotations, kBlock);
    return flushed ? flush(part.images, kBlock) : flushed;
}

core::Result<> CocoWriter::close(Part& part)
{
    // The images stand behind the annotations: about 100 bytes each, read back at once.
    part.annotations.block.append("\n],\n\"images\":[");
    core::Result<> done = flush(part.annotations, 0);
    if (done) {
        done = flush(part.images, 0);
    }
    int error = done ? part.images.file.close() : 0;
    if (done && error == 0) {
        QByteArray images;
        error = io::readFile(part.images.path.c_str(), images, std::numeric_limits<qint64>::max());
        error = error == 0 ? part.annotations.file.write(images) : error;
    }
    if (done && error == 0) {
        error = part.annotations.file.write(QByteArray("\n],\n\"categories\":" + m_labels.text() + "}\n"));
    }
    if (done && error == 0) {
        error = part.annotations.file.close();
    }
    ::unlink(part.images.path.c_str());
    return error == 0 ? done : core::failure(io::writeError(error, m_folder.target()));
}

core::Result<WriteSummary> CocoWriter::finish()
{
    core::Result<> done;
    if (m_summary.samples == 0 && !m_parts[0].isOpen) {
        done = open(m_parts[0], 0);
    }
    for (Part& part : m_parts) {
        if (done && part.isOpen) {
            done = close(part);
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
