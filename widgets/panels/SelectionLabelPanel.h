// SPDX-License-Identifier: GPL-3.0-or-later
//! Labels of the selected samples with counts; replace or remove one on all of them (AN-4).
#pragma once

#include "models/domain/Ids.h"
#include "models/store/SampleRepository.h"

#include <QFrame>

#include <vector>

class QLabel;
class QMenu;
class QVBoxLayout;

namespace lw::common {
class SectionHeader;
}
namespace lw::document {
class LabelSet;
}

namespace lw::panels {

class SelectionLabelPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SelectionLabelPanel)

public:
    /// `labels` must outlive the panel.
    explicit SelectionLabelPanel(document::LabelSet& labels, QWidget* parent = nullptr);

    /// `samples` selected, their labels as SampleRepository::labelUse() says.
    void setUse(qint64 samples, const std::vector<store::LabelUse>& use);
    /// Dims the list until setUse() comes (the count runs elsewhere).
    void setBusy(bool isBusy);

Q_SIGNALS:
    void replaceRequested(lw::domain::LabelId from, lw::domain::LabelId to);
    void removeRequested(lw::domain::LabelId label);
    /// Show the samples that have it.
    void labelActivated(lw::domain::LabelId label);

private:
    QWidget* makeRow(const store::LabelUse& use);
    QMenu* makeMenu(QWidget* parent, domain::LabelId from);

    document::LabelSet& m_labels;
    common::SectionHeader* m_header;
    QLabel* m_hint;
    QVBoxLayout* m_rows;
    QWidget* m_content;
};

} // namespace lw::panels
