// SPDX-License-Identifier: GPL-3.0-or-later
//! Pictures, protocol, job folders, and the figures that imported networks reach on real pictures.
#include "engine/learn/base/Files.h"
#include "engine/learn/data/PicturePrep.h"
#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/Ema.h"
#include "engine/learn/weights/Safetensors.h"
#include "engine/learn/weights/WeightMapping.h"
#include "engine/learn/worker/EventFile.h"
#include "engine/learn/worker/Job.h"
#include "engine/learn/worker/ModelFile.h"
#include "engine/learn/worker/OpenCvPictures.h"
#include "tests/engine/learn/support/Check.h"
#include "tests/engine/learn/support/Conversation.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/script.h>
#include <torch/torch.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

using namespace lw::learn;
using namespace lw::learn::tests;

namespace {

std::string textOf(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// A grey picture with a coloured rectangle: red ones are of the class 0, blue ones of the class 1.
std::string drawn(const std::string& folder, int number)
{
    cv::Mat picture(96, 128, CV_8UC3, cv::Scalar(110, 110, 110));
    const cv::Scalar colour = number % 2 == 0 ? cv::Scalar(20, 20, 240) : cv::Scalar(240, 20, 20);
    cv::rectangle(picture, cv::Rect(10 + number * 3, 8 + number * 2, 40, 36), colour, cv::FILLED);
    const std::string path = folder + "/" + std::to_string(number) + ".png";
    cv::imwrite(path, picture);
    return path;
}

Json detectionJob(const std::string& folder, int count)
{
    Json pictures = Json::array();
    for (int i = 0; i < count; ++i) {
        pictures.push_back(
            {{"path", drawn(folder, i)},
             {"part", i < count - 2 ? "train" : "validation"},
             {"objects", {{{"x", 10 + i * 3}, {"y", 8 + i * 2}, {"width", 40}, {"height", 36}, {"label", i % 2}}}}});
    }
    return {
        {"format", 1},
        {"kind", "train"},
        {"task", "detection"},
        {"classes", {"red", "blue"}},
        {"pictures", pictures},
        {"options", {{"steps", 6}, {"width", 128}, {"height", 96}, {"batch", 2}, {"validations", 2}, {"threads", 1}}}};
}

std::string jobFolder(const Json& job)
{
    const std::string folder = freshFolder();
    LW_GOOD(replaceFile(folder + "/job.json", jsonLine(job)));
    return folder;
}

Json status(const std::string& folder)
{
    const Result<Json> value = readJson(folder + "/status.json");
    LW_GOOD(value);
    return *value;
}

/// Right answers of an imported network on the CIFAR test pictures.
int rightOnCifar(const std::string& weights)
{
    const Result<WeightFile> file = readWeights(sharedData(weights));
    LW_GOOD(file);
    const Result<NetGuess> guess = guessNet(*file);
    LW_GOOD(guess);
    const Result<std::shared_ptr<Backbone>> net = makeNet(guess->id, guess->classes);
    LW_GOOD(net);
    LW_GOOD(loadWeights(*file, **net));
    (*net)->eval();
    const torch::NoGradGuard noGrad;
    std::vector<std::filesystem::path> classes;
    for (const auto& entry : std::filesystem::directory_iterator(sharedData("images/cifar10_test"))) {
        classes.push_back(entry.path());
    }
    std::sort(classes.begin(), classes.end());
    int right = 0;
    int count = 0;
    for (std::size_t label = 0; label < classes.size(); ++label) {
        std::vector<Picture> pictures;
        for (const auto& entry : std::filesystem::directory_iterator(classes[label])) {
            const OpenCvPictures source({entry.path().string()});
            Result<LoadedPicture> loaded = source.load(0, 0);
            LW_GOOD(loaded);
            pictures.push_back(std::move(loaded->picture));
        }
        const at::Tensor answers = (*net)->scores(networkInput(bytesOf(pictures), {}, at::kCPU)).argmax(1);
        right += int(answers.eq(std::int64_t(label)).sum().item<std::int64_t>());
        count += int(pictures.size());
    }
    LW_EQUAL(count, 200);
    return right;
}

} // namespace

LW_TEST(importedResNetsReachTheirFigures)
{
    LW_EQUAL(rightOnCifar("models/resnet_cifar10/resnet20-12fca82f.th"), 160);
    LW_EQUAL(rightOnCifar("models/resnet_cifar10/resnet32-d509ac18.th"), 170);
}

LW_TEST(picturesOfAllKindsBecomeRgb)
{
    const std::string folder = freshFolder();
    cv::Mat alpha(4, 4, CV_8UC4, cv::Scalar(255, 0, 0, 0));
    cv::Mat deep(4, 4, CV_16UC3, cv::Scalar(0, 0, 65535));
    cv::Mat grey(4, 4, CV_8UC1, cv::Scalar(70));
    cv::Mat deepAlpha(4, 4, CV_16UC4, cv::Scalar(0, 65535, 0, 65535));
    cv::imwrite(folder + "/a.png", alpha);
    cv::imwrite(folder + "/b.png", deep);
    cv::imwrite(folder + "/c.png", grey);
    cv::imwrite(folder + "/d.png", deepAlpha);
    const OpenCvPictures pictures({folder + "/a.png", folder + "/b.png", folder + "/c.png", folder + "/d.png"});
    const std::vector<std::vector<int>> wanted = {{255, 255, 255}, {255, 0, 0}, {70, 70, 70}, {0, 255, 0}};
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Result<LoadedPicture> loaded = pictures.load(i, 0);
        LW_GOOD(loaded);
        const std::uint8_t* pixel = loaded->picture.at(2, 2);
        LW_CHECK((std::vector<int>{pixel[0], pixel[1], pixel[2]}) == wanted[i]);
    }
}

LW_TEST(largeJpegsComeReducedButTellTheirSize)
{
    const std::string path = freshFolder() + "/a.jpg";
    cv::imwrite(path, cv::Mat(601, 1203, CV_8UC3, cv::Scalar(10, 200, 30)));
    const OpenCvPictures pictures({path});
    for (const int side : {0, 100, 250, 601, 2000}) {
        const Result<LoadedPicture> loaded = pictures.load(0, side);
        LW_GOOD(loaded);
        LW_EQUAL(loaded->fullWidth, 1203);
        LW_EQUAL(loaded->fullHeight, 601);
        LW_CHECK(side == 0 ? loaded->picture.width == 1203 : loaded->picture.width >= std::min(side, 1203));
        LW_CHECK(side == 0 || loaded->picture.width <= std::max(2 * side + 1, 1));
    }
}

LW_TEST(brokenPicturesAreErrors)
{
    const std::string folder = freshFolder();
    LW_GOOD(replaceFile(folder + "/text.jpg", "no picture"));
    LW_GOOD(replaceFile(folder + "/empty.png", ""));
    const std::string whole = [&] {
        cv::imwrite(folder + "/good.png", cv::Mat(50, 50, CV_8UC3, cv::Scalar(1, 2, 3)));
        return textOf(folder + "/good.png");
    }();
    LW_GOOD(replaceFile(folder + "/cut.png", whole.substr(0, 40)));
    const OpenCvPictures pictures(
        {folder + "/text.jpg", folder + "/empty.png", folder + "/cut.png", folder + "/none.png"});
    for (std::size_t i = 0; i < 5; ++i) {
        LW_CHECK(!pictures.load(i, 100));
    }
}

LW_TEST(checksumIsTensorflows)
{
    // CRC-32C of "123456789" is e3069283; masked as TensorFlow's records do it.
    LW_EQUAL(maskedChecksum("123456789"), ((0xe3069283U >> 15) | (0xe3069283U << 17)) + 0xa282ead8U);
}

LW_TEST(eventFilesHoldTheirPoints)
{
    const std::string folder = freshFolder();
    Result<EventFile> events = EventFile::create(folder);
    LW_GOOD(events);
    LW_GOOD(events->add("train/loss", 300, 0.5));
    const std::string bytes = textOf(events->path());
    // Two records: length (8), checksum (4), event, checksum (4).
    std::size_t at = 0;
    std::vector<std::string> records;
    while (at < bytes.size()) {
        const auto length = std::size_t(std::uint8_t(bytes[at]));
        records.push_back(bytes.substr(at + 12, length));
        at += 16 + length;
    }
    LW_EQUAL(at, bytes.size());
    LW_EQUAL(records.size(), std::size_t(2));
    LW_CHECK(records[0].find("brain.Event:2") != std::string::npos);
    // step 300 as a varint, the name, 0.5 as a float
    LW_CHECK(records[1].find(std::string("\x10\xac\x02")) == 9);
    LW_CHECK(records[1].find("train/loss") != std::string::npos);
    LW_EQUAL(records[1].substr(records[1].size() - 5), std::string("\x15\x00\x00\x00\x3f", 5));
}

LW_TEST(sessionsBeginWithTheProtocolsNumber)
{
    const std::vector<Json> lines =
        talk("{\"id\": 1, \"op\": \"describe\"}\n{\"id\": 2, \"op\": \"hello\", \"protocol\": 99}\n");
    LW_EQUAL(lines.front()["hello"]["protocol"].get<int>(), kProtocol);
    LW_EQUAL(errorCode(answerTo(lines, 1)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, 2)), "Mismatch");
}

LW_TEST(garbageIsAnsweredAndSurvived)
{
    const std::string deep(200000, '[');
    const std::vector<Json> lines =
        talk(kHello + "garbage\n[1,2]\n\x80\xff\xfe\n" + deep + "\n{\"id\": 3}\n" +
             "{\"id\": 4, \"op\": 7}\n{\"id\": 5, \"op\": \"fly\"}\n\n" +
             "{\"id\": 6, \"op\": \"fail\"}\n{\"id\": 7, \"op\": \"predict\", \"pictures\": 3}\n" +
             "{\"id\": {\"a\": 1}, \"op\": \"describe\"}\n{\"id\": 8, \"op\": \"quit\"}\nlater\n");
    LW_EQUAL(errorCode(answerTo(lines, nullptr)), "Malformed");
    LW_EQUAL(errorCode(answerTo(lines, 3)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, 4)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, 5)), "Unsupported");
    LW_EQUAL(errorCode(answerTo(lines, 6)), "Internal");
    LW_EQUAL(errorCode(answerTo(lines, 7)), "InvalidArgument");
    LW_CHECK(answerTo(lines, {{"a", 1}})["result"]["nets"].size() >= 12);
    LW_CHECK(answerTo(lines, 8).contains("result"));
    for (const Json& line : lines) {
        LW_CHECK(!line.contains("later"));
    }
}

LW_TEST(waitingRequestsCanBeCancelled)
{
    // The request that waits is cancelled before the one at work ends: its own operation would hang otherwise.
    std::istringstream in(kHello + "{\"id\": 1, \"op\": \"hold\"}\n{\"id\": 2, \"op\": \"cancel\", \"target\": 1}\n"
                                   "{\"id\": 3, \"op\": \"cancel\", \"target\": 77}\n{\"id\": 4, \"op\": \"quit\"}\n");
    std::ostringstream out;
    Session session(in, out);
    session.add("hold", [](const Json&, RequestContext& context) -> Result<Json> {
        while (!context.isCancelled()) {
            std::this_thread::yield();
        }
        return failure(ErrorCode::Cancelled, "as asked");
    });
    session.run();
    LW_CHECK(out.str().find("\"Cancelled\"") != std::string::npos);
    LW_CHECK(out.str().find("\"found\":true") != std::string::npos);
    LW_CHECK(out.str().find("\"found\":false") != std::string::npos);
}

LW_TEST(weightFilesAreInspected)
{
    const std::string path = sharedData("models/resnet_cifar10/resnet20-12fca82f.th");
    const std::vector<Json> lines =
        talk(kHello + jsonLine({{"id", 1}, {"op", "inspect"}, {"path", path}}) + '\n' +
             jsonLine({{"id", 2}, {"op", "inspect"}, {"path", path + ".none"}}) + "\n{\"id\": 9, \"op\": \"quit\"}\n");
    const Json answer = answerTo(lines, 1);
    LW_EQUAL(answer["result"]["net"].get<std::string>(), "cifar_resnet20");
    LW_EQUAL(answer["result"]["classes"].get<int>(), 10);
    LW_EQUAL(answer["result"]["format"].get<std::string>(), "pth-legacy");
    LW_EQUAL(errorCode(answerTo(lines, 2)), "NotFound");
}

LW_TEST(picturesAreEmbeddedOnceAndLabelsSuggested)
{
    const std::string weights = sharedData("models/fastestdet/shufflenetv2.pth");
    const std::string folder = freshFolder();
    Json pictures = Json::array();
    Json ids = Json::array();
    Json labels = Json::array();
    for (int i = 0; i < 16; ++i) {
        pictures.push_back({{"id", 100 + i}, {"path", drawn(folder, i)}});
        ids.push_back(100 + i);
        labels.push_back(i < 8 ? i % 2 : -1);
    }
    const Json lens = {{"net", "shufflenet_v2_series_x0_5"},
                       {"weights", weights},
                       {"convention", "bgr"},
                       {"side", 64},
                       {"store", folder + "/vectors"}};
    Json embedding = lens;
    embedding.update({{"id", 1}, {"op", "embed"}, {"pictures", pictures}});
    Json again = embedding;
    again["id"] = 2;
    again["pictures"].push_back({{"id", 5}, {"path", folder + "/none.png"}});
    Json suggestion = lens;
    suggestion.update({{"id", 3}, {"op", "suggest"}, {"ids", ids}, {"labels", labels}, {"classes", 2}, {"query", 3}});
    Json precise = suggestion;
    precise.update({{"id", 4}, {"isPrecise", true}});
    Json first = suggestion;
    first.update({{"id", 5}, {"labels", std::vector<int>(16, -1)}});
    Json wrong = suggestion;
    wrong.update({{"id", 6}, {"classes", 1}});
    std::string text = kHello;
    for (const Json& each : {embedding, again, suggestion, precise, first, wrong, Json({{"id", 9}, {"op", "quit"}})}) {
        text += jsonLine(each) + '\n';
    }
    const std::vector<Json> lines = talk(text);
    LW_EQUAL(answerTo(lines, 1)["result"]["new"].get<int>(), 16);
    LW_EQUAL(answerTo(lines, 2)["result"]["new"].get<int>(), 0);
    LW_EQUAL(answerTo(lines, 2)["result"]["broken"].size(), std::size_t(1));
    for (const int id : {3, 4}) {
        const Json result = answerTo(lines, id)["result"];
        int right = 0;
        for (std::size_t i = 0; i < 16; ++i) {
            right += result["labels"][i].get<int>() == int(i % 2);
            LW_CHECK(i >= 8 || result["labels"][i].get<int>() == int(i % 2));
        }
        LW_CHECK(right >= 12);
        LW_EQUAL(result["next"].size(), std::size_t(3));
        LW_CHECK(result["next"][0].get<int>() >= 108);
    }
    LW_EQUAL(answerTo(lines, 5)["result"]["next"].size(), std::size_t(3));
    LW_EQUAL(errorCode(answerTo(lines, 6)), "InvalidArgument");
}

LW_TEST(trainedDetectorIsUsedForPredictingAndEvaluating)
{
    const std::string pictures = freshFolder();
    const Json job = detectionJob(pictures, 8);
    const std::string folder = jobFolder(job);
    LW_EQUAL(runJobFolder(folder), 0);
    LW_EQUAL(status(folder)["state"].get<std::string>(), "done");
    const Result<Json> result = readJson(folder + "/output/result.json");
    LW_GOOD(result);
    LW_EQUAL((*result)["steps"].get<int>(), 6);
    LW_CHECK((*result)["best"].contains("map50"));
    LW_CHECK(!textOf(folder + "/metrics.jsonl").empty());
    LW_CHECK(textOf(folder + "/log.txt").find("Training shufflenet") != std::string::npos);

    Json prediction = job;
    prediction["kind"] = "predict";
    prediction["model"] = folder + "/output/model.safetensors";
    prediction["pictures"].push_back({{"path", pictures + "/none.png"}});
    const std::string second = jobFolder(prediction);
    LW_EQUAL(runJobFolder(second), 0);
    const std::string lines = textOf(second + "/output/predictions.jsonl");
    LW_EQUAL(std::count(lines.begin(), lines.end(), '\n'), 9);
    LW_CHECK(lines.find("\"error\"") != std::string::npos);
    const Result<Json> evaluation = readJson(second + "/output/result.json");
    LW_GOOD(evaluation);
    LW_EQUAL((*evaluation)["coco"]["numbers"].size(), std::size_t(12));
    LW_EQUAL((*evaluation)["matrix"]["counts"].size(), std::size_t(3));
}

namespace {

Json maskJob(const std::string& folder, const char* task, int count)
{
    Json job = detectionJob(folder, count);
    job["task"] = task;
    for (int i = 0; i < count; ++i) {
        const int x = 10 + i * 3;
        const int y = 8 + i * 2;
        Json& picture = job["pictures"][std::size_t(i)];
        picture.erase("objects");
        Json mask = {{"label", i % 2}};
        if (i == 2) {
            mask["rings"] = Json::array({{x, y, x + 40, y, x + 40, y + 36, x, y + 36}});
        } else if (i == 3) {
            mask.update({{"x", x}, {"y", y}, {"width", 40}, {"height", 36}, {"runs", {0, 40 * 36}}});
        } else if (i % 2 == 0) {
            mask["polygon"] = {{x, y}, {x + 40, y}, {x + 40, y + 36}, {x, y + 36}};
        } else {
            mask["mask"] = {{"x", x}, {"y", y}, {"width", 40}, {"height", 36}, {"runs", {0, 40 * 36}}};
        }
        picture["masks"] = Json::array({mask});
    }
    return job;
}

} // namespace

LW_TEST(trainedSegmenterFindsMasksAndIsEvaluated)
{
    const std::string pictures = freshFolder();
    Json job = maskJob(pictures, "segmentation", 8);
    cv::Mat map(96, 128, CV_8UC1, cv::Scalar(9));
    cv::rectangle(map, cv::Rect(10, 8, 40, 36), cv::Scalar(4), cv::FILLED);
    cv::imwrite(pictures + "/map.png", map);
    job["pictures"][0].erase("masks");
    job["pictures"][0]["map"] = pictures + "/map.png";
    job["mapValues"] = {-2, -2, -2, -2, 0, -2, -2, -2, -2, -1};
    job["options"]["steps"] = 60;
    const std::string folder = jobFolder(job);
    LW_EQUAL(runJobFolder(folder), 0);
    const Result<Json> trained = readJson(folder + "/output/result.json");
    LW_GOOD(trained);
    LW_CHECK((*trained)["best"]["miou"].get<double>() > 0.3);

    Json prediction = job;
    prediction["kind"] = "predict";
    prediction["model"] = folder + "/output/model.safetensors";
    prediction["pictures"].push_back({{"path", pictures + "/none.png"}});
    const std::string second = jobFolder(prediction);
    LW_EQUAL(runJobFolder(second), 0);
    const std::string lines = textOf(second + "/output/predictions.jsonl");
    LW_EQUAL(std::count(lines.begin(), lines.end(), '\n'), 9);
    LW_CHECK(lines.find("\"runs\"") != std::string::npos && lines.find("\"polygon\"") != std::string::npos);
    const Result<Json> evaluation = readJson(second + "/output/result.json");
    LW_GOOD(evaluation);
    LW_CHECK((*evaluation)["iou"]["mean"].get<double>() > 0.3);
    LW_EQUAL((*evaluation)["iou"]["classes"].size(), std::size_t(2));
    LW_EQUAL((*evaluation)["coco"]["numbers"].size(), std::size_t(12));
    LW_CHECK((*evaluation)["coco"]["classes"][0]["objects"].get<int>() == 4);
}

LW_TEST(contourAssistantIsTrainedAndAnswersClicks)
{
    const std::string pictures = freshFolder();
    Json job = maskJob(pictures, "contour", 8);
    job.erase("classes");
    job["options"] = {{"steps", 40}, {"side", 64}, {"batch", 6}, {"validations", 1}, {"threads", 1}};
    const std::string folder = jobFolder(job);
    LW_EQUAL(runJobFolder(folder), 0);
    const std::string model = folder + "/output/model.safetensors";
    const Result<Json> trained = readJson(folder + "/output/result.json");
    LW_GOOD(trained);
    LW_CHECK((*trained)["best"]["iou"].get<double>() > 0.5);

    Json good = {{"id", 1}, {"op", "contour"}, {"model", model}, {"path", pictures + "/0.png"}};
    good["clicks"] = {{30, 8.5}, {10.5, 20}, {30, 43.5}, {49.5, 20}};
    Json few = good;
    few.update({{"id", 2}, {"clicks", {{1, 1}, {2, 2}}}});
    Json outside = good;
    outside.update({{"id", 3}, {"clicks", {{30, 8.5}, {10.5, 20}, {30, 43.5}, {1000, 20}}}});
    Json missing = good;
    missing.update({{"id", 4}, {"path", pictures + "/none.png"}});
    Json other = good;
    other.update({{"id", 5}, {"model", pictures + "/0.png"}});
    Json objects = Json::array();
    for (std::size_t i : {1, 2}) {
        Json object = job["pictures"][i]["masks"][0];
        object["path"] = job["pictures"][i]["path"];
        objects.push_back(object);
    }
    objects.push_back({{"path", pictures + "/none.png"}, {"polygon", {{1, 1}, {9, 1}, {9, 9}}}});
    const Json score = {{"id", 6}, {"op", "contour-score"}, {"model", model}, {"objects", objects}};
    const Json open = {{"id", 7}, {"op", "open"}, {"model", model}};
    const Json predict = {{"id", 8}, {"op", "predict"}, {"pictures", Json::array()}};
    std::string text = kHello;
    for (const Json& each :
         {good, few, outside, missing, other, score, open, predict, Json({{"id", 9}, {"op", "quit"}})}) {
        text += jsonLine(each) + '\n';
    }
    const std::vector<Json> lines = talk(text);
    const Json answer = answerTo(lines, 1)["result"];
    LW_CHECK(std::abs(answer["mask"]["x"].get<int>() - 10) < 8 &&
             std::abs(answer["mask"]["width"].get<int>() - 40) < 14);
    LW_CHECK(answer["polygon"][0].size() >= 3 && answer["confidence"].get<double>() > 0.3);
    LW_EQUAL(errorCode(answerTo(lines, 2)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, 3)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, 4)), "NotFound");
    LW_CHECK(errorCode(answerTo(lines, 5)) != "none");
    const Json scored = answerTo(lines, 6)["result"];
    LW_EQUAL(scored["overlaps"].size(), std::size_t(3));
    LW_EQUAL(scored["overlaps"][2].get<double>(), -1.0);
    LW_CHECK(scored["iou"].get<double>() > 0.4);
    LW_EQUAL(answerTo(lines, 7)["result"]["task"].get<std::string>(), "contour");
    LW_EQUAL(errorCode(answerTo(lines, 8)), "Unsupported");
}

namespace {

/// Writes a program as a TorchScript file.
std::string script(const std::string& path, const std::string& text)
{
    torch::jit::Module module("Program");
    module.define(text);
    module.save(path);
    return path;
}

} // namespace

LW_TEST(assistantsOfTwoFilesAnswerPointsAndBoxes)
{
    const std::string folder = freshFolder();
    // The encoder shrinks the picture; the decoder finds what has about the colour of the first point's pixel or of the
    // box's middle.
    const std::string encoder = script(folder + "/encoder.pt", R"(
def forward(self, x):
    return torch.avg_pool2d(x, [4, 4])
)");
    const std::string decoder = script(folder + "/decoder.pt", R"(
def forward(self, features, points, labels):
    middle = points[0].mean(0) / 4.0
    column = int(middle[0].item())
    row = int(middle[1].item())
    colour = features[:, :, row:row + 1, column:column + 1]
    mask = 1.0 - (features - colour).abs().sum(1, keepdim=True)
    masks = torch.cat([mask - 9.0, mask], 1)
    return (masks, torch.tensor([[0.2, 0.8]]))
)");
    const std::string constant = script(folder + "/constant.pt", R"(
def forward(self, x):
    return torch.zeros([3])
)");
    const std::string wrong = script(folder + "/wrong.pt", R"(
def forward(self, features, points, labels):
    return features[:, :, 0, 0]
)");
    const std::string broken = script(folder + "/nan.pt", R"(
def forward(self, x):
    return torch.avg_pool2d(x, [4, 4]) / 0.0
)");
    const std::string picture = drawn(folder, 3); // 128 x 96, a rectangle at (19, 14) of 40 x 36
    int id = 0;
    std::string text = kHello;
    const auto ask = [&](Json request) {
        request["id"] = ++id;
        text += jsonLine(request) + '\n';
        return id;
    };
    const auto open = [&](const std::string& one, const std::string& other) {
        return ask({{"op", "assistant-open"}, {"encoder", one}, {"decoder", other}, {"side", 256}});
    };
    const int early = ask({{"op", "assistant-mask"}, {"path", picture}, {"points", {{30, 30, 1}}}});
    const std::vector<int> refused = {open(constant, decoder),
                                      open(encoder, wrong),
                                      open(broken, decoder),
                                      open(encoder, encoder),
                                      open(folder + "/none.pt", decoder),
                                      open(picture, decoder)};
    const int opened = open(encoder, decoder);
    const int embedded = ask({{"op", "assistant-embed"}, {"pictures", {picture, folder + "/none.png"}}});
    const int byPoint = ask({{"op", "assistant-mask"}, {"path", picture}, {"points", {{30, 30, 1}}}});
    const int byBox = ask({{"op", "assistant-mask"}, {"path", picture}, {"box", {19, 14, 40, 36}}});
    const int without = ask({{"op", "assistant-mask"}, {"path", picture}});
    const int badPoint = ask({{"op", "assistant-mask"}, {"path", picture}, {"points", {{1, 2}}}});
    const int slow =
        ask({{"op", "assistant-open"}, {"encoder", encoder}, {"decoder", decoder}, {"side", 256}, {"seconds", 0}});
    const std::vector<Json> lines = talk(text + "{\"id\": 99, \"op\": \"quit\"}\n");
    LW_EQUAL(errorCode(answerTo(lines, early)), "InvalidArgument");
    for (const int each : refused) {
        LW_CHECK(errorCode(answerTo(lines, each)) != "none");
    }
    LW_EQUAL(errorCode(answerTo(lines, refused[0])), "Mismatch");
    LW_EQUAL(errorCode(answerTo(lines, refused[1])), "Mismatch");
    LW_EQUAL(errorCode(answerTo(lines, refused[2])), "Mismatch");
    LW_EQUAL(answerTo(lines, opened)["result"]["channels"].get<int>(), 3);
    LW_EQUAL(answerTo(lines, embedded)["result"]["done"].get<int>(), 1);
    LW_EQUAL(answerTo(lines, embedded)["result"]["broken"].size(), std::size_t(1));
    for (const int each : {byPoint, byBox}) {
        const Json answer = answerTo(lines, each)["result"];
        LW_CHECK(std::abs(answer["mask"]["x"].get<int>() - 19) < 3);
        LW_CHECK(std::abs(answer["mask"]["y"].get<int>() - 14) < 3);
        LW_CHECK(std::abs(answer["mask"]["width"].get<int>() - 40) < 5);
        LW_CHECK(std::abs(answer["mask"]["height"].get<int>() - 36) < 5);
        LW_CHECK(std::abs(answer["confidence"].get<double>() - 0.8) < 1e-6);
        LW_CHECK(answer["polygon"][0].size() >= 4);
    }
    LW_EQUAL(errorCode(answerTo(lines, without)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, badPoint)), "InvalidArgument");
    LW_EQUAL(errorCode(answerTo(lines, slow)), "Unsupported");
}

LW_TEST(twoStageDetectorIsTrainedSavedAndStartedFrom)
{
    const std::string pictures = freshFolder();
    Json job = detectionJob(pictures, 5);
    job["net"] = "fasterrcnn_resnet18_fpn";
    job["options"] = {{"steps", 3},       {"width", 64},  {"height", 64},       {"batch", 2},
                      {"validations", 1}, {"threads", 1}, {"regionSamples", 16}};
    const std::string folder = jobFolder(job);
    LW_EQUAL(runJobFolder(folder), 0);
    Json prediction = job;
    prediction["kind"] = "predict";
    prediction["model"] = folder + "/output/model.safetensors";
    std::vector<std::string> said;
    for (int round = 0; round < 2; ++round) {
        const std::string second = jobFolder(prediction);
        LW_EQUAL(runJobFolder(second), 0);
        said.push_back(textOf(second + "/output/predictions.jsonl"));
    }
    LW_CHECK(!said[0].empty());
    LW_EQUAL(said[0], said[1]);
    job["weights"] = folder + "/output/model.safetensors";
    job["classes"] = {"red", "blue", "green"}; // another last layer
    const std::string third = jobFolder(job);
    LW_EQUAL(runJobFolder(third), 0);
    LW_CHECK(textOf(third + "/log.txt").find("Started from a model") != std::string::npos);
    job["weights"] = sharedData("models/fastestdet/shufflenetv2.pth");
    LW_EQUAL(runJobFolder(jobFolder(job)), 1);
}

LW_TEST(publishedDetectorFilesStartTwoStageDetectors)
{
    const std::string pictures = freshFolder();
    Json job = detectionJob(pictures, 4);
    job["net"] = "fasterrcnn_resnet18_fpn";
    job["options"] = {{"steps", 1},       {"width", 64},  {"height", 64},       {"batch", 2},
                      {"validations", 1}, {"threads", 1}, {"regionSamples", 16}};
    // As torchvision writes them: plain tensors of 90 classes, the older version with other names in the pyramid.
    const Result<Model> published =
        makeModel(ModelKind::Detector, "fasterrcnn_resnet18_fpn", std::vector<std::string>(90, "thing"));
    LW_GOOD(published);
    for (const bool isOld : {false, true}) {
        std::vector<NamedTensor> tensors;
        const NetState state = stateOf(published->net());
        for (std::size_t i = 0; i < state.names.size(); ++i) {
            std::string name = state.names[i];
            if (isOld && name.compare(0, 18, "rpn.head.conv.0.0.") == 0) {
                name.erase(13, 4);
            } else if (isOld && name.compare(0, 13, "backbone.fpn.") == 0) {
                name.erase(name.rfind(".0."), 2);
            }
            tensors.push_back({name, state.tensors[i]});
        }
        job["weights"] = pictures + (isOld ? "/old.safetensors" : "/new.safetensors");
        LW_GOOD(writeSafetensors(job["weights"], tensors, {}));
        const std::string folder = jobFolder(job);
        LW_EQUAL(runJobFolder(folder), 0);
        LW_CHECK(textOf(folder + "/log.txt").find("Started from a detector") != std::string::npos);
        LW_CHECK(textOf(folder + "/log.txt").find("input rgb-imagenet") != std::string::npos);
    }
}

LW_TEST(segmentersTakeWhatPeopleGiveThem)
{
    // One class, a picture with transparency, one of 16 bits, a map of another size than its picture, one that is gone.
    const std::string pictures = freshFolder();
    Json job = maskJob(pictures, "segmentation", 8);
    job["classes"] = {"thing"};
    for (Json& each : job["pictures"]) {
        each["masks"][0]["label"] = 0;
    }
    cv::Mat picture = cv::imread(pictures + "/1.png");
    cv::Mat clear;
    cv::cvtColor(picture, clear, cv::COLOR_BGR2BGRA);
    cv::imwrite(pictures + "/1.png", clear);
    picture = cv::imread(pictures + "/2.png");
    cv::Mat deep;
    picture.convertTo(deep, CV_16UC3, 257);
    cv::imwrite(pictures + "/2.png", deep);
    cv::Mat map(48, 64, CV_8UC1, cv::Scalar(0));
    cv::rectangle(map, cv::Rect(5, 4, 20, 18), cv::Scalar(1), cv::FILLED);
    cv::imwrite(pictures + "/map.png", map);
    job["pictures"][0].erase("masks");
    job["pictures"][0]["map"] = pictures + "/map.png";
    std::filesystem::remove(pictures + "/3.png");
    job["options"]["steps"] = 40;
    const std::string folder = jobFolder(job);
    LW_EQUAL(runJobFolder(folder), 0);
    const Result<Json> trained = readJson(folder + "/output/result.json");
    LW_GOOD(trained);
    LW_CHECK((*trained)["best"]["miou"].get<double>() > 0.3);
    // Weights of another network, and a model of another task.
    for (const char* net : {"resnet18", "mobilenet_v3_small"}) {
        Json other = job;
        other["net"] = net;
        other["weights"] = sharedData("models/fastestdet/shufflenetv2.pth");
        const std::string failed = jobFolder(other);
        LW_EQUAL(runJobFolder(failed), 1);
        LW_CHECK(!status(failed)["error"]["text"].get<std::string>().empty());
    }
    Json mixed = detectionJob(pictures, 3);
    mixed["kind"] = "predict";
    mixed["model"] = folder + "/output/model.safetensors";
    const std::string refused = jobFolder(mixed);
    LW_EQUAL(runJobFolder(refused), 1);
    LW_CHECK(status(refused)["error"]["text"].get<std::string>().find("another task") != std::string::npos);
}

LW_TEST(badMasksAreRefusedWithTheirPicture)
{
    const std::string pictures = freshFolder();
    const Json good = maskJob(pictures, "segmentation", 4);
    const auto failing = [&](const std::function<void(Json&)>& spoil) {
        Json job = good;
        spoil(job);
        const std::string folder = jobFolder(job);
        LW_EQUAL(runJobFolder(folder), 1);
        return status(folder)["error"]["text"].get<std::string>();
    };
    const auto has = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
    const auto spoilt = [&](const char* name, const Json& value) {
        return failing([&](Json& job) { job["pictures"][1]["masks"][0] = {{"label", 0}, {name, value}}; });
    };
    LW_CHECK(has(spoilt("polygon", {{1, 2}, {3, 4}}), "three points"));
    LW_CHECK(has(spoilt("polygon", {{1, 2}, {3, 4}, {"a", 1}}), "two numbers"));
    LW_CHECK(has(spoilt("polygon", {{1, 2}, {3, 4}, {1e9, 1}}), "far away"));
    LW_CHECK(has(spoilt("mask", {{"width", 2}, {"height", 2}, {"runs", {1, 9}}}), "1.png"));
    LW_CHECK(has(spoilt("mask", {{"width", 60000}, {"height", 60000}, {"runs", {1, 9}}}), "impossible"));
    LW_CHECK(has(spoilt("mask", {{"width", 2}, {"height", 2}, {"runs", {-1}}}), "whole numbers"));
    LW_CHECK(has(spoilt("nothing", 1), "neither"));
    LW_CHECK(has(failing([](Json& job) { job["pictures"][1]["masks"][0]["label"] = 2; }), "among the classes"));
    LW_CHECK(has(failing([&](Json& job) { job["pictures"][1]["map"] = pictures + "/0.png"; }), "8-bit"));
    LW_CHECK(has(failing([](Json& job) {
                     job["task"] = "contour";
                     job["pictures"][1]["masks"][0]["polygon"] = {{1.1, 1.1}, {1.2, 1.1}, {1.1, 1.2}};
                     job["pictures"][1]["masks"][0].erase("mask");
                 }),
                 "no pixels"));
}

LW_TEST(classifierIsTrainedStoppedAndResumed)
{
    const std::string pictures = freshFolder();
    Json list = Json::array();
    for (int i = 0; i < 12; ++i) {
        list.push_back({{"path", drawn(pictures, i)}, {"label", i % 2}, {"part", i < 8 ? "train" : "validation"}});
    }
    LW_GOOD(replaceFile(pictures + "/broken.png", "broken"));
    list.push_back({{"path", pictures + "/broken.png"}, {"label", 0}});
    const Json job = {{"kind", "train"},
                      {"task", "classification"},
                      {"net", "cifar_resnet20"},
                      {"classes", {"red", "blue"}},
                      {"pictures", list},
                      {"options", {{"steps", 30}, {"side", 32}, {"batch", 8}, {"validations", 3}, {"colour", 0.1}}}};
    const std::string folder = jobFolder(job);
    // The request to stop comes from the outside, as soon as the job has begun.
    std::thread watcher([&] {
        while (!std::filesystem::exists(folder + "/metrics.jsonl")) {
            std::this_thread::yield();
        }
        std::ofstream(folder + "/stop") << "";
    });
    const int code = runJobFolder(folder);
    watcher.join();
    LW_EQUAL(code, 3);
    LW_EQUAL(status(folder)["state"].get<std::string>(), "stopped");
    LW_EQUAL(runJobFolder(folder), 0);
    LW_CHECK(textOf(folder + "/log.txt").find("Resumed at step") != std::string::npos);
    const Result<Json> result = readJson(folder + "/output/result.json");
    LW_GOOD(result);
    LW_EQUAL((*result)["steps"].get<int>(), 30);
    LW_CHECK((*result)["best"]["accuracy"].get<double>() > 0.7);
}

LW_TEST(detectorsInputHasThePicturesShape)
{
    Json job = detectionJob(freshFolder(), 4); // pictures of 128 x 96
    job["options"] = {{"cpuSeconds", 0.01}, {"batch", 2}, {"validations", 1}, {"threads", 1}, {"side", 160}};
    const std::string folder = jobFolder(job);
    LW_EQUAL(runJobFolder(folder), 0);
    const Result<Model> model = openModel(folder + "/output/model.safetensors");
    LW_GOOD(model);
    LW_EQUAL(model->width, 160);
    LW_EQUAL(model->height, 128);
    const Result<Json> result = readJson(folder + "/output/result.json");
    LW_GOOD(result);
    LW_EQUAL((*result)["steps"].get<int>(), 1); // the first one has used all of the CPU time
}

LW_TEST(badJobsFailWithASentence)
{
    const std::string pictures = freshFolder();
    Json good = detectionJob(pictures, 4);
    const auto failing = [&](const std::function<void(Json&)>& spoil) {
        Json job = good;
        spoil(job);
        const std::string folder = jobFolder(job);
        LW_EQUAL(runJobFolder(folder), 1);
        LW_EQUAL(status(folder)["state"].get<std::string>(), "failed");
        return status(folder)["error"]["text"].get<std::string>();
    };
    const auto has = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
    LW_CHECK(has(failing([](Json& job) { job["kind"] = "dance"; }), "dance"));
    LW_CHECK(has(failing([](Json& job) { job["format"] = 2; }), "newer"));
    LW_CHECK(has(failing([](Json& job) { job["task"] = "cooking"; }), "cooking"));
    LW_CHECK(has(failing([](Json& job) { job["net"] = "resnet19"; }), "resnet19"));
    LW_CHECK(has(failing([](Json& job) { job["classes"] = Json::array(); }), "label"));
    LW_CHECK(has(failing([](Json& job) { job["pictures"][0]["objects"][0]["label"] = 2; }), "0.png"));
    LW_CHECK(has(failing([](Json& job) { job["pictures"][0]["objects"][0]["width"] = 0; }), "area"));
    LW_CHECK(has(failing([](Json& job) { job["pictures"][0]["objects"][0]["x"] = "left"; }), "“x”"));
    LW_CHECK(has(failing([](Json& job) { job["options"]["width"] = 100; }), "32"));
    LW_CHECK(has(failing([](Json& job) { job["options"]["device"] = "cuda:77"; }), "not there"));
    LW_CHECK(has(failing([](Json& job) { job["options"]["steps"] = 0; }), "limit"));
    LW_CHECK(has(failing([](Json& job) { job["pictures"] = Json::array(); }), "two labelled"));
    LW_CHECK(has(failing([](Json& job) { job["weights"] = "/none.pth"; }), "none.pth"));
    LW_CHECK(has(failing([](Json& job) {
                     job["kind"] = "predict";
                     job["model"] = job["pictures"][0]["path"];
                 }),
                 "no weight file"));
    LW_EQUAL(runJobFolder(freshFolder()), 2);
    const std::string nonsense = freshFolder();
    LW_GOOD(replaceFile(nonsense + "/job.json", "{"));
    LW_EQUAL(runJobFolder(nonsense), 2);
}

LW_TEST(jobThatRunsIsNotStartedTwice)
{
    const std::string folder = jobFolder({{"kind", "train"}});
    const Result<std::unique_ptr<JobFolder>> first = JobFolder::open(folder);
    LW_GOOD(first);
    LW_FAILS(JobFolder::open(folder), ErrorCode::InvalidArgument, "running already");
}

LW_TEST(errorsMessageSurvivesBrokenTexts)
{
    LW_EQUAL(jsonLine(Json("a\xff")), "\"a\xef\xbf\xbd\"");
}
