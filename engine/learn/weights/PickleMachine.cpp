// SPDX-License-Identifier: GPL-3.0-or-later
//! The operations of pickle protocols 2 to 5, reduced to what weight files need.
#include "engine/learn/weights/PickleMachine.h"

#include "engine/learn/weights/PickleObjects.h"

#include <cstring>
#include <new>

namespace lw::learn {

namespace {

class Machine {
public:
    explicit Machine(std::string_view bytes) : m_stack(bytes), m_objects(m_stack) {}

    Pickle run()
    {
        while (step()) {
        }
        return m_stack.take(m_root);
    }

private:
    void longNumber(std::uint64_t size)
    {
        const std::string_view digits = m_stack.takeBytes(size);
        if (size > 8) { // PyTorch's magic number is longer than any integer.
            m_stack.pushText(PickleKind::Bytes, digits);
            return;
        }
        std::uint64_t number = size > 0 && (std::uint8_t(digits.back()) & 0x80) ? ~std::uint64_t(0) : 0;
        for (std::size_t i = digits.size(); i-- > 0;) {
            number = (number << 8) | std::uint8_t(digits[i]);
        }
        m_stack.pushInt(std::int64_t(number));
    }

    void bigEndianFloat()
    {
        const std::string_view part = m_stack.takeBytes(8);
        std::uint64_t bits = 0;
        for (const char byte : part) {
            bits = (bits << 8) | std::uint8_t(byte);
        }
        double real = 0;
        std::memcpy(&real, &bits, sizeof real);
        m_stack.value(m_stack.pushNew(PickleKind::Float)).real = real;
    }

    bool step()
    {
        const char code = m_stack.takeBytes(1)[0];
        return plain(code) || container(code) || object(code) || finish(code);
    }

    bool plain(char code)
    {
        switch (code) {
        case '\x80': // PROTO
            if (const std::uint64_t protocol = m_stack.unsignedNumber(1); protocol < 2 || protocol > 5) {
                malformedPickle("its protocol is unknown");
            }
            return true;
        case '\x95': // FRAME
            m_stack.unsignedNumber(8);
            return true;
        case 'N':
            m_stack.pushNew(PickleKind::None);
            return true;
        case '\x88':
            m_stack.pushBool(true);
            return true;
        case '\x89':
            m_stack.pushBool(false);
            return true;
        case 'J':
            m_stack.pushInt(std::int32_t(m_stack.unsignedNumber(4)));
            return true;
        case 'K':
            m_stack.pushInt(std::int64_t(m_stack.unsignedNumber(1)));
            return true;
        case 'M':
            m_stack.pushInt(std::int64_t(m_stack.unsignedNumber(2)));
            return true;
        case '\x8a':
            longNumber(m_stack.unsignedNumber(1));
            return true;
        case 'G':
            bigEndianFloat();
            return true;
        case 'X':
            m_stack.pushText(PickleKind::Text, m_stack.takeBytes(m_stack.unsignedNumber(4)));
            return true;
        case '\x8c':
            m_stack.pushText(PickleKind::Text, m_stack.takeBytes(m_stack.unsignedNumber(1)));
            return true;
        case '\x8d':
            m_stack.pushText(PickleKind::Text, m_stack.takeBytes(m_stack.unsignedNumber(8)));
            return true;
        case 'U': // SHORT_BINSTRING: texts of Python 2
            m_stack.pushText(PickleKind::Text, m_stack.takeBytes(m_stack.unsignedNumber(1)));
            return true;
        case 'T':
            m_stack.pushText(PickleKind::Text, m_stack.takeBytes(m_stack.unsignedNumber(4)));
            return true;
        case 'C':
            m_stack.pushText(PickleKind::Bytes, m_stack.takeBytes(m_stack.unsignedNumber(1)));
            return true;
        case 'B':
            m_stack.pushText(PickleKind::Bytes, m_stack.takeBytes(m_stack.unsignedNumber(4)));
            return true;
        default:
            return false;
        }
    }

    bool container(char code)
    {
        switch (code) {
        case '(':
            m_stack.mark();
            return true;
        case '0':
            m_stack.pop();
            return true;
        case '1':
            m_stack.popToMark();
            return true;
        case '2':
            m_stack.push(m_stack.top());
            return true;
        case ')':
            m_stack.pushTuple({});
            return true;
        case '\x85':
            m_stack.tupleOf(1);
            return true;
        case '\x86':
            m_stack.tupleOf(2);
            return true;
        case '\x87':
            m_stack.tupleOf(3);
            return true;
        case 't':
            m_stack.pushTuple(m_stack.popToMark());
            return true;
        case ']':
            m_stack.pushNew(PickleKind::List);
            return true;
        case 'a': {
            const PickleId item = m_stack.pop();
            m_stack.extend(PickleKind::List, {item});
            return true;
        }
        case 'e':
            m_stack.extend(PickleKind::List, m_stack.popToMark());
            return true;
        case '}':
            m_stack.pushNew(PickleKind::Dict);
            return true;
        case 's': {
            const PickleId item = m_stack.pop();
            const PickleId key = m_stack.pop();
            m_stack.extend(PickleKind::Dict, {key, item});
            return true;
        }
        case 'u':
            m_stack.extend(PickleKind::Dict, m_stack.popToMark());
            return true;
        default:
            return false;
        }
    }

    bool object(char code)
    {
        switch (code) {
        case 'c': {
            const std::string module(m_stack.line());
            m_objects.pushGlobal(module, std::string(m_stack.line()));
            return true;
        }
        case '\x93':
            m_objects.stackGlobal();
            return true;
        case 'R':
            m_objects.reduce();
            return true;
        case 'b':
            m_objects.build();
            return true;
        case 'Q':
            m_objects.persistent();
            return true;
        case 'q':
            m_stack.remember(m_stack.unsignedNumber(1));
            return true;
        case 'r':
            m_stack.remember(m_stack.unsignedNumber(4));
            return true;
        case '\x94':
            m_stack.remember(m_stack.memoSize());
            return true;
        case 'h':
            m_stack.recall(m_stack.unsignedNumber(1));
            return true;
        case 'j':
            m_stack.recall(m_stack.unsignedNumber(4));
            return true;
        default:
            return false;
        }
    }

    /// Answers false at the end; any other code is refused.
    bool finish(char code)
    {
        if (code != '.') {
            refusePickle(ErrorCode::Unsupported, "The pickle uses an operation (" + std::to_string(std::uint8_t(code)) +
                                                     ") that weight files do not need.");
        }
        m_root = m_stack.pop();
        return false;
    }

    PickleStack m_stack;
    PickleObjects m_objects;
    PickleId m_root = 0;
};

} // namespace

const PickleValue* Pickle::valueOf(PickleId id, std::string_view key) const
{
    const PickleValue& dict = pool[id];
    if (dict.kind != PickleKind::Dict) {
        return nullptr;
    }
    for (std::size_t i = 0; i + 1 < dict.items.size(); i += 2) {
        const PickleValue& each = pool[dict.items[i]];
        if (each.kind == PickleKind::Text && each.text == key) {
            return &pool[dict.items[i + 1]];
        }
    }
    return nullptr;
}

Result<Pickle> readPickle(std::string_view bytes)
{
    try {
        return Machine(bytes).run();
    } catch (const PickleRefusal& refusal) {
        return refusal.error;
    } catch (const std::bad_alloc&) {
        return failure(ErrorCode::TooLarge, "The pickle does not fit into memory.");
    }
}

} // namespace lw::learn
