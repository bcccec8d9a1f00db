// SPDX-License-Identifier: GPL-3.0-or-later
//! Runs both programs, and believes none of their shapes.
#include "engine/learn/worker/PromptDesk.h"

#include "engine/learn/base/Guard.h"
#include "engine/learn/data/PixelMap.h"
#include "engine/learn/data/Warp.h"
#include "engine/learn/worker/ContourDesk.h"
#include "engine/learn/worker/JobMasks.h"
#include "engine/learn/worker/OpenCvPictures.h"

#include <ATen/ATen.h>

#include <algorithm>
#include <chrono>
#include <cmath>

namespace lw::learn {

namespace {

constexpr std::size_t kMostSeen = 16;
constexpr std::size_t kMostPoints = 64;

struct Timed {
    std::vector<at::Tensor> outputs;
    double seconds = 0;
};

Result<Timed> timed(ScriptNet& net, const std::vector<at::Tensor>& inputs)
{
    const auto start = std::chrono::steady_clock::now();
    Result<std::vector<at::Tensor>> outputs = net.forward(inputs);
    if (!outputs) {
        return outputs.error();
    }
    return Timed{std::move(*outputs), std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count()};
}

/// The picture as Segment Anything wants it.
at::Tensor encoderInput(const Pyramid& picture, int side)
{
    const double scale = double(side) / std::max(picture.width(), picture.height());
    const int width = std::clamp(int(std::lround(picture.width() * scale)), 1, side);
    const int height = std::clamp(int(std::lround(picture.height() * scale)), 1, side);
    Picture input(width, height);
    picture.place(input, {0, 0, width, height}, {1 / scale, 0, 1 / scale, 0});
    const at::Tensor bytes = at::from_blob(input.pixels.data(), {height, width, 3}, at::kByte);
    const at::Tensor mean = at::tensor({123.675F, 116.28F, 103.53F});
    const at::Tensor deviation = at::tensor({58.395F, 57.12F, 57.375F});
    const at::Tensor values = ((bytes.to(at::kFloat) - mean) / deviation).permute({2, 0, 1}).unsqueeze(0);
    return at::constant_pad_nd(values, {0, side - width, 0, side - height}).contiguous();
}

Result<at::Tensor> featuresOf(const std::vector<at::Tensor>& outputs)
{
    const at::Tensor& features = outputs.front();
    if (features.dim() != 4 || features.size(0) != 1 || features.numel() > std::int64_t(1) << 26 ||
        !features.is_floating_point() || !at::isfinite(features).all().item<bool>()) {
        return failure(ErrorCode::Mismatch,
                       "The encoder does not return features (1, channels, height, width) of finite numbers.");
    }
    return features.to(at::kFloat).clone();
}

/// The mask that the decoder believes in most, and how much.
struct BestMask {
    at::Tensor scores; ///< (H, W), above 0 inside
    double quality = -1;
};

Result<BestMask> bestOf(const std::vector<at::Tensor>& outputs)
{
    const at::Tensor& masks = outputs.front();
    if (masks.dim() != 4 || masks.size(0) != 1 || masks.size(1) < 1 || masks.numel() > std::int64_t(1) << 26 ||
        !masks.is_floating_point() || !at::isfinite(masks).all().item<bool>()) {
        return failure(ErrorCode::Mismatch,
                       "The decoder does not return masks (1, number, height, width) of finite numbers.");
    }
    std::int64_t best = 0;
    double quality = -1;
    if (outputs.size() > 1 && outputs[1].numel() == masks.size(1) && outputs[1].is_floating_point()) {
        const at::Tensor all = outputs[1].flatten().to(at::kFloat);
        best = all.argmax().item<std::int64_t>();
        quality = std::clamp(all[best].item<double>(), 0.0, 1.0);
    }
    return BestMask{masks[0][best].to(at::kFloat).contiguous(), quality};
}

/// The part of the decoder's mask that shows the picture, at the picture's own pixels.
PixelMap onPicture(const at::Tensor& scores, int width, int height)
{
    const double longest = std::max(width, height);
    const auto used = [&](std::int64_t size, int side) {
        return std::clamp<std::int64_t>(std::llround(double(size) * side / longest), 1, size);
    };
    const at::Tensor own = scores.slice(0, 0, used(scores.size(0), height)).slice(1, 0, used(scores.size(1), width));
    const at::Tensor full =
        at::upsample_bilinear2d(own.unsqueeze(0).unsqueeze(0), {height, width}, false).gt(0).to(at::kByte).contiguous();
    PixelMap mask(0, 0, width, height);
    std::copy_n(full.data_ptr<std::uint8_t>(), mask.values.size(), mask.values.begin());
    return tightened(mask);
}

struct Prompts {
    std::vector<float> points;
    std::vector<float> labels;
};

Result<Prompts> promptsOf(Fields& fields, double scale)
{
    Prompts prompts;
    const auto isNumbers = [](const Json& list, std::size_t count) {
        return list.is_array() && list.size() == count &&
               std::all_of(list.begin(), list.end(), [](const Json& each) { return each.is_number(); });
    };
    for (const Json& each : fields.list("points", false)) {
        if (!isNumbers(each, 3)) {
            return failure(ErrorCode::InvalidArgument, "A point must be three numbers: x, y and its label.");
        }
        prompts.points.insert(prompts.points.end(),
                              {float(each[0].get<double>() * scale), float(each[1].get<double>() * scale)});
        prompts.labels.push_back(each[2].get<double>() > 0.5 ? 1.0F : 0.0F);
    }
    const Json& box = fields.list("box", false);
    if (!box.empty()) {
        if (!isNumbers(box, 4)) {
            return failure(ErrorCode::InvalidArgument, "A box must be four numbers: x, y, width and height.");
        }
        const auto x = box[0].get<double>();
        const auto y = box[1].get<double>();
        for (const double number : {x, y, x + box[2].get<double>(), y + box[3].get<double>()}) {
            prompts.points.push_back(float(number * scale));
        }
        prompts.labels.insert(prompts.labels.end(), {2.0F, 3.0F}); // the corners
    }
    if (prompts.labels.empty() || prompts.labels.size() > kMostPoints) {
        return failure(ErrorCode::InvalidArgument, "A mask needs one to 64 points or a box.");
    }
    return prompts;
}

std::vector<at::Tensor> decoderInputs(const at::Tensor& features, const Prompts& prompts)
{
    const auto count = std::int64_t(prompts.labels.size());
    return {features, at::tensor(prompts.points).view({1, count, 2}), at::tensor(prompts.labels).view({1, count})};
}

} // namespace

Result<Json> PromptDesk::open(const Json& request, RequestContext& context)
{
    Fields fields(request);
    const std::string encoderPath = fields.text("encoder");
    const std::string decoderPath = fields.text("decoder");
    const std::int64_t side = fields.whole("side", 1024);
    const double seconds = fields.number("seconds", 60);
    if (fields.failed()) {
        return fields.error();
    }
    if (side < 64 || side > 2048) {
        return failure(ErrorCode::InvalidArgument, "The assistant's input must have 64 to 2048 pixels a side.");
    }
    Result<ScriptNet> encoder = ScriptNet::open(encoderPath);
    if (!encoder) {
        return failure(encoder.error().code, encoderPath + ": " + encoder.error().text);
    }
    Result<ScriptNet> decoder = ScriptNet::open(decoderPath);
    if (!decoder) {
        return failure(decoder.error().code, decoderPath + ": " + decoder.error().text);
    }
    // What it does with an empty picture shows whether it is one at all.
    const Result<Timed> encoded = timed(*encoder, {at::zeros({1, 3, side, side})});
    if (!encoded) {
        return failure(ErrorCode::Mismatch, encoderPath + " does not take a picture: " + encoded.error().text);
    }
    const Result<at::Tensor> features = featuresOf(encoded->outputs);
    if (!features) {
        return failure(features.error().code, encoderPath + ": " + features.error().text);
    }
    if (context.isCancelled()) {
        return failure(ErrorCode::Cancelled, "The request was cancelled.");
    }
    double slowest = 0;
    // One point, and a box with four: the number of points must be free.
    for (const Prompts& prompts :
         {Prompts{{10, 10}, {1}}, Prompts{{1, 1, 9, 9, 5, 1, 1, 5, 5, 9, 9, 5}, {2, 3, 1, 1, 1, 1}}}) {
        const Result<Timed> decoded = timed(*decoder, decoderInputs(*features, prompts));
        if (!decoded) {
            return failure(ErrorCode::Mismatch,
                           decoderPath + " does not take the encoder's features and points: " + decoded.error().text);
        }
        if (const Result<BestMask> best = bestOf(decoded->outputs); !best) {
            return failure(best.error().code, decoderPath + ": " + best.error().text);
        }
        slowest = std::max(slowest, decoded->seconds);
    }
    if (encoded->seconds > seconds || slowest > seconds / 10) {
        return failure(ErrorCode::Unsupported,
                       "The assistant is too slow for this machine: " + std::to_string(encoded->seconds) +
                           " s for a picture, " + std::to_string(slowest) + " s for a mask.");
    }
    m_assistant = Assistant{std::move(*encoder), std::move(*decoder), int(side)};
    m_seen.clear();
    return Json{{"side", side},
                {"channels", features->size(1)},
                {"encodeSeconds", encoded->seconds},
                {"decodeSeconds", slowest}};
}

Result<const PromptDesk::Seen*> PromptDesk::see(const std::string& path)
{
    const std::string name = fileState(path);
    const auto known = std::find_if(m_seen.begin(), m_seen.end(), [&](const Seen& each) { return each.name == name; });
    if (known != m_seen.end()) {
        m_seen.splice(m_seen.begin(), m_seen, known);
        return &m_seen.front();
    }
    Result<LoadedPicture> loaded = OpenCvPictures({path}).load(0, m_assistant->side);
    if (!loaded) {
        return loaded.error();
    }
    const Pyramid picture(std::move(*loaded));
    const Result<std::vector<at::Tensor>> outputs =
        m_assistant->encoder.forward({encoderInput(picture, m_assistant->side)});
    if (!outputs) {
        return outputs.error();
    }
    Result<at::Tensor> features = featuresOf(*outputs);
    if (!features) {
        return features.error();
    }
    m_seen.push_front({name, std::move(*features), picture.width(), picture.height()});
    if (m_seen.size() > kMostSeen) {
        m_seen.pop_back();
    }
    return &m_seen.front();
}

Result<Json> PromptDesk::embed(const Json& request, RequestContext& context)
{
    Fields fields(request);
    const Json& pictures = fields.list("pictures");
    if (fields.failed()) {
        return fields.error();
    }
    if (!m_assistant) {
        return failure(ErrorCode::InvalidArgument, "No assistant is open.");
    }
    std::size_t done = 0;
    Json broken = Json::array();
    for (const Json& each : pictures) {
        if (context.isCancelled()) {
            return failure(ErrorCode::Cancelled, "The request was cancelled; what was done is kept.");
        }
        if (!each.is_string()) {
            return failure(ErrorCode::InvalidArgument, "A picture's path must be a text.");
        }
        const auto seen = see(each.get<std::string>());
        if (!seen) {
            broken.push_back({{"path", each}, {"text", seen.error().text}});
        }
        context.progress({{"done", ++done}, {"of", pictures.size()}});
    }
    return Json{{"done", done - broken.size()}, {"broken", std::move(broken)}};
}

Result<Json> PromptDesk::mask(const Json& request, RequestContext&)
{
    Fields fields(request);
    const std::string path = fields.text("path");
    if (fields.failed()) {
        return fields.error();
    }
    if (!m_assistant) {
        return failure(ErrorCode::InvalidArgument, "No assistant is open.");
    }
    const auto seen = see(path);
    if (!seen) {
        return seen.error();
    }
    const Seen& picture = **seen;
    const double scale = double(m_assistant->side) / std::max(picture.width, picture.height);
    const Result<Prompts> prompts = promptsOf(fields, scale);
    if (fields.failed() || !prompts) {
        return fields.failed() ? fields.error() : prompts.error();
    }
    const Result<std::vector<at::Tensor>> outputs =
        m_assistant->decoder.forward(decoderInputs(picture.features, *prompts));
    if (!outputs) {
        return outputs.error();
    }
    const Result<BestMask> best = bestOf(*outputs);
    if (!best) {
        return best.error();
    }
    const PixelMap found = onPicture(best->scores, picture.width, picture.height);
    const double tolerance = std::max(1.0, std::max(picture.width, picture.height) / 800.0);
    return Json{{"mask", maskJson(found)},
                {"polygon", ringsJson(outlineOf(found, tolerance))},
                {"confidence", best->quality < 0 ? Json() : Json(best->quality)}};
}

} // namespace lw::learn
