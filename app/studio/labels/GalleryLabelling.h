// SPDX-License-Identifier: GPL-3.0-or-later
//! Labelling whole samples in the gallery: keys, label panel and switches act on the selection (AN-4).
#pragma once

#include "app/studio/labels/LabelKeys.h"
#include "app/studio/labels/LabelSwitches.h"
#include "models/store/SampleRepository.h"

#include <QObject>

#include <vector>

class QAction;

namespace lw::gallery {
class GalleryView;
}
namespace lw::panels {
class LabelPanel;
}

namespace lw::studio {

class BatchFlows;

/// GUI thread only. Everything handed in must outlive it.
class GalleryLabelling final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(GalleryLabelling)

public:
    struct Parts {
        gallery::GalleryView& gallery;
        panels::LabelPanel& panel;
        BatchFlows& batches;
        QAction& singleSwitch; ///< "samples.singleLabel"
    };

    GalleryLabelling(AppContext& context, domain::DatasetId dataset, const Parts& parts, QObject* parent);

    /// What the selection has, as counted last.
    void showUse(qint64 samples, const std::vector<store::LabelUse>& use);
    /// One comes (back) to the gallery: the switch may have been changed elsewhere.
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void apply(domain::LabelId label);
    void refreshKeys();

    AppContext& m_context;
    domain::DatasetId m_dataset;
    Parts m_parts;
    LabelSwitches m_switches;
    LabelKeys m_keys;
};

} // namespace lw::studio
