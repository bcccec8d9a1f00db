// SPDX-License-Identifier: GPL-3.0-or-later
//! Networks that help on the canvas: outlines learned from the dataset, imported assistants.
#pragma once

#include "app/jobs/EngineService.h"
#include "widgets/canvas/VisionService.h"

#include <QStringList>
#include <QTimer>

#include <array>
#include <memory>
#include <optional>

namespace lw::jobs {

/// Two TorchScript programs of the library; see worker::AssistantImport.
struct AssistantPair {
    QString id;
    QString name;
    QString encoder; ///< file
    QString decoder; ///< file
    int side = 1024;

    bool operator==(const AssistantPair&) const = default;
};

/// Owns a worker process of its own, so that nobody waits for somebody else's answer: it starts when it is first needed
/// and ends after some idle minutes. GUI thread only; nothing blocks.
class CanvasAssistants final : public QObject {
    Q_OBJECT

public:
    using Clicks = std::array<domain::ImagePoint, 4>;

    explicit CanvasAssistants(QObject* parent = nullptr);
    /// Cancels what is being done.
    ~CanvasAssistants() override;
    Q_DISABLE_COPY_MOVE(CanvasAssistants)

    /// The weights that answer contour(); empty: none.
    void setContourModel(const QString& file);
    [[nodiscard]] bool hasContour() const { return !m_contourModel.isEmpty(); }
    /// The object between four clicks on the picture at `path`. Errors: the worker's.
    [[nodiscard]] QFuture<core::Result<canvas::FoundContour>> contour(const QString& path, const Clicks& clicks);
    /// Starts the process and reads model and picture, so that the first answer comes at once.
    void warmUp(const QString& path);

    void setAssistant(const std::optional<AssistantPair>& pair);
    [[nodiscard]] const std::optional<AssistantPair>& assistant() const { return m_pair; }
    /// The object that is meant on the picture at `path`; a question before that has no answer yet is dropped.
    [[nodiscard]] QFuture<core::Result<canvas::FoundObject>> object(const QString& path,
                                                                    const canvas::ObjectPrompts& prompts);
    /// Lets the assistant look at pictures before it is asked about them: the one shown, then those that may come next.
    /// In place of the ones before; empty: it stops.
    void lookAhead(const QStringList& paths);
    /// It is looking at the first of them: answers take a while.
    [[nodiscard]] bool isLooking() const { return m_isLooking; }

Q_SIGNALS:
    /// The way without a network answered in place of contour().
    void fellBack();
    /// A question to the assistant has no answer because of this.
    void failed(const lw::core::Error& error);
    void lookingChanged(bool isLooking);

private:
    /// Which process has which assistant open: on the service's thread only.
    struct Opened {
        qint64 pid = 0;
        AssistantPair pair;
    };

    EngineService& engine();
    void look();
    void lookAtRest(const QStringList& paths);
    void setLooking(bool isLooking);
    static core::Result<> open(worker::WorkerSession& session, Opened& opened, const AssistantPair& pair,
                               const core::Control& control);

    std::stop_source m_end;
    std::stop_source m_asking;
    std::stop_source m_lookingAhead;
    QString m_contourModel;
    std::optional<AssistantPair> m_pair;
    QStringList m_ahead;
    bool m_isLooking = false;
    int m_questions = 0; ///< without an answer
    std::shared_ptr<Opened> m_opened = std::make_shared<Opened>();
    QTimer m_idle;
    std::unique_ptr<EngineService> m_engine; ///< goes first
};

} // namespace lw::jobs
