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
    /// `type` is that of the dataset: whole samples have labels, all others objects.
    CompareVersionsDialog(domain::DatasetType type, const domain::Version& before, const domain::Version& after,
                          const store::VersionDiff& diff, QWidget* parent = nullptr);

Q_SIGNALS:
    /// Show the samples behind a number ("added" or "changed"); removed ones cannot be shown.
    void samplesRequested(const QList<lw::domain::SampleId>& samples);
    /// Open one sample of the list.
    void sampleRequested(lw::domain::SampleId sample);

private:
    /// What the annotations' numbers are called.
    struct Captions {
        QString added;
        QString removed;
        QString changed;
    };

    static Captions captionsFor(domain::DatasetType type);
    QWidget* makeNumbers(const store::VersionDiff& diff);
    QWidget* makeCard(const QString& title, qint64 count, const QList<domain::SampleId>& samples,
                      const QString& showName = {});
    QTableWidget* makeTable(const store::VersionDiff& diff, const domain::Version& before,
                            const domain::Version& after);
    QTableWidget* makeSamples(const store::VersionDiff& diff);
    /// A table with the look that both have; the first column takes the room.
    QTableWidget* plainTable(int rows, const QStringList& titles);

    Captions m_captions;
};

} // namespace lw::dialogs
