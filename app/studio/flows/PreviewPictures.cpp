// SPDX-License-Identifier: GPL-3.0-or-later
//! Thumbnails and the canvas' own drawing.
#include "app/studio/flows/PreviewPictures.h"

#include "engine/media/Thumbnail.h"
#include "widgets/canvas/ShapePainter.h"

#include <QPainter>

namespace lw::studio {

namespace {

/// Twice what is shown, for dense screens.
constexpr int kEdge = 304;
/// More are only a heap of lines at this size.
constexpr int kMostShapes = 400;

} // namespace

std::vector<PreviewPicture> readPreviewPictures(std::vector<formats::ImportedSample>&& samples, qint64 maxPixels,
                                                const core::Control& control)
{
    std::vector<PreviewPicture> pictures;
    for (formats::ImportedSample& sample : samples) {
        core::Result<QImage> image;
        if (!control.isCancelled()) {
            image = media::makeThumbnail(sample.path, kEdge, control, maxPixels);
        }
        pictures.push_back({std::move(sample), image ? *image : QImage()});
    }
    return pictures;
}

QPixmap paintPreview(const PreviewPicture& picture, const LabelColours& colours)
{
    if (picture.image.isNull()) {
        return {};
    }
    QPixmap pixels = QPixmap::fromImage(picture.image);
    const domain::Sample& sample = picture.sample.sample;
    if (sample.width <= 0 || sample.height <= 0) {
        return pixels;
    }
    canvas::ViewTransform transform;
    transform.setImageSize(QSizeF(sample.width, sample.height));
    transform.setViewSize(pixels.size());
    transform.showRect(transform.imageRect(), 1);
    QPainter painter(&pixels);
    int drawn = 0;
    for (const formats::NamedAnnotation& each : picture.sample.annotations) {
        canvas::ShapeLook look;
        look.colour = colours.value(each.label);
        canvas::paintShape(painter, each.annotation.shape, transform, look);
        if (++drawn == kMostShapes) {
            break;
        }
    }
    return pixels;
}

} // namespace lw::studio
