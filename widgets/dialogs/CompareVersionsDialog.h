// SPDX-License-Identifier: GPL-3.0-or-later
//! Shows what differs between two versions: samples and annotations in numbers, labels in a table (VE-3).
#pragma once

#include "models/domain/Dataset.h"
#include "models/store/VersionRepository.h"

#include <QDialog>

class QTableWidget;
class QVBoxLayout;

namespace lw::dialogs {

class CompareVersionsDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareVersionsDialog)

public:
    CompareVersionsDialog(const domain::Version& before, const domain::Version& after, const store::VersionDiff& diff,
                          QWidget* parent = nullptr);

Q_SIGNALS:
    /// Show the samples behind a number ("added" or "changed"); removed ones cannot be shown.
    void samplesRequested(const QList<lw::domain::SampleId>& samples);

private:
    QWidget* makeNumbers(const store::VersionDiff& diff);
    QWidget* makeCard(const QString& title, qint64 count, const QList<domain::SampleId>& samples,
                      const QString& showName = {});
    QTableWidget* makeTable(const store::VersionDiff& diff, const domain::Version& before,
                            const domain::Version& after);
};

} // namespace lw::dialogs
