// SPDX-License-Identifier: GPL-3.0-or-later
//! What the learning engine offers on the samples page: smart labelling, grouping, map, labels to check.
#pragma once

#include "models/domain/Ids.h"

#include <QList>
#include <QObject>

class QAction;
class QToolButton;
class QWidget;

namespace lw::studio {

class AppContext;
class BatchFlows;
class CheckFlows;
class GroupFlows;
class MapFlows;
class NextFlows;
class SmartFlows;

/// Belongs to its page. GUI thread only.
class SmartTools final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmartTools)

public:
    SmartTools(AppContext& context, domain::DatasetId dataset, BatchFlows& batches, QWidget* page);

    [[nodiscard]] SmartFlows& labelling() { return *m_labelling; }
    [[nodiscard]] GroupFlows& grouping() { return *m_grouping; }
    [[nodiscard]] MapFlows& map() { return *m_map; }
    [[nodiscard]] CheckFlows& checking() { return *m_checking; }
    [[nodiscard]] NextFlows& next() { return *m_next; }

    /// Makes the button whose menu holds `actions` once they are there.
    [[nodiscard]] QToolButton* makeButton(QWidget* parent);
    void fillMenu(const QList<QAction*>& actions);

Q_SIGNALS:
    /// The gallery shall show only these; empty: all.
    void filterRequested(const QList<lw::domain::SampleId>& samples);
    void selectRequested(const QList<lw::domain::SampleId>& samples);
    void openRequested(lw::domain::SampleId sample);

private:
    SmartFlows* m_labelling;
    GroupFlows* m_grouping;
    MapFlows* m_map;
    CheckFlows* m_checking;
    NextFlows* m_next;
    QToolButton* m_button = nullptr;
};

} // namespace lw::studio
