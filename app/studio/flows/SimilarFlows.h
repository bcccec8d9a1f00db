// SPDX-License-Identifier: GPL-3.0-or-later
//! "More like this" and "find near-duplicates" in the gallery (AN-12).
#pragma once

#include "app/studio/flows/FlowHost.h"
#include "models/items/SampleArrangement.h"

#include <QTimer>

namespace lw::common {
class EmptyState;
}
namespace lw::gallery {
class DuplicatesBar;
class FilterBar;
class GalleryView;
} // namespace lw::gallery

namespace lw::studio {

struct SampleList;

/// Asks jobs for an order and puts it into the dataset's list, where it stays while pages come and go; shows it in the
/// parts of the page.
class SimilarFlows final : public FlowHost {
    Q_OBJECT

public:
    SimilarFlows(AppContext& context, domain::DatasetId dataset, QWidget* page);

    /// Makes the bar above the gallery, hidden at first.
    [[nodiscard]] gallery::DuplicatesBar* makeBar(QWidget* parent);
    /// Makes what is shown when there are no near-duplicates.
    [[nodiscard]] common::EmptyState* makeEmptyState(QWidget* parent);
    /// After the two above. The parts belong to the page.
    void attach(gallery::GalleryView* gallery, gallery::FilterBar* filters);

    void findSimilar();
    void findDuplicates();
    void selectCopies();
    void keepSelected();
    void deleteCopies();
    void leave();

    /// The list holds what it should: brings the parts in step.
    void showResult();
    /// What to show instead of an empty gallery; null when it is empty for other reasons.
    [[nodiscard]] QWidget* emptyState() const;

Q_SIGNALS:
    void deleteRequested(const QList<lw::domain::SampleId>& samples);

private:
    using Arrangement = items::SampleArrangement::Pointer;
    struct Found {
        Arrangement arrangement;
        jobs::JobResult result;
    };

    void run(const jobs::TextMaker& title, bool isQuiet, const std::function<Found(const core::Control&)>& work);
    [[nodiscard]] const Arrangement& arrangement() const;
    void setArrangement(const Arrangement& arrangement);
    [[nodiscard]] QList<domain::SampleId> copies() const;
    void replaceLostKept();
    void regroup();

    domain::DatasetId m_dataset;
    SampleList& m_list;
    gallery::GalleryView* m_gallery = nullptr;
    gallery::FilterBar* m_filters = nullptr;
    gallery::DuplicatesBar* m_bar = nullptr;
    common::EmptyState* m_empty = nullptr;
    QTimer m_regroupSoon;
};

} // namespace lw::studio
