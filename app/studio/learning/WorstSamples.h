// SPDX-License-Identifier: GPL-3.0-or-later
//! The samples about which a model was most wrong, as thumbnails that open.
#pragma once

#include "models/domain/Evaluation.h"
#include "models/domain/Sample.h"

#include <QHash>
#include <QListWidget>

namespace lw::gallery {
class ThumbnailSource;
}

namespace lw::studio {

class WorstSamples final : public QListWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorstSamples)

public:
    /// `thumbnails` must outlive it.
    explicit WorstSamples(gallery::ThumbnailSource& thumbnails, QWidget* parent = nullptr);

    /// `rows` are the samples that are still there, in any order; the others are left out. `inputLocation` is their
    /// dataset's.
    void setSamples(const domain::Evaluation& evaluation, const std::vector<domain::Sample>& rows,
                    const QString& inputLocation);
    /// Shown now, the worst first.
    [[nodiscard]] QList<domain::SampleId> ids() const;

Q_SIGNALS:
    void sampleActivated(lw::domain::SampleId sample);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void requestVisible();
    void takeThumbnail(domain::SampleId sample);

    gallery::ThumbnailSource& m_thumbnails;
    QHash<qint64, domain::Sample> m_samples;
    QString m_inputLocation;
};

} // namespace lw::studio
