// SPDX-License-Identifier: GPL-3.0-or-later
//! One thread reads, one works.
#include "engine/learn/worker/Session.h"

#include "engine/learn/base/Guard.h"

#include <condition_variable>
#include <deque>
#include <istream>
#include <ostream>
#include <thread>

namespace lw::learn {

namespace {

constexpr std::size_t kLongestLine = std::size_t(64) << 20;

/// Requests on their way from the reading thread to the working one.
template <typename Item> class Line {
public:
    void push(Item item)
    {
        const std::lock_guard lock(m_mutex);
        m_items.push_back(std::move(item));
        m_changed.notify_one();
    }

    void close()
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
        m_changed.notify_one();
    }

    bool pop(Item& item)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isClosed || !m_items.empty(); });
        if (m_items.empty()) {
            return false;
        }
        item = std::move(m_items.front());
        m_items.pop_front();
        return true;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Item> m_items;
    bool m_isClosed = false;
};

} // namespace

class Session::Context final : public RequestContext {
public:
    Context(Session& session, const Request& request) : m_session(session), m_request(request) {}

    bool isCancelled() const override
    {
        const std::lock_guard lock(m_session.m_cancelMutex);
        return m_session.m_pending[m_request.key];
    }

    void progress(const Json& value) override { m_session.send({{"id", m_request.id}, {"progress", value}}); }

private:
    Session& m_session;
    const Request& m_request;
};

Session::Session(std::istream& in, std::ostream& out) : m_in(in), m_out(out) {}

void Session::add(const std::string& name, Operation operation)
{
    m_operations[name] = std::move(operation);
}

void Session::send(const Json& message)
{
    const std::lock_guard lock(m_outMutex);
    m_out << jsonLine(message) << '\n' << std::flush;
}

void Session::sendError(const Json& id, const Error& error)
{
    send({{"id", id}, {"error", {{"code", codeName(error.code)}, {"text", error.text}}}});
}

bool Session::readLine(std::string& line)
{
    line.clear();
    bool isTooLong = false;
    for (int byte = m_in.get(); byte != std::istream::traits_type::eof(); byte = m_in.get()) {
        if (byte == '\n') {
            if (!isTooLong) {
                return true;
            }
            sendError(nullptr, failure(ErrorCode::TooLarge, "The request is longer than 64 MiB."));
            isTooLong = false;
            continue;
        }
        isTooLong = isTooLong || line.size() >= kLongestLine;
        if (isTooLong) {
            line.clear();
            line.shrink_to_fit();
        } else {
            line += char(byte);
        }
    }
    return !line.empty();
}

void Session::run()
{
    send({{"hello", {{"protocol", kProtocol}, {"version", LW_VERSION}}}});
    Line<Request> waiting;
    std::thread worker([&] {
        for (Request request; waiting.pop(request);) {
            answer(request);
        }
    });
    for (std::string line; !m_isQuitting && readLine(line);) {
        if (line.find_first_not_of(" \t\r") == std::string::npos) {
            continue;
        }
        Result<Json> body = parseJson(line);
        if (!body || !body->is_object()) {
            sendError(nullptr, failure(ErrorCode::Malformed, "The line is no JSON object."));
            continue;
        }
        Request request{body->value("id", Json()), {}, std::move(*body)};
        request.key = jsonLine(request.id);
        Fields fields(request.body);
        const std::string name = fields.text("op");
        if (fields.failed()) {
            sendError(request.id, fields.error());
        } else if (!answerAtOnce(request, name)) {
            {
                const std::lock_guard lock(m_cancelMutex);
                m_pending[request.key] = false;
            }
            waiting.push(std::move(request));
        }
    }
    // Nobody waits for what is still to be done.
    {
        const std::lock_guard lock(m_cancelMutex);
        for (auto& each : m_pending) {
            each.second = !m_isQuitting || each.second;
        }
    }
    waiting.close();
    worker.join();
}

bool Session::answerAtOnce(const Request& request, const std::string& name)
{
    if (name == "hello") {
        hello(request);
    } else if (!m_isGreeted) {
        sendError(request.id, failure(ErrorCode::InvalidArgument, "Say “hello” with a protocol number first."));
    } else if (name == "cancel") {
        cancel(request);
    } else if (name == "quit") {
        m_isQuitting = true;
        send({{"id", request.id}, {"result", Json::object()}});
    } else if (m_operations.count(name) == 0) {
        sendError(request.id, failure(ErrorCode::Unsupported, "There is no operation called “" + name + "”."));
    } else {
        return false;
    }
    return true;
}

void Session::hello(const Request& request)
{
    Fields fields(request.body);
    const std::int64_t protocol = fields.whole("protocol", -1);
    if (fields.failed() || protocol != kProtocol) {
        sendError(request.id, failure(ErrorCode::Mismatch, "This worker speaks the protocol " +
                                                               std::to_string(kProtocol) + "; update both programs."));
        return;
    }
    m_isGreeted = true;
    send({{"id", request.id}, {"result", {{"protocol", kProtocol}, {"version", LW_VERSION}}}});
}

void Session::cancel(const Request& request)
{
    const auto target = request.body.find("target");
    bool isKnown = false;
    if (target != request.body.end()) {
        const std::lock_guard lock(m_cancelMutex);
        const auto found = m_pending.find(jsonLine(*target));
        isKnown = found != m_pending.end();
        if (isKnown) {
            found->second = true;
        }
    }
    send({{"id", request.id}, {"result", {{"found", isKnown}}}});
}

void Session::answer(const Request& request)
{
    Context context(*this, request);
    const std::string name = request.body.at("op").get<std::string>();
    Result<Json> result = context.isCancelled()
                              ? Result<Json>(failure(ErrorCode::Cancelled, "The request was cancelled."))
                              : guarded([&] { return m_operations.at(name)(request.body, context); });
    {
        const std::lock_guard lock(m_cancelMutex);
        m_pending.erase(request.key);
    }
    if (result) {
        send({{"id", request.id}, {"result", *result}});
    } else {
        sendError(request.id, result.error());
    }
}

} // namespace lw::learn
