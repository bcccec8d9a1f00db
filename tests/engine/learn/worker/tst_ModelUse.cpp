// SPDX-License-Identifier: GPL-3.0-or-later
//! Models of the library at work: described, imported, evaluated; and what a job tells of the machine.
#include "engine/learn/base/Files.h"
#include "engine/learn/worker/DescribedModel.h"
#include "engine/learn/worker/Job.h"
#include "engine/learn/worker/JobFolder.h"
#include "engine/learn/worker/OpenCvPictures.h"
#include "engine/learn/worker/SampleVerdict.h"
#include "engine/learn/worker/SystemMeter.h"
#include "engine/learn/worker/ThreadShare.h"
#include "tests/engine/learn/support/Check.h"

#include <opencv2/imgcodecs.hpp>
#include <torch/script.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include <sys/mount.h>
#include <sys/stat.h>

using namespace lw::learn;
using lw::learn::tests::freshFolder;
using lw::learn::tests::sharedData;

namespace {

/// A picture of one colour: number 0 is red, 1 green, 2 blue.
std::string coloured(const std::string& folder, int number, int colour, int side = 48)
{
    cv::Scalar bgr(30, 30, 30);
    bgr[2 - colour] = 150 + 10 * number;
    const std::string path = folder + '/' + std::to_string(number) + "-" + std::to_string(colour) + ".png";
    cv::imwrite(path, cv::Mat(side + number, side, CV_8UC3, bgr));
    return path;
}

std::string written(const std::string& path, const Json& json)
{
    LW_GOOD(replaceFile(path, jsonLine(json)));
    return path;
}

/// A network of its own program: the mean of each channel is its class's score.
std::string scriptModel(const std::string& folder, const Json& classes)
{
    torch::jit::Module module("Means");
    module.define("def forward(self, x):\n    return x.mean([2, 3]) * 20.0\n");
    module.save(folder + "/model.pt");
    return written(folder + "/model.json", {{"file", "model.pt"},
                                            {"net", "torchscript"},
                                            {"classes", classes},
                                            {"width", 32},
                                            {"height", 32},
                                            {"convention", "rgb"}});
}

Json colourJob(const std::string& folder, const std::string& model, const std::string& kind)
{
    Json pictures = Json::array();
    for (int i = 0; i < 9; ++i) {
        // One is labelled wrongly.
        const int label = i == 4 ? 0 : i % 3;
        pictures.push_back({{"path", coloured(folder, i, i % 3)}, {"id", 100 + i}, {"label", label}});
    }
    return {{"format", 1},
            {"kind", kind},
            {"task", "classification"},
            {"model", model},
            {"classes", {"red", "green", "blue"}},
            {"pictures", pictures},
            {"options", {{"threads", 1}}}};
}

std::string folderOf(const Json& job)
{
    const std::string folder = freshFolder();
    written(folder + "/job.json", job);
    return folder;
}

Json read(const std::string& path)
{
    const Result<Json> value = readJson(path);
    LW_GOOD(value);
    return *value;
}

std::string describedCifar(const std::string& weights, const std::string& net)
{
    const std::string folder = freshFolder();
    std::filesystem::copy_file(sharedData("models/resnet_cifar10/" + weights), folder + "/model.th");
    const Json classes = {"airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"};
    return written(folder + "/model.json", {{"file", "model.th"},
                                            {"net", net},
                                            {"classes", classes},
                                            {"width", 32},
                                            {"height", 32},
                                            {"convention", "rgb-imagenet"}});
}

/// Right answers of an evaluation job over the CIFAR test pictures.
int rightOnCifar(const std::string& model)
{
    const Json classes = read(model)["classes"];
    Json pictures = Json::array();
    for (std::size_t label = 0; label < classes.size(); ++label) {
        const std::string folder = sharedData("images/cifar10_test/" + classes[label].get<std::string>());
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            pictures.push_back({{"path", entry.path().string()}, {"label", label}});
        }
    }
    const std::string folder = folderOf({{"kind", "evaluate"},
                                         {"task", "classification"},
                                         {"model", model},
                                         {"classes", classes},
                                         {"pictures", pictures},
                                         {"options", {{"threads", 1}}}});
    LW_EQUAL(runJobFolder(folder), 0);
    int right = 0;
    const Json result = read(folder + "/output/result.json");
    for (const Json& row : result["matrix"]["classes"]) {
        right += row["right"].get<int>();
    }
    return right;
}

TrueBox box(int label, double x, double y)
{
    return {0, label, {x, y, 10, 10}, 100, false};
}

DetectedBox said(int label, double x, double y, double score)
{
    return {0, label, {x, y, 10, 10}, score};
}

bool has(const Verdict& verdict, const char* reason)
{
    return std::find(verdict.reasons.begin(), verdict.reasons.end(), reason) != verdict.reasons.end();
}

} // namespace

LW_TEST(importedNetworksReachTheirFiguresAsJobs)
{
    LW_EQUAL(rightOnCifar(describedCifar("resnet20-12fca82f.th", "cifar_resnet20")), 160);
    LW_EQUAL(rightOnCifar(describedCifar("resnet32-d509ac18.th", "cifar_resnet32")), 170);
}

LW_TEST(weightsOfAnotherNetworkAreRefused)
{
    const std::string model = describedCifar("resnet20-12fca82f.th", "cifar_resnet32");
    LW_FAILS(openModel(model), ErrorCode::Mismatch, "");
    const std::string folder = std::filesystem::path(model).parent_path().string();
    Json description = read(model);
    description["net"] = "cifar_resnet20";
    description["classes"].erase(0);
    LW_FAILS(openModel(written(folder + "/few.json", description)), ErrorCode::Mismatch, "labels");
    description["file"] = "../../../etc/passwd";
    LW_FAILS(openModel(written(folder + "/outside.json", description)), ErrorCode::NotFound, "passwd");
}

LW_TEST(scriptsAnswerAndAreEvaluated)
{
    const std::string folder = freshFolder();
    const std::string model = scriptModel(folder, {"red", "green", "blue"});
    const std::string job = folderOf(colourJob(folder, model, "evaluate"));
    LW_EQUAL(runJobFolder(job), 0);
    const Json result = read(job + "/output/result.json");
    LW_EQUAL(result["matrix"]["counts"][0][1].get<int>(), 1);
    LW_CHECK(std::abs(result["summary"]["accuracy"].get<double>() - 8.0 / 9) < 1e-9);
    // Each cell names all its pictures, the right ones too.
    std::size_t inCells = 0;
    for (const Json& cell : result["cells"]) {
        inCells += cell[2].size();
        LW_EQUAL(cell[2].size(), result["matrix"]["counts"][cell[0].get<std::size_t>()][cell[1].get<std::size_t>()].get<std::size_t>());
        if (cell[0] == 0 && cell[1] == 1) {
            LW_EQUAL(cell[2][0].get<int>(), 104);
        }
    }
    LW_EQUAL(inCells, std::size_t(9));
    // The wrong label is the worst sample.
    LW_EQUAL(result["samples"].size(), std::size_t(1));
    LW_EQUAL(result["samples"][0]["id"].get<int>(), 104);
    LW_EQUAL(result["samples"][0]["reasons"][0].get<std::string>(), "wrong");
    LW_EQUAL(result["samples"][0]["true"].get<int>(), 0);
    LW_EQUAL(result["samples"][0]["said"].get<int>(), 1);
    std::set<std::string> features;
    for (const Json& each : result["sensitivity"]) {
        features.insert(each["feature"].get<std::string>());
        std::size_t samples = 0;
        double most = -1e300;
        for (const Json& group : each["groups"]) {
            LW_CHECK(group["least"].get<double>() >= most);
            most = group["most"].get<double>();
            samples += group["samples"].get<std::size_t>();
        }
        LW_EQUAL(samples, std::size_t(9));
    }
    LW_CHECK(features == (std::set<std::string>{"brightness", "sharpness", "saturation", "pixels", "aspect"}));
}

LW_TEST(scriptsThatDoNotFitAreRefused)
{
    const std::string folder = freshFolder();
    const std::string model = scriptModel(folder, {"red", "green"});
    LW_FAILS(openModel(model), ErrorCode::Mismatch, "3 outputs");
    torch::jit::Module square("Square");
    square.define("def forward(self, x):\n    return x * x\n");
    square.save(folder + "/square.pt");
    Result<ScriptNet> net = ScriptNet::open(folder + "/square.pt");
    LW_GOOD(net);
    LW_FAILS(countOutputs(*net, 32), ErrorCode::Mismatch, "row of numbers");
}

LW_TEST(evaluationWithoutLabelsIsRefused)
{
    const std::string folder = freshFolder();
    Json job = colourJob(folder, scriptModel(folder, {"red", "green", "blue"}), "evaluate");
    for (Json& picture : job["pictures"]) {
        picture.erase("label");
    }
    const std::string place = folderOf(job);
    LW_EQUAL(runJobFolder(place), 1);
    LW_EQUAL(read(place + "/status.json")["error"]["code"].get<std::string>(), "InvalidArgument");
    job["kind"] = "predict";
    const std::string predicting = folderOf(job);
    LW_EQUAL(runJobFolder(predicting), 0);
    LW_CHECK(std::filesystem::exists(predicting + "/output/predictions.jsonl"));
}

LW_TEST(boxesAreJudged)
{
    const std::vector<TrueBox> truth = {box(0, 0, 0), box(1, 100, 0)};
    const Verdict perfect = judge(0, truth, {said(0, 0, 0, 0.9), said(1, 100, 0, 0.8)}, 0.3);
    LW_EQUAL(perfect.score, 1.0);
    LW_CHECK(perfect.reasons.empty());
    LW_CHECK(has(judge(0, truth, {said(0, 0, 0, 0.9)}, 0.3), "missed"));
    LW_CHECK(has(judge(0, truth, {said(0, 0, 0, 0.9), said(0, 100, 0, 0.8)}, 0.3), "wrong"));
    LW_CHECK(has(judge(0, truth, {said(0, 50, 50, 0.9)}, 0.3), "extra"));
    LW_CHECK(has(judge(0, truth, {said(0, 3, 0, 0.9), said(1, 100, 0, 0.8)}, 0.3), "misplaced"));
    // What is too unsure counts as unsaid; an empty picture without answers is right.
    LW_CHECK(has(judge(0, truth, {said(0, 0, 0, 0.2), said(1, 100, 0, 0.9)}, 0.3), "missed"));
    LW_EQUAL(judge(0, std::vector<TrueBox>(), {}, 0.3).score, 1.0);
    LW_EQUAL(judge(0, truth, std::vector<DetectedBox>(), 0.3).score, 0.0);
}

LW_TEST(jobsFollowTheWishForThreads)
{
    const std::string path = folderOf({{"kind", "train"}});
    const Result<std::unique_ptr<JobFolder>> folder = JobFolder::open(path);
    LW_GOOD(folder);
    at::set_num_threads(2);
    std::ofstream(path + "/threads") << "1\n";
    ThreadShare isFixed(**folder, true);
    isFixed.follow();
    LW_EQUAL(at::get_num_threads(), 2);
    ThreadShare share(**folder, false);
    share.follow();
    LW_EQUAL(at::get_num_threads(), 1);
}

LW_TEST(jobsTellWhatTheyTakeOfTheMachine)
{
    const std::string path = folderOf({{"kind", "train"}});
    const Result<std::unique_ptr<JobFolder>> folder = JobFolder::open(path);
    LW_GOOD(folder);
    const SystemMeter meter(**folder);
    while (!std::filesystem::exists(path + "/metrics.jsonl")) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::ifstream lines(path + "/metrics.jsonl");
    std::string line;
    LW_CHECK(bool(std::getline(lines, line)));
    const Result<Json> json = parseJson(line);
    LW_GOOD(json);
    LW_EQUAL((*json)["group"].get<std::string>(), "system");
    LW_CHECK((*json)["values"]["memory"].get<double>() > 1);
    LW_CHECK((*json)["values"]["cpu"].get<double>() >= 0);
}

LW_TEST(lookingWhetherAJobRunsDoesNotHinderIt)
{
    const std::string path = folderOf({{"kind", "train"}});
    // Somebody looks all the time.
    std::atomic<bool> isOver = false;
    std::thread watcher([&] {
        while (!isOver) {
            const std::string command = "flock --shared --nonblock '" + path + "/lock' true";
            if (std::system(command.c_str()) != 0) {
                std::this_thread::yield();
            }
        }
    });
    for (int i = 0; i < 5; ++i) {
        const Result<std::unique_ptr<JobFolder>> folder = JobFolder::open(path);
        isOver = isOver || i == 4 || !folder;
        if (!folder) {
            watcher.join();
        }
        LW_GOOD(folder);
    }
    watcher.join();
}

LW_TEST(aFullDiskIsASentenceAndTheJobGoesOnLater)
{
    const std::string path = freshFolder();
    if (::mount("tmpfs", path.c_str(), "tmpfs", 0, "size=6m") != 0) {
        tests::skip("only root may mount a small disk");
    }
    struct Unmount {
        std::string path;
        ~Unmount() { ::umount2(path.c_str(), MNT_DETACH); }
    };
    const Unmount unmount{path};
    const std::string pictures = freshFolder();
    Json job = colourJob(pictures, "", "train");
    job["net"] = "cifar_resnet20";
    job["options"] = {{"steps", 6}, {"side", 32}, {"batch", 4}, {"validations", 1}, {"threads", 1}};
    written(path + "/job.json", job);
    {
        std::ofstream filler(path + "/filler", std::ios::binary);
        filler << std::string(std::size_t(11) << 19, 'x');
    }
    LW_EQUAL(runJobFolder(path), 1);
    std::filesystem::remove(path + "/filler");
    LW_EQUAL(runJobFolder(path), 0);
    LW_CHECK(std::filesystem::exists(path + "/output/model.safetensors"));
}
