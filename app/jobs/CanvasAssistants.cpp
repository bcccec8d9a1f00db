// SPDX-License-Identifier: GPL-3.0-or-later
//! Questions of the canvas as requests of the worker.
#include "app/jobs/CanvasAssistants.h"

#include "engine/jobs/EngineShapes.h"
#include "models/core/WhenDone.h"

#include <QJsonArray>
#include <QThread>

#include <algorithm>
#include <chrono>

namespace lw::jobs {

namespace {

constexpr std::chrono::minutes kIdle{5};

QJsonArray toJson(domain::ImagePoint point)
{
    return {point.x, point.y};
}

QJsonObject clickRequest(const QString& model, const QString& path, const CanvasAssistants::Clicks& clicks)
{
    QJsonArray list;
    for (const domain::ImagePoint& click : clicks) {
        list.append(toJson(click));
    }
    return {{QStringLiteral("model"), model}, {QStringLiteral("path"), path}, {QStringLiteral("clicks"), list}};
}

QJsonObject promptRequest(const QString& path, const canvas::ObjectPrompts& prompts)
{
    QJsonObject request{{QStringLiteral("path"), path}};
    QJsonArray points;
    for (const canvas::ObjectPrompts::Point& each : prompts.points) {
        points.append(QJsonArray{each.at.x, each.at.y, each.isInside ? 1 : 0});
    }
    request.insert(QStringLiteral("points"), points);
    if (prompts.box) {
        const QRectF& box = *prompts.box;
        request.insert(QStringLiteral("box"), QJsonArray{box.x(), box.y(), box.width(), box.height()});
    }
    return request;
}

core::Result<canvas::FoundObject> objectIn(const QJsonObject& answer)
{
    canvas::FoundObject found;
    found.mask = worker::maskIn(answer);
    found.outline = worker::polygonIn(answer);
    const QJsonValue confidence = answer.value(QStringLiteral("confidence"));
    if (confidence.isDouble()) {
        found.confidence = std::clamp(confidence.toDouble(), 0.0, 1.0);
    }
    if (!found.mask.isEmpty() && !found.mask.isValid()) {
        return core::failure(core::ErrorCode::Malformed);
    }
    return found;
}

} // namespace

CanvasAssistants::CanvasAssistants(QObject* parent) : QObject(parent)
{
    m_idle.setSingleShot(true);
    m_idle.setInterval(kIdle);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (m_questions == 0) {
            m_engine.reset();
        }
    });
}

CanvasAssistants::~CanvasAssistants()
{
    for (std::stop_source* each : {&m_end, &m_asking, &m_lookingAhead}) {
        each->request_stop();
    }
}

EngineService& CanvasAssistants::engine()
{
    if (!m_engine) {
        m_engine = std::make_unique<EngineService>();
        m_engine->setThreads(std::max(1, QThread::idealThreadCount() - 1)); // one stays with whoever annotates
    }
    m_idle.start();
    return *m_engine;
}

void CanvasAssistants::setContourModel(const QString& file)
{
    m_contourModel = file;
}

QFuture<core::Result<canvas::FoundContour>> CanvasAssistants::contour(const QString& path, const Clicks& clicks)
{
    using Found = core::Result<canvas::FoundContour>;
    const auto work = [request = clickRequest(m_contourModel, path, clicks),
                       stop = m_end.get_token()](worker::WorkerSession& session) -> Found {
        const auto answer = session.ask(QStringLiteral("contour"), request, {stop, {}});
        if (!answer) {
            return core::failure(answer.error());
        }
        canvas::FoundContour found{worker::polygonIn(*answer), answer->value(QStringLiteral("confidence")).toDouble()};
        return found.shape.isValid() ? Found(std::move(found)) : core::failure(core::ErrorCode::Malformed);
    };
    return engine().withSession(work);
}

void CanvasAssistants::warmUp(const QString& path)
{
    if (hasContour()) {
        // Some clicks that lie inside of any picture.
        (void)contour(path, {{{2, 0}, {0, 2}, {2, 4}, {4, 2}}});
    }
}

void CanvasAssistants::setAssistant(const std::optional<AssistantPair>& pair)
{
    if (pair == m_pair) {
        return;
    }
    m_asking.request_stop();
    m_lookingAhead.request_stop();
    m_pair = pair;
    look();
}

core::Result<> CanvasAssistants::open(worker::WorkerSession& session, Opened& opened, const AssistantPair& pair,
                                      const core::Control& control)
{
    if (opened.pid == session.pid() && opened.pair == pair) {
        return {};
    }
    opened = {};
    const auto answer = session.ask(QStringLiteral("assistant-open"),
                                    {{QStringLiteral("encoder"), pair.encoder},
                                     {QStringLiteral("decoder"), pair.decoder},
                                     {QStringLiteral("side"), pair.side}},
                                    control);
    if (!answer) {
        return core::failure(answer.error());
    }
    opened = {session.pid(), pair};
    return {};
}

QFuture<core::Result<canvas::FoundObject>> CanvasAssistants::object(const QString& path,
                                                                    const canvas::ObjectPrompts& prompts)
{
    using Found = core::Result<canvas::FoundObject>;
    m_asking.request_stop();
    m_asking = std::stop_source();
    m_lookingAhead.request_stop(); // what a person waits for goes first
    const auto work = [request = promptRequest(path, prompts), pair = m_pair.value_or(AssistantPair()),
                       opened = m_opened, stop = m_asking.get_token()](worker::WorkerSession& session) -> Found {
        const core::Control control{stop, {}};
        // A question that is out of date by now.
        if (stop.stop_requested()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (const auto ready = open(session, *opened, pair, control); !ready) {
            return core::failure(ready.error());
        }
        const auto answer = session.ask(QStringLiteral("assistant-mask"), request, control);
        return answer ? objectIn(*answer) : core::failure(answer.error());
    };
    const auto future = engine().withSession(work);
    ++m_questions;
    core::whenDone(future, this, [this](const Found& found) {
        --m_questions;
        if (!found && found.error().code != core::ErrorCode::Cancelled) {
            Q_EMIT failed(found.error());
        } else if (m_questions == 0) {
            look();
        }
    });
    return future;
}

void CanvasAssistants::lookAhead(const QStringList& paths)
{
    m_lookingAhead.request_stop();
    m_ahead = paths;
    look();
}

void CanvasAssistants::look()
{
    m_lookingAhead = std::stop_source();
    if (!m_pair || m_ahead.isEmpty()) {
        setLooking(false);
        return;
    }
    const auto work = [paths = m_ahead, pair = *m_pair, opened = m_opened,
                       stop = m_lookingAhead.get_token()](worker::WorkerSession& session) -> core::Result<> {
        const core::Control control{stop, {}};
        if (stop.stop_requested()) {
            return core::failure(core::ErrorCode::Cancelled);
        }
        if (auto ready = open(session, *opened, pair, control); !ready) {
            return ready;
        }
        const auto answer = session.ask(QStringLiteral("assistant-embed"),
                                        {{QStringLiteral("pictures"), QJsonArray{paths.front()}}}, control);
        return answer ? core::Result<>() : core::failure(answer.error());
    };
    setLooking(true);
    core::whenDone(engine().withSession(work), this,
                   [this, paths = m_ahead, stop = m_lookingAhead.get_token()](const core::Result<>& done) {
                       if (stop.stop_requested()) {
                           return; // another look, or a question, has taken its place
                       }
                       setLooking(false);
                       if (done) {
                           lookAtRest(paths.mid(1));
                       } else {
                           Q_EMIT failed(done.error());
                       }
                   });
}

void CanvasAssistants::lookAtRest(const QStringList& paths)
{
    if (paths.isEmpty()) {
        return;
    }
    // One that cannot be read is told when it is shown.
    (void)engine().ask(QStringLiteral("assistant-embed"),
                       {{QStringLiteral("pictures"), QJsonArray::fromStringList(paths)}}, m_lookingAhead.get_token());
}

void CanvasAssistants::setLooking(bool isLooking)
{
    if (m_isLooking != isLooking) {
        m_isLooking = isLooking;
        Q_EMIT lookingChanged(isLooking);
    }
}

} // namespace lw::jobs
