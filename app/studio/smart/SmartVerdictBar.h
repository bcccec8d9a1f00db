// SPDX-License-Identifier: GPL-3.0-or-later
//! Above the gallery after a run that learnt too little: says so, and what to do.
#pragma once

#include "models/domain/Ids.h"

#include <QFrame>

class QLabel;

namespace lw::studio {

class AppContext;

/// Shows itself for the dataset's last run until it is closed or another run did better. GUI thread only; reads the
/// store elsewhere.
class SmartVerdictBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SmartVerdictBar)

public:
    SmartVerdictBar(AppContext& context, domain::DatasetId dataset, QWidget* parent = nullptr);

Q_SIGNALS:
    void learnAgainRequested();
    /// Which samples would teach the most?
    void nextRequested();

private:
    void makeParts();
    void refresh();
    void close();
    [[nodiscard]] QString closedKey() const;

    AppContext& m_context;
    domain::DatasetId m_dataset;
    QString m_jobId; ///< of the run that is judged
    QLabel* m_verdict = nullptr;
    QLabel* m_advice = nullptr;
};

} // namespace lw::studio
