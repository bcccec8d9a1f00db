// SPDX-License-Identifier: GPL-3.0-or-later
//! Size, tiles and badges out of an image pyramid.
#include "app/jobs/PyramidPicture.h"

namespace lw::jobs {

namespace {

quint64 tileKey(int level, int tx, int ty)
{
    return (quint64(level) << 48) | (quint64(quint32(tx) & 0xffffff) << 24) | (quint32(ty) & 0xffffff);
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

QStringList PyramidPicture::notes() const
{
    QStringList notes;
    if (!m_picture->pyramid) {
        return notes;
    }
    const media::ImageInfo& info = m_picture->pyramid->info();
    if (info.orientation != 1) {
        notes.append(tr("Rotated by its EXIF orientation %1").arg(info.orientation));
    }
    if (info.bitsPerChannel > 8) {
        notes.append(tr("%1-bit").arg(info.bitsPerChannel));
    }
    if (info.colour == media::ColourKind::Cmyk) {
        notes.append(tr("CMYK"));
    }
    if (info.isAnimated) {
        notes.append(tr("First frame only"));
    }
    const auto& problems = m_picture->pyramid->notes().kept();
    for (const core::Problem& problem : problems) {
        if (problem.code == core::ProblemCode::ImageTruncated) {
            notes.append(tr("The file is incomplete"));
        } else if (problem.code == core::ProblemCode::ImageTypeMismatch) {
            notes.append(tr("Content: %1").arg(problem.detail));
        }
    }
    return notes;
}

QString PyramidPicture::problem() const
{
    return m_picture->error && m_loader.m_options.errorText ? m_loader.m_options.errorText(*m_picture->error)
                                                            : QString();
}

} // namespace lw::jobs
