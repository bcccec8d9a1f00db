// SPDX-License-Identifier: GPL-3.0-or-later
//! Versions of a dataset: the line of their evolution and the details of one (VE-3).
#pragma once

#include "models/domain/Dataset.h"

#include <QFrame>

class QListView;
class QStackedWidget;

namespace lw::items {
class VersionListModel;
}

namespace lw::panels {

class VersionDetails;

/// Follows `model`, which must outlive it; asks by signal, changes nothing.
class VersionPanel final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionPanel)

public:
    explicit VersionPanel(items::VersionListModel& model, QWidget* parent = nullptr);

    /// Of the dataset whose versions are shown; decides the words.
    void setDatasetType(domain::DatasetType type);
    [[nodiscard]] domain::VersionId selectedId() const;
    void select(domain::VersionId id);

Q_SIGNALS:
    void publishRequested();
    void setCurrentRequested(lw::domain::VersionId id);
    void deleteRequested(lw::domain::VersionId id);
    /// `before` is the older of the two.
    void compareRequested(lw::domain::VersionId before, lw::domain::VersionId after);
    void openFolderRequested(const QString& manifestPath);
    void trainRequested(lw::domain::VersionId id);

private:
    QWidget* makeContent();
    void showSelected();
    void showList();

    items::VersionListModel& m_model;
    QStackedWidget* m_pages;
    QListView* m_list;
    VersionDetails* m_details;
    domain::VersionId m_selected; ///< before the list was replaced
};

} // namespace lw::panels
