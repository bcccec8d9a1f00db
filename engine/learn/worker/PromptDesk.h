// SPDX-License-Identifier: GPL-3.0-or-later
//! Private to this folder. Assistants of the kind of MobileSAM: two imported TorchScript files, one that looks at a
//! picture once, one that answers clicks and boxes.
#pragma once

#include "engine/learn/weights/TorchScriptFile.h"
#include "engine/learn/worker/Session.h"

#include <list>
#include <optional>
#include <string>

namespace lw::learn {

/// For the working thread of a session only: the files are programs, they run in the worker and nowhere else.
///
/// The encoder takes (1, 3, side, side) floats, a picture whose long side fits, in the upper left corner; values are
/// those that Segment Anything wants: RGB, its mean and deviation, zeros beyond the picture. It returns (1, C, h, w).
/// The decoder takes that, points (1, n, 2) in pixels of the encoder's input, and labels (1, n): 1 inside, 0 outside, 2
/// and 3 the corners of a box; it returns masks (1, k, H, W) before the sigmoid and, if it likes, the expected quality
/// (1, k).
class PromptDesk {
public:
    /// {encoder, decoder, side = 1024, seconds = 60} → {side, channels, encodeSeconds, decodeSeconds}. Both are tried
    /// on an empty picture: files that do not fit each other, answer nonsense or take longer than `seconds` are
    /// refused.
    Result<Json> open(const Json& request, RequestContext& context);

    /// {pictures: [paths]} → {done, broken}: looks at pictures ahead of time; cancelling keeps what was done.
    Result<Json> embed(const Json& request, RequestContext& context);

    /// {path, points: [[x, y, label], …], box: [x, y, width, height]} → {mask: {runs}, polygon: [rings], confidence}
    Result<Json> mask(const Json& request, RequestContext& context);

private:
    struct Assistant {
        ScriptNet encoder;
        ScriptNet decoder;
        int side = 1024;
    };
    struct Seen {
        std::string name; ///< path, size and time
        at::Tensor features;
        int width = 0; ///< of the full picture
        int height = 0;
    };

    Result<const Seen*> see(const std::string& path);

    std::optional<Assistant> m_assistant;
    std::list<Seen> m_seen; ///< the latest first; a few, each takes megabytes
};

} // namespace lw::learn
