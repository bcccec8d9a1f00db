// SPDX-License-Identifier: GPL-3.0-or-later
//! Counts closures that still run somewhere, so that the object they call back can wait for them.
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace lw::jobs {

/// Copy a token into every closure; await() returns when all copies are gone. Any thread.
class Outstanding final {
public:
    class Token final {
    public:
        explicit Token(std::shared_ptr<std::atomic<int>> count) : m_count(std::move(count)) { ++*m_count; }
        ~Token()
        {
            --*m_count;
            m_count->notify_all();
        }
        Q_DISABLE_COPY_MOVE(Token)

    private:
        std::shared_ptr<std::atomic<int>> m_count;
    };

    /// Shared, because pool closures must be copyable.
    [[nodiscard]] std::shared_ptr<Token> take() const { return std::make_shared<Token>(m_count); }
    [[nodiscard]] int count() const { return *m_count; }
    /// Blocks. New tokens must not be taken meanwhile.
    void await() const
    {
        for (int left = *m_count; left > 0; left = *m_count) {
            m_count->wait(left);
        }
    }

private:
    std::shared_ptr<std::atomic<int>> m_count = std::make_shared<std::atomic<int>>(0);
};

} // namespace lw::jobs
