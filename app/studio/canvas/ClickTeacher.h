// SPDX-License-Identifier: GPL-3.0-or-later
//! Teaches the tool "Four clicks" a dataset's own outlines, and knows whether it may use what was learned.
#pragma once

#include "app/jobs/Outstanding.h"
#include "app/scenarios/TeachClicks.h"
#include "models/core/Error.h"
#include "models/domain/EngineJob.h"
#include "models/domain/Ids.h"

#include <QObject>

#include <optional>
#include <stop_token>

namespace lw::studio {

class AppContext;

/// For one dataset; follows its trainings, whoever started them, and compares each with the built-in way once. GUI
/// thread only.
class ClickTeacher final : public QObject {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClickTeacher)

public:
    enum class State { Idle, Teaching, Comparing };

    /// `context` must have a project and outlive this.
    ClickTeacher(AppContext& context, domain::DatasetId dataset, QObject* parent = nullptr);
    /// Ends a comparison and waits for it.
    ~ClickTeacher() override;

    [[nodiscard]] State state() const;
    /// Of the training, 0 to 1.
    [[nodiscard]] double progress() const;
    /// The model to know about; nullopt until one was taught and compared.
    [[nodiscard]] const std::optional<scenarios::TaughtClicks>& taught() const { return m_taught; }
    /// Reads the library.
    void refresh();
    /// Starts a training. What stands in its way comes as failed().
    void teach();
    /// Somebody has outlined an object with four clicks: teaches without being asked, now and then, once there is
    /// enough to learn from and nothing else is being trained.
    void noticeOutline();

Q_SIGNALS:
    void changed();
    void failed(const lw::core::Error& error);

private:
    [[nodiscard]] const domain::EngineJob* running() const;
    void start(bool isAsked);
    void compare();

    AppContext& m_context;
    domain::DatasetId m_dataset;
    QString m_datasetUid;
    std::optional<scenarios::TaughtClicks> m_taught;
    bool m_isStarting = false;
    bool m_isComparing = false;
    int m_noticed = 0; ///< outlines since it was looked how many there are
    std::stop_source m_end;
    jobs::Outstanding m_inPool;
};

} // namespace lw::studio
