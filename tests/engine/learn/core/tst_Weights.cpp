// SPDX-License-Identifier: GPL-3.0-or-later
//! Real weight files load fully; damaged and hostile ones become errors that say what is wrong.
#include "engine/learn/base/Files.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/weights/PickleMachine.h"
#include "engine/learn/weights/Safetensors.h"
#include "engine/learn/weights/TorchScriptFile.h"
#include "engine/learn/weights/WeightFile.h"
#include "engine/learn/weights/WeightMapping.h"
#include "tests/engine/learn/support/Check.h"

#include <torch/script.h>
#include <torch/torch.h>

#include <cmath>
#include <cstring>
#include <random>

using namespace lw::learn;
using lw::learn::tests::freshFolder;
using lw::learn::tests::sharedData;

namespace {

std::string bytesOf(const std::string& path)
{
    const Result<MappedFile> file = MappedFile::open(path);
    LW_GOOD(file);
    return std::string(file->text());
}

Result<WeightFile> readFrom(const std::string& bytes)
{
    const std::string path = freshFolder() + "/weights";
    LW_GOOD(replaceFile(path, bytes));
    return readWeights(path);
}

std::vector<NamedTensor> tensorsOf(const torch::nn::Module& net)
{
    std::vector<NamedTensor> list;
    for (const auto& each : net.named_parameters()) {
        list.push_back({each.key(), each.value()});
    }
    for (const auto& each : net.named_buffers()) {
        list.push_back({each.key(), each.value()});
    }
    return list;
}

template <typename Number> std::string little(Number number)
{
    std::string text(sizeof number, '\0');
    std::memcpy(text.data(), &number, sizeof number);
    return text;
}

std::string safetensors(const std::string& header, const std::string& data)
{
    return little(std::uint64_t(header.size())) + header + data;
}

/// A zip archive of stored entries, as far as the reader looks.
std::string zip(const std::vector<std::pair<std::string, std::string>>& entries, std::uint16_t method = 0)
{
    std::string bytes;
    std::string directory;
    for (const auto& entry : entries) {
        const std::string sizes =
            little(std::uint32_t(entry.second.size())) + little(std::uint32_t(entry.second.size()));
        const std::string name = little(std::uint16_t(entry.first.size()));
        const std::string middle = little(method) + std::string(8, '\0') + sizes + name;
        directory += std::string("PK\x01\x02") + std::string(6, '\0') + middle + std::string(12, '\0') +
                     little(std::uint32_t(bytes.size())) + entry.first;
        bytes += std::string("PK\x03\x04") + std::string(4, '\0') + middle + std::string(2, '\0') + entry.first +
                 entry.second;
    }
    const std::string end = std::string("PK\x05\x06") + std::string(4, '\0') + little(std::uint16_t(entries.size())) +
                            little(std::uint16_t(entries.size())) + little(std::uint32_t(directory.size())) +
                            little(std::uint32_t(bytes.size())) + std::string(2, '\0');
    return bytes + directory + end;
}

std::string text(const std::string& words)
{
    return 'X' + little(std::uint32_t(words.size())) + words;
}

std::string number(std::int32_t value)
{
    return 'J' + little(value);
}

/// A state dict with one tensor "w" of the storage "0", as PyTorch pickles it.
std::string pickledTensor(std::int32_t storageSize, std::int32_t offset, std::int32_t size, std::int32_t stride)
{
    return std::string("\x80\x02}") + text("w") + "ctorch._utils\n_rebuild_tensor_v2\n((" + text("storage") +
           "ctorch\nFloatStorage\n" + text("0") + text("cpu") + number(storageSize) + "tQ" + number(offset) + '(' +
           number(size) + "t(" + number(stride) + "t\x89" + "ccollections\nOrderedDict\n)RtRs.";
}

std::string archive(const std::string& pickle, std::size_t floats)
{
    std::string data;
    for (std::size_t i = 0; i < floats; ++i) {
        data += little(float(i));
    }
    return zip({{"archive/data.pkl", pickle}, {"archive/data/0", data}, {"archive/version", "3\n"}});
}

} // namespace

LW_TEST(backboneOfFastestDetLoadsFully)
{
    const Result<WeightFile> file = readWeights(sharedData("models/fastestdet/shufflenetv2.pth"));
    LW_GOOD(file);
    LW_CHECK(file->format == WeightFormat::PickleZip);
    LW_EQUAL(file->tensors.size(), std::size_t(330));
    const Result<NetGuess> guess = guessNet(*file);
    LW_GOOD(guess);
    LW_EQUAL(guess->id, "shufflenet_v2_series_x0_5");
    LW_EQUAL(guess->classes, 0);
    const Result<std::shared_ptr<Backbone>> net = makeNet(guess->id, 3);
    LW_GOOD(net);
    const Result<MappingReport> report = loadWeights(*file, **net);
    LW_GOOD(report);
    LW_EQUAL(report->share, 1.0);
    LW_CHECK(report->unexpected.empty());
    LW_EQUAL(report->missing.size(), std::size_t(2)); // the last layer, which the file does not have
    LW_EQUAL(report->matched.size(), std::size_t(275));
}

LW_TEST(backboneInsideTheDetectorIsFound)
{
    const Result<WeightFile> file = readWeights(sharedData("models/fastestdet/weight_AP05_0.253207_280-epoch.pth"));
    LW_GOOD(file);
    LW_EQUAL(file->tensors.size(), std::size_t(420));
    const Result<std::shared_ptr<Backbone>> net = makeNet("shufflenet_v2_series_x0_5", 3);
    LW_GOOD(net);
    const Result<MappingReport> report = loadWeights(*file, **net);
    LW_GOOD(report);
    LW_EQUAL(report->prefix, "backbone.");
    LW_EQUAL(report->matched.size(), std::size_t(275));
    LW_CHECK(!report->unexpected.empty());
}

LW_TEST(legacyFilesLoadAndTellTheirDepth)
{
    for (const auto& each : {std::make_pair("models/resnet_cifar10/resnet20-12fca82f.th", "cifar_resnet20"),
                             std::make_pair("models/resnet_cifar10/resnet32-d509ac18.th", "cifar_resnet32")}) {
        const Result<WeightFile> file = readWeights(sharedData(each.first));
        LW_GOOD(file);
        LW_CHECK(file->format == WeightFormat::PickleLegacy);
        const Result<NetGuess> guess = guessNet(*file);
        LW_GOOD(guess);
        LW_EQUAL(guess->id, each.second);
        LW_EQUAL(guess->classes, 10);
        const Result<std::shared_ptr<Backbone>> net = makeNet(guess->id, 10);
        LW_GOOD(net);
        const Result<MappingReport> report = loadWeights(*file, **net);
        LW_GOOD(report);
        LW_EQUAL(report->prefix, "state_dict.module.");
        LW_CHECK(report->missing.empty() && report->unexpected.empty());
    }
}

LW_TEST(cutFilesAreErrorsWhereverTheyAreCut)
{
    for (const char* name : {"models/fastestdet/shufflenetv2.pth", "models/resnet_cifar10/resnet20-12fca82f.th"}) {
        const std::string whole = bytesOf(sharedData(name));
        for (std::size_t share = 0; share < 40; ++share) {
            LW_CHECK(!readFrom(whole.substr(0, whole.size() * share / 40)));
        }
        LW_CHECK(!readFrom(whole.substr(0, whole.size() - 1)));
    }
}

LW_TEST(scrambledFilesNeverCrash)
{
    std::mt19937 random(1);
    for (const char* name : {"models/fastestdet/shufflenetv2.pth", "models/resnet_cifar10/resnet20-12fca82f.th"}) {
        const std::string whole = bytesOf(sharedData(name));
        // The pickle is what can do harm: near the start of both files.
        for (int round = 0; round < 60; ++round) {
            std::string bytes = whole;
            for (int hit = 0; hit < 5; ++hit) {
                bytes[random() % 20000] = char(random());
            }
            const Result<WeightFile> file = readFrom(bytes);
            LW_CHECK(file || !file.error().text.empty());
        }
    }
}

LW_TEST(smallArchiveLoads)
{
    const Result<WeightFile> file = readFrom(archive(pickledTensor(6, 1, 2, 2), 6));
    LW_GOOD(file);
    LW_EQUAL(file->tensors.size(), std::size_t(1));
    LW_EQUAL(file->tensors[0].name, "w");
    LW_CHECK(file->tensors[0].tensor.equal(torch::tensor({1.0F, 3.0F})));
}

LW_TEST(tensorsBeyondTheirStorageAreRefused)
{
    LW_FAILS(readFrom(archive(pickledTensor(6, 5, 2, 1), 6)), ErrorCode::Malformed, "beyond the data");
    LW_FAILS(readFrom(archive(pickledTensor(6, 0, 2, 6), 6)), ErrorCode::Malformed, "beyond the data");
    LW_FAILS(readFrom(archive(pickledTensor(6, -1, 2, 1), 6)), ErrorCode::Malformed, "impossible");
    LW_FAILS(readFrom(archive(pickledTensor(6, 0, 2000000000, 0), 6)), ErrorCode::Malformed, "beyond the data");
    LW_FAILS(readFrom(archive(pickledTensor(6, 0, -2, 1), 6)), ErrorCode::Malformed, "impossible");
    LW_FAILS(readFrom(archive(pickledTensor(6, 2000000000, 2, 2000000000), 6)), ErrorCode::Malformed, "beyond");
}

LW_TEST(picklesThatNameOtherThingsAreRefusedByName)
{
    const std::string bomb = std::string("\x80\x02"
                                         "cos\nsystem\n(") +
                             text("touch /tmp/lw-was-here") + "tR.";
    LW_FAILS(readFrom(archive(bomb, 1)), ErrorCode::Unsupported, "os.system");
    LW_FAILS(readPickle(std::string("\x80\x04") + text("builtins") + text("eval") + "\x93" + "."),
             ErrorCode::Unsupported, "builtins.eval");
    LW_FAILS(readPickle(std::string("\x80\x02"
                                    "ctorch.nn.modules.linear\nLinear\n)\x81}b.")),
             ErrorCode::Unsupported, "torch.nn.modules.linear.Linear");
}

LW_TEST(picklesThatGrowWithoutEndAreRefused)
{
    // Lists of the list before, each ten times: 10^40 values when written out.
    std::string nested = std::string("\x80\x02") + "]q" + '\0';
    for (char level = 1; level < 40; ++level) {
        nested += std::string("](");
        for (int i = 0; i < 10; ++i) {
            nested += std::string("h") + char(level - 1);
        }
        nested += std::string("eq") + level;
    }
    LW_FAILS(readFrom(archive(nested + '.', 1)), ErrorCode::TooLarge, "nested");
    // A list in itself.
    LW_FAILS(readFrom(archive(std::string("\x80\x02]q\x01h\x01"
                                          "a.",
                                          9),
                              1)),
             ErrorCode::TooLarge, "nested");
    LW_FAILS(readPickle(std::string("\x80\x02") + std::string(5'000'000, 'N') + '.'), ErrorCode::TooLarge,
             "more values");
}

LW_TEST(compressedArchivesAreRefused)
{
    LW_FAILS(readFrom(zip({{"archive/data.pkl", "x"}}, 8)), ErrorCode::Unsupported, "compressed");
    LW_FAILS(readFrom(zip({{"a.txt", "x"}})), ErrorCode::Unsupported, "not a PyTorch file");
}

LW_TEST(otherFilesAreNamedAsSuch)
{
    LW_FAILS(readFrom(""), ErrorCode::Unsupported, "no weight file");
    LW_FAILS(readFrom("GIF89a and so on"), ErrorCode::Unsupported, "no weight file");
    LW_FAILS(readWeights(freshFolder() + "/none.pth"), ErrorCode::NotFound, "none.pth");
    LW_FAILS(readWeights(freshFolder()), ErrorCode::ReadFailed, "");
}

LW_TEST(safetensorsComeBackAsTheyWere)
{
    const std::string path = freshFolder() + "/model.safetensors";
    const std::vector<NamedTensor> tensors = {{"a.weight", torch::rand({2, 3})},
                                              {"half", torch::rand({4}).to(torch::kHalf)},
                                              {"none", torch::empty({0, 5})},
                                              {"count \"7\"\n", torch::tensor(std::int64_t(7))},
                                              {"turned", torch::rand({3, 2}).t()}};
    LW_GOOD(writeSafetensors(path, tensors, {{"classes", "[\"Rotes Blutkörperchen\", \"白\"]"}}));
    const Result<WeightFile> file = readWeights(path);
    LW_GOOD(file);
    LW_EQUAL(file->tensors.size(), tensors.size());
    for (const NamedTensor& each : tensors) {
        LW_CHECK(file->find(each.name) && file->find(each.name)->equal(each.tensor));
    }
    LW_EQUAL(file->metadata.at("classes"), "[\"Rotes Blutkörperchen\", \"白\"]");
}

LW_TEST(damagedSafetensorsAreErrors)
{
    const std::string good = R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})";
    LW_GOOD(readFrom(safetensors(good, std::string(8, '\0'))));
    LW_FAILS(readFrom(safetensors(good, std::string(7, '\0'))), ErrorCode::Malformed, "does not fit");
    LW_FAILS(readFrom(little(std::uint64_t(1000)) + good), ErrorCode::Malformed, "header");
    for (
        const char* header :
        {R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,8]}})",
         R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[8,0]}})",
         R"({"w":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,8]}})",
         R"({"w":{"dtype":"F32","shape":[-2],"data_offsets":[0,8]}})",
         R"({"w":{"dtype":"F32","shape":[[2]],"data_offsets":[0,8]}})",
         R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})",
         R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}},)", R"({"w":)", R"({"w\ud800":1})", "{}{}"}) {
        const Result<WeightFile> file = readFrom(safetensors(header, std::string(8, '\0')));
        LW_CHECK(!file && file.error().code == ErrorCode::Malformed);
    }
    LW_FAILS(readFrom(safetensors(R"({"w":{"dtype":"C64","shape":[1],"data_offsets":[0,8]}})", std::string(8, '\0'))),
             ErrorCode::Unsupported, "C64");
    LW_FAILS(readFrom(safetensors("{}  ", "")), ErrorCode::Mismatch, "no tensors");
}

LW_TEST(weightsWithAnotherNumberOfClassesKeepTheFreshLastLayer)
{
    const Result<std::shared_ptr<Backbone>> from = makeNet("shufflenet_v2_x0_5", 1000);
    const Result<std::shared_ptr<Backbone>> to = makeNet("shufflenet_v2_x0_5", 5);
    LW_GOOD(from);
    LW_GOOD(to);
    const WeightFile file{WeightFormat::Safetensors, tensorsOf(**from), {}};
    const Result<MappingReport> report = loadWeights(file, **to);
    LW_GOOD(report);
    LW_EQUAL(report->misshapen.size(), std::size_t(2));
    LW_EQUAL(report->misshapen[0], "fc.weight: 1000x1024, not 5x1024");
    (*from)->eval();
    (*to)->eval();
    const torch::NoGradGuard noGrad;
    const at::Tensor picture = torch::rand({1, 3, 64, 64});
    LW_CHECK(torch::allclose((*from)->embedding(picture), (*to)->embedding(picture)));
}

LW_TEST(weightsOfAnotherNetworkAreRefusedAndChangeNothing)
{
    const Result<std::shared_ptr<Backbone>> from = makeNet("resnet18", 5);
    const Result<std::shared_ptr<Backbone>> to = makeNet("resnet34", 5);
    LW_GOOD(from);
    LW_GOOD(to);
    const at::Tensor before = (*to)->parameters()[0].clone();
    LW_FAILS(loadWeights({WeightFormat::Safetensors, tensorsOf(**from), {}}, **to), ErrorCode::Mismatch, "missing");
    LW_CHECK((*to)->parameters()[0].equal(before));
    LW_FAILS(guessNet({WeightFormat::Safetensors, {{"a", torch::rand({2})}}, {}}), ErrorCode::Mismatch, "none");
}

LW_TEST(weightsThatAreNotFiniteAreRefused)
{
    const Result<std::shared_ptr<Backbone>> net = makeNet("shufflenet_v2_series_x0_5", 5);
    LW_GOOD(net);
    std::vector<NamedTensor> tensors = tensorsOf(**net);
    for (NamedTensor& each : tensors) {
        each.tensor = each.tensor.clone();
    }
    tensors[7].tensor.view({-1})[0] = std::nan("");
    LW_FAILS(loadWeights({WeightFormat::Safetensors, tensors, {}}, **net), ErrorCode::Malformed, tensors[7].name);
}

LW_TEST(scriptsRunAndGiveTheirTensors)
{
    const std::string path = freshFolder() + "/net.pt";
    torch::jit::Module module("Net");
    module.register_parameter("weight", torch::full({2}, 3.0), false);
    module.define("def forward(self, x):\n    return (x * self.weight, [x, x + 1])\n");
    module.save(path);
    Result<ScriptNet> net = ScriptNet::open(path);
    LW_GOOD(net);
    const Result<std::vector<at::Tensor>> outputs = net->forward({torch::ones({2})});
    LW_GOOD(outputs);
    LW_EQUAL(outputs->size(), std::size_t(3));
    LW_CHECK((*outputs)[0].equal(torch::full({2}, 3.0)));
    LW_FAILS(net->forward({torch::ones({5})}), ErrorCode::Internal, "");
    const Result<WeightFile> file = readWeights(path);
    LW_GOOD(file);
    LW_CHECK(file->format == WeightFormat::TorchScript);
    LW_CHECK(file->find("weight")->equal(torch::full({2}, 3.0)));
    const std::string whole = bytesOf(path);
    for (std::size_t share = 1; share < 8; ++share) {
        LW_CHECK(!readFrom(whole.substr(0, whole.size() * share / 8)));
    }
}
