// SPDX-License-Identifier: GPL-3.0-or-later
//! The interactive life of the worker: requests and answers as lines of JSON.
#pragma once

#include "engine/learn/worker/Json.h"

#include <atomic>
#include <functional>
#include <iosfwd>
#include <map>
#include <mutex>
#include <string>

namespace lw::learn {

/// Number of the protocol; a window of another number must not talk to this worker.
constexpr int kProtocol = 1;

/// What a running request may do besides answering.
class RequestContext {
public:
    virtual ~RequestContext() = default;
    virtual bool isCancelled() const = 0;
    virtual void progress(const Json& value) = 0;
};

/// Answers one kind of request.
using Operation = std::function<Result<Json>(const Json& request, RequestContext& context)>;

/// Reads requests, one JSON object a line, and writes answers:
///
///     → {"id": 7, "op": "classify", "pictures": ["a.jpg"]}
///     ← {"id": 7, "progress": {"done": 3}}
///     ← {"id": 7, "result": {…}}  or  {"id": 7, "error": {"code": "NotFound", "text": "…"}}
///
/// Requests are worked on one after the other, off the thread that reads, so that {"op": "cancel", "target": 7} is
/// heard at once. The first line that is written is {"hello": {"protocol": 1, "version": …}}; a client says "hello"
/// with its own number before anything else is answered. Lines that are no requests are answered with an error, never
/// with silence.
class Session {
public:
    Session(std::istream& in, std::ostream& out);

    void add(const std::string& name, Operation operation);

    /// Serves until the input ends or "quit" is asked for.
    void run();

private:
    class Context;
    struct Request {
        Json id;
        std::string key; ///< the id as text
        Json body;
    };

    void send(const Json& message);
    void sendError(const Json& id, const Error& error);
    /// The next line without its end; false at the end of the input. A line that is too long is dropped, and told.
    bool readLine(std::string& line);
    /// Answers what must not wait; true when the request is done with.
    bool answerAtOnce(const Request& request, const std::string& name);
    void answer(const Request& request);
    void hello(const Request& request);
    void cancel(const Request& request);

    std::istream& m_in;
    std::ostream& m_out;
    std::map<std::string, Operation> m_operations;
    std::mutex m_outMutex;                 ///< guards m_out
    std::mutex m_cancelMutex;              ///< guards m_pending
    std::map<std::string, bool> m_pending; ///< requests that are not answered, and whether they are cancelled
    bool m_isGreeted = false;
    bool m_isQuitting = false;
};

} // namespace lw::learn
