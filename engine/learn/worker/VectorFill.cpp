// SPDX-License-Identifier: GPL-3.0-or-later
//! One thread decodes the next batch while the lens looks at this one.
#include "engine/learn/worker/VectorFill.h"

#include "engine/learn/data/BatchQueue.h"
#include "engine/learn/embed/HandFeatures.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/weights/WeightMapping.h"
#include "engine/learn/worker/OpenCvPictures.h"

#include <torch/nn/module.h>

#include <algorithm>
#include <filesystem>

namespace lw::learn {

namespace {

constexpr std::size_t kBatch = 16;

/// Size and time of a file as one number; 0 when it is not there.
std::int64_t stampOf(const std::string& path)
{
    std::error_code problem;
    const auto bytes = std::filesystem::file_size(path, problem);
    if (problem) {
        return 0;
    }
    const auto time = std::filesystem::last_write_time(path, problem).time_since_epoch().count();
    return std::int64_t((std::uint64_t(bytes) + 1) * 0x9e3779b97f4a7c15ULL ^ std::uint64_t(time));
}

struct LensFields {
    std::string net;
    std::string weights;
    std::string convention;
    std::int64_t side = 0;
};

Result<LensFields> lensFieldsOf(const Json& request)
{
    Fields fields(request);
    LensFields lens;
    lens.net = fields.text("net");
    lens.weights = lens.net == kHandLens ? std::string() : fields.text("weights");
    lens.convention = fields.text("convention", "rgb");
    lens.side = fields.whole("side", 160);
    if (fields.failed()) {
        return fields.error();
    }
    if (lens.side < 32 || lens.side > 1024) {
        return failure(ErrorCode::InvalidArgument, "The side must be between 32 and 1024 pixels.");
    }
    return lens;
}

std::string weightsState(const std::string& path)
{
    return path + '|' + std::to_string(stampOf(path));
}

struct Batch {
    std::vector<std::int64_t> ids;
    std::vector<Picture> inputs;
    std::vector<PictureFacts> facts;
    std::vector<BrokenPicture> broken;
};

/// A picture to look at, and its stamp from before it is read: a change meanwhile is seen the next time.
struct Wanted {
    std::int64_t id = -1;
    std::int64_t stamp = 0;
};

Batch decodedBatch(const OpenCvPictures& source, const std::vector<Wanted>& wanted, std::size_t first, int side)
{
    Batch batch;
    for (std::size_t i = first; i < std::min(wanted.size(), first + kBatch); ++i) {
        Result<LoadedPicture> loaded = source.load(i, side);
        if (!loaded) {
            batch.broken.push_back({wanted[i].id, loaded.error().text});
            continue;
        }
        batch.inputs.push_back(viewOf(Pyramid(std::move(*loaded)), View::Whole, side));
        const PictureMeasures measures = measuresOf(batch.inputs.back());
        batch.ids.push_back(wanted[i].id);
        batch.facts.push_back(
            {wanted[i].stamp, {float(measures.sharpness), float(measures.brightness), float(measures.colourfulness)}});
    }
    return batch;
}

} // namespace

Result<std::shared_ptr<Lens>> openLens(const Json& request)
{
    const Result<LensFields> fields = lensFieldsOf(request);
    if (!fields) {
        return fields.error();
    }
    if (fields->net == kHandLens) {
        return std::shared_ptr<Lens>(handLens(int(fields->side)));
    }
    const Result<WeightFile> file = readWeights(fields->weights);
    const Result<std::shared_ptr<Backbone>> net = makeNet(fields->net, 1);
    if (!file || !net) {
        return !file ? file.error() : net.error();
    }
    if (const Result<MappingReport> report = loadWeights(*file, **net); !report) {
        return report.error();
    }
    return std::shared_ptr<Lens>(backboneLens(fields->net, weightsState(fields->weights), *net,
                                              {int(fields->side), conventionOf(fields->convention), int(kBatch)},
                                              at::kCPU));
}

std::string lensName(const Json& request)
{
    const Result<LensFields> fields = lensFieldsOf(request);
    return fields ? fields->net + '|' + weightsState(fields->weights) + '|' + fields->convention + '|' +
                        std::to_string(fields->side)
                  : std::string();
}

Result<VectorStore> openVectors(const std::string& path, const Lens& lens)
{
    Result<VectorStore> store = VectorStore::open(path, lens.origin(), lens.size());
    const bool isUseless =
        !store && store.error().code != ErrorCode::ReadFailed && store.error().code != ErrorCode::OutOfMemory;
    return isUseless ? Result<VectorStore>(VectorStore(lens.origin(), lens.size())) : store;
}

Result<std::vector<PictureFile>> pictureFilesOf(const Json& list)
{
    std::vector<PictureFile> pictures;
    for (const Json& each : list) {
        Fields fields(each);
        pictures.push_back({fields.whole("id", -1), fields.text("path")});
        if (fields.failed()) {
            return fields.error();
        }
    }
    return pictures;
}

VectorFill fillVectors(VectorStore& store, Lens& lens, const std::vector<PictureFile>& pictures, const FillWatch& watch)
{
    std::vector<Wanted> wanted;
    std::vector<std::string> paths;
    for (const PictureFile& picture : pictures) {
        const std::int64_t stamp = stampOf(picture.path);
        if (stamp == 0 || !store.contains(picture.id) || store.facts(picture.id).stamp != stamp) {
            wanted.push_back({picture.id, stamp});
            paths.push_back(picture.path);
        }
    }
    VectorFill fill;
    const OpenCvPictures source(std::move(paths));
    const auto decode = [&](std::uint64_t number) {
        return decodedBatch(source, wanted, std::size_t(number) * kBatch, lens.side());
    };
    BatchQueue<Batch> batches(decode, 0, 1, 2);
    for (std::size_t done = 0; done < wanted.size() && !fill.isStopped; done += kBatch) {
        Batch batch = batches.next();
        if (!batch.ids.empty()) {
            store.put(batch.ids, lens.embed(batch.inputs), batch.facts);
        }
        fill.added += batch.ids.size();
        for (BrokenPicture& broken : batch.broken) {
            store.remove(broken.id);
            fill.broken.push_back(std::move(broken));
        }
        fill.isStopped = watch && !watch(std::min(done + kBatch, wanted.size()), wanted.size());
    }
    return fill;
}

} // namespace lw::learn
