// SPDX-License-Identifier: GPL-3.0-or-later
//! Size, tiles and badges out of an image pyramid.
#include "app/jobs/PyramidPicture.h"

#include <QCoreApplication>

namespace lw::jobs {

namespace {

quint64 tileKey(int level, int tx, int ty)
{
    return (quint64(level) << 48) | (quint64(quint32(tx) & 0xffffff) << 24) | (quint32(ty) & 0xffffff);
}

struct Notes {
    Q_DECLARE_TR_FUNCTIONS(lw::jobs::PyramidPicture)
};

void addDepthNotes(const media::ImageInfo& info, QList<canvas::PictureNote>& notes)
{
    if (info.bitsPerChannel > 8) {
        notes.append({Notes::tr("%1-bit").arg(info.bitsPerChannel),
                      Notes::tr("Shown with 8 bits per channel. The file is not changed.")});
    }
    if (info.colour == media::ColourKind::Cmyk) {
        notes.append({Notes::tr("CMYK"), Notes::tr("Shown converted to RGB, without the file's colour profile.")});
    }
}

void addFrameNote(const media::ImageInfo& info, QList<canvas::PictureNote>& notes)
{
    if (!info.isAnimated) {
        return;
    }
    if (info.format == media::ImageFormat::Tiff) {
        notes.append({Notes::tr("Several pages: the first is shown"),
                      Notes::tr("Annotations belong to the first page of the file.")});
    } else {
        notes.append({Notes::tr("Animated: the first frame is shown"),
                      Notes::tr("Annotations belong to the first frame of the file.")});
    }
}

QString truncationText(const media::MissingPart& missing)
{
    if (missing.percent == 0) {
        return Notes::tr("Truncated: shown as far as it goes");
    }
    switch (missing.edge) {
    case Qt::TopEdge:
        return Notes::tr("Truncated: the upper %1 % is missing").arg(missing.percent);
    case Qt::LeftEdge:
        return Notes::tr("Truncated: the left %1 % is missing").arg(missing.percent);
    case Qt::RightEdge:
        return Notes::tr("Truncated: the right %1 % is missing").arg(missing.percent);
    case Qt::BottomEdge:
        break;
    }
    return Notes::tr("Truncated: the lower %1 % is missing").arg(missing.percent);
}

void addTruncationNote(const core::ProblemList& problems, const media::MissingPart& missing,
                       QList<canvas::PictureNote>& notes)
{
    for (const core::Problem& problem : problems.kept()) {
        if (problem.code == core::ProblemCode::ImageTruncated) {
            notes.append({truncationText(missing),
                          Notes::tr("The file is damaged (%1). What it holds is shown.").arg(problem.detail)});
        }
    }
}

} // namespace

PyramidPicture::PyramidPicture(PictureLoader& loader, std::shared_ptr<LoadingPicture> picture, QSize expected)
    : m_loader(loader), m_picture(std::move(picture)), m_expected(expected)
{
    connect(&loader, &PictureLoader::pictureChanged, this, [this](const LoadingPicture* which) {
        if (which == m_picture.get()) {
            Q_EMIT changed();
        }
    });
}

QSize PyramidPicture::imageSize() const
{
    return m_picture->pyramid ? m_picture->pyramid->size() : m_expected;
}

int PyramidPicture::levelCount() const
{
    return m_picture->pyramid ? m_picture->pyramid->levelCount() : 1;
}

QSize PyramidPicture::levelSize(int level) const
{
    return m_picture->pyramid ? m_picture->pyramid->levelSize(level) : PictureSource::levelSize(level);
}

std::optional<QImage> PyramidPicture::tile(int level, int tx, int ty)
{
    if (!m_picture->pyramid) {
        return std::nullopt;
    }
    if (auto resident = m_picture->pyramid->residentTile(level, tx, ty)) {
        return resident;
    }
    const quint64 key = tileKey(level, tx, ty);
    if (!m_asked.contains(key)) {
        m_asked.insert(key);
        m_loader.readTile(
            m_picture, level, tx, ty,
            [this, key, level, tx, ty] {
                m_asked.remove(key);
                Q_EMIT tileReady(level, tx, ty);
            },
            this);
    }
    return std::nullopt;
}

QImage PyramidPicture::preview() const
{
    if (m_picture->pyramid) {
        const auto overview = m_picture->pyramid->residentTile(m_picture->pyramid->levelCount() - 1, 0, 0);
        return overview ? *overview : m_picture->preview;
    }
    return m_picture->preview;
}

QList<canvas::PictureNote> PyramidPicture::notes() const
{
    if (!m_picture->pyramid) {
        return {};
    }
    const media::ImageInfo& info = m_picture->pyramid->info();
    QList<canvas::PictureNote> notes;
    if (info.orientation != 1) {
        notes.append({tr("Turned (EXIF %1): coordinates are of the turned picture").arg(info.orientation),
                      tr("The file holds the picture turned or mirrored and its EXIF orientation says so. It is shown "
                         "upright. Coordinates, in exports too, are of the picture as it is shown.")});
    }
    addDepthNotes(info, notes);
    addFrameNote(info, notes);
    if (info.contentMismatch) {
        notes.append({tr("Content is %1").arg(media::formatName(info.format)),
                      tr("The file name says another format. The picture was opened by its content.")});
    }
    addTruncationNote(m_picture->pyramid->notes(), info.missing, notes);
    return notes;
}

QString PyramidPicture::problem() const
{
    return m_picture->error && m_loader.m_options.errorText ? m_loader.m_options.errorText(*m_picture->error)
                                                            : QString();
}

} // namespace lw::jobs
