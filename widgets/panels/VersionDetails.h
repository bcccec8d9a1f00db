// SPDX-License-Identifier: GPL-3.0-or-later
//! Everything about one version, and what can be done with it.
#pragma once

#include "models/domain/Dataset.h"

#include <QFrame>

#include <vector>

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace lw::common {
class Badge;
class ElidedLabel;
} // namespace lw::common

namespace lw::panels {

class VersionDetails final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VersionDetails)

public:
    explicit VersionDetails(QWidget* parent = nullptr);

    /// Says labels instead of objects where whole samples are labelled.
    void setDatasetType(domain::DatasetType type);
    /// `all` are the dataset's versions, the newest first, to compare with.
    void setVersion(const domain::Version& version, bool isCurrent, const std::vector<domain::Version>& all);

Q_SIGNALS:
    void setCurrentClicked(lw::domain::VersionId id);
    void deleteClicked(lw::domain::VersionId id);
    void compareClicked(lw::domain::VersionId before, lw::domain::VersionId after);
    void openFolderClicked(const QString& manifestPath);
    void trainClicked(lw::domain::VersionId id);

private:
    void makeHeading();
    void makeFacts();
    void makeActions();
    QLabel* addFact(const QString& name, const QString& text);
    void fillCompare(const std::vector<domain::Version>& all);

    domain::Version m_version;
    QLabel* m_name;
    common::Badge* m_current;
    common::Badge* m_draft;
    QLabel* m_description;
    QFormLayout* m_facts;
    QLabel* m_created = nullptr;
    QLabel* m_samples = nullptr;
    QLabel* m_annotations = nullptr;
    QLabel* m_split = nullptr;
    QLabel* m_seed = nullptr;
    QLabel* m_hard = nullptr;
    QWidget* m_manifestRow = nullptr;
    common::ElidedLabel* m_manifest = nullptr;
    QPushButton* m_setCurrent = nullptr;
    QToolButton* m_compare = nullptr;
    QMenu* m_compareMenu = nullptr;
};

} // namespace lw::panels
