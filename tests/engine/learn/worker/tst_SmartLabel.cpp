// SPDX-License-Identifier: GPL-3.0-or-later
//! Jobs of smart labelling: what they propose, what they leave out, and that a stopped one goes on.
#include "engine/learn/base/Files.h"
#include "engine/learn/worker/Job.h"
#include "engine/learn/worker/SmartThings.h"
#include "tests/engine/learn/support/Check.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <torch/torch.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace lw::learn;
using namespace lw::learn::tests;

namespace {

/// Red rectangles (class 0) and blue discs (class 1) in turn; the object lies where `place` says.
cv::Rect placeOf(int i)
{
    return {10 + i % 10 * 3, 8 + i % 10 * 2, 40, 36};
}

std::string drawn(const std::string& folder, int i)
{
    cv::Mat picture(96, 128, CV_8UC3, i % 2 == 0 ? cv::Scalar(70, 70, 70) : cv::Scalar(170, 150, 140));
    if (i % 2 == 0) {
        cv::rectangle(picture, placeOf(i), cv::Scalar(20, 20, 240), cv::FILLED);
    } else {
        cv::circle(picture, (placeOf(i).tl() + placeOf(i).br()) / 2, 18, cv::Scalar(240, 20, 20), cv::FILLED);
    }
    const std::string path = folder + "/" + std::to_string(i) + ".png";
    cv::imwrite(path, picture);
    return path;
}

/// The object's outline, as job files have it.
Json outlineOf(int i)
{
    const cv::Rect place = placeOf(i);
    std::vector<cv::Point> ring{place.tl(), {place.x + place.width, place.y}, place.br(), {place.x, place.y + place.height}};
    if (i % 2 != 0) {
        cv::ellipse2Poly((place.tl() + place.br()) / 2, cv::Size(18, 18), 0, 0, 350, 10, ring);
    }
    Json points = Json::array();
    for (const cv::Point& each : ring) {
        points.push_back({each.x, each.y});
    }
    return points;
}

/// A job whose first `labelled` pictures of `count` have labels; ids are 100 and on.
struct SmartJob {
    SmartJob(const std::string& task, const std::string& mode, int count, int labelled)
    {
        std::filesystem::create_directory(folder + "/job");
        for (int i = 0; i < count; ++i) {
            Json picture = {{"id", 100 + i}, {"path", drawn(folder, i)}};
            if (i < labelled && task == "classification") {
                picture["label"] = i % 2;
            } else if (i < labelled && task == "segmentation") {
                picture["part"] = i < labelled / 4 ? "validation" : "train";
                picture["masks"] = Json::array({{{"polygon", outlineOf(i)}, {"label", i % 2}}});
            } else if (i < labelled) {
                picture["part"] = i < labelled / 4 ? "validation" : "train";
                picture["objects"] = Json::array({{{"x", placeOf(i).x},
                                                   {"y", placeOf(i).y},
                                                   {"width", placeOf(i).width},
                                                   {"height", placeOf(i).height},
                                                   {"label", i % 2}}});
            }
            job["pictures"].push_back(picture);
        }
        job.update({{"format", 1},
                    {"kind", "smart-label"},
                    {"task", task},
                    {"mode", mode},
                    {"classes", {"box", "disc"}},
                    {"lens", {{"net", "hand"}, {"side", 64}}},
                    {"store", folder + "/vectors"},
                    {"options", {{"threads", 1}, {"hardShare", 0.25}, {"query", 4}}}});
    }

    int run()
    {
        std::ofstream(folder + "/job/job.json") << job.dump();
        return runJobFolder(folder + "/job");
    }
    Json result() const { return *readJson(folder + "/job/output/result.json"); }
    Json status() const { return *readJson(folder + "/job/status.json"); }
    std::map<int, Json> proposals() const
    {
        std::map<int, Json> list;
        std::ifstream lines(folder + "/job/output/proposals.jsonl");
        for (std::string line; std::getline(lines, line);) {
            Json each = Json::parse(line);
            list[each.at("id").get<int>()] = each;
        }
        return list;
    }

    std::string folder = freshFolder();
    Json job = {{"pictures", Json::array()}};
};

} // namespace

LW_TEST(classesAreProposedForWhatIsOpen)
{
    for (const char* mode : {"fast", "precise"}) {
        SmartJob job("classification", mode, 40, 12);
        LW_EQUAL(job.run(), 0);
        const auto proposals = job.proposals();
        LW_EQUAL(proposals.size(), std::size_t(28));
        int hard = 0;
        for (const auto& [id, said] : proposals) {
            LW_CHECK(id >= 112);
            LW_EQUAL(said.at("label").get<int>(), id % 2);
            LW_CHECK(said.at("confidence").get<double>() > 0.5);
            const double hardness = said.at("hardness").get<double>();
            LW_CHECK(hardness >= 0 && hardness <= 1);
            const int reason = said.at("reasons").at(0).get<int>();
            // Views are compared in the precise mode only.
            LW_CHECK(reason == 2 || reason == 4 || reason == (std::string(mode) == "fast" ? 1 : 3));
            hard += said.at("isHard").get<bool>() ? 1 : 0;
        }
        LW_EQUAL(hard, 7);
        const Json result = job.result();
        LW_EQUAL(result.at("labelled").get<int>(), 12);
        LW_EQUAL(result.at("metric").get<std::string>(), std::string("accuracy"));
        LW_CHECK(result.at("quality").get<double>() > 0.9);
        LW_EQUAL(result.at("next").size(), std::size_t(4));
        std::set<int> next;
        for (const Json& id : result.at("next")) {
            LW_CHECK(id.get<int>() >= 112);
            next.insert(id.get<int>());
        }
        LW_EQUAL(next.size(), std::size_t(4));
    }
}

LW_TEST(unreadablePicturesAreListedAndTheRestGoesOn)
{
    SmartJob job("classification", "fast", 24, 12);
    std::ofstream(job.folder + "/15.png") << "no picture";
    std::filesystem::remove(job.folder + "/3.png");
    LW_EQUAL(job.run(), 0);
    LW_EQUAL(job.proposals().size(), std::size_t(11));
    LW_CHECK(job.proposals().count(115) == 0);
    const Json unreadable = job.result().at("unreadable");
    LW_EQUAL(unreadable.size(), std::size_t(2));
    for (const Json& each : unreadable) {
        LW_CHECK(each.at("id") == 103 || each.at("id") == 115);
        LW_CHECK(!each.at("text").get<std::string>().empty());
    }
    LW_EQUAL(job.result().at("labelled").get<int>(), 11);
}

LW_TEST(refusedClassesAreNotProposedAgain)
{
    SmartJob job("classification", "fast", 24, 12);
    job.job["pictures"][20]["refused"] = {0};
    job.job["pictures"][22]["refused"] = {0, 1};
    LW_EQUAL(job.run(), 0);
    LW_EQUAL(job.proposals().at(120).at("label").get<int>(), 1);
    // Where all are refused, what is likeliest is said: whoever writes it leaves it out.
    LW_EQUAL(job.proposals().at(122).at("label").get<int>(), 0);
}

LW_TEST(proposalsBelowTheLeastConfidenceAreNotMade)
{
    SmartJob job("classification", "fast", 24, 12);
    job.job["options"]["leastConfidence"] = 0.9999;
    LW_EQUAL(job.run(), 0);
    LW_EQUAL(job.proposals().size(), std::size_t(0));
}

LW_TEST(whatCannotBeLearnedIsRefusedWithASentence)
{
    const auto failsWith = [](SmartJob& job, const std::string& words) {
        LW_EQUAL(job.run(), 1);
        const std::string text = job.status().at("error").at("text").get<std::string>();
        LW_CHECK(text.find(words) != std::string::npos);
    };
    SmartJob oneClass("classification", "fast", 12, 6);
    for (int i = 0; i < 6; ++i) {
        oneClass.job["pictures"][std::size_t(i)]["label"] = 0;
    }
    failsWith(oneClass, "two labels");
    SmartJob allLabelled("classification", "fast", 8, 8);
    failsWith(allLabelled, "Every picture is labelled");
    SmartJob otherMode("classification", "slow", 8, 4);
    failsWith(otherMode, "slow");
    SmartJob noId("classification", "fast", 8, 4);
    noId.job["pictures"][2].erase("id");
    failsWith(noId, "no id");
    SmartJob noModel("classification", "model", 8, 4);
    noModel.job["model"] = noModel.folder + "/nothing.safetensors";
    failsWith(noModel, "nothing.safetensors");
}

LW_TEST(aSecondRunLooksAtNothingAgain)
{
    SmartJob job("classification", "precise", 30, 12);
    LW_EQUAL(job.run(), 0);
    const auto first = job.proposals();
    const auto written = std::filesystem::last_write_time(job.folder + "/vectors");
    LW_EQUAL(job.run(), 0);
    LW_CHECK(first == job.proposals());
    LW_CHECK(written == std::filesystem::last_write_time(job.folder + "/vectors"));
}

LW_TEST(masksAreProposedBySegmentersTrainedOnTheWay)
{
    SmartJob job("segmentation", "precise", 34, 24);
    job.job["net"] = "shufflenet_v2_series_x0_5";
    job.job["options"].update({{"steps", 60}, {"width", 128}, {"height", 96}, {"batch", 4}, {"validations", 2}});
    LW_EQUAL(job.run(), 0);
    const Json result = job.result();
    LW_EQUAL(result.at("metric").get<std::string>(), std::string("miou"));
    LW_CHECK(result.at("quality").get<double>() > 0.5);
    const auto thresholds = result.at("thresholds").get<std::vector<double>>();
    LW_EQUAL(thresholds.size(), std::size_t(2));
    const auto proposals = job.proposals();
    LW_EQUAL(proposals.size(), std::size_t(10));
    int right = 0;
    for (const auto& [id, said] : proposals) {
        LW_CHECK(id >= 124);
        const Json& masks = said.at("masks");
        LW_CHECK(!masks.empty() || said.at("reasons").at(0) == 0);
        for (const Json& mask : masks) {
            const auto label = mask.at("label").get<std::size_t>();
            LW_CHECK(mask.at("score").get<double>() >= thresholds.at(label));
            LW_CHECK(!mask.at("polygon").empty() && !mask.at("mask").at("runs").empty());
            right += int(label) == id % 2 ? 1 : 0;
        }
    }
    LW_CHECK(right >= 8);
    LW_EQUAL(result.at("next").size(), std::size_t(4));
    // A model of the library looks on its own, and starts the next run.
    SmartJob byModel("segmentation", "model", 6, 0);
    byModel.job["model"] = job.folder + "/job/output/model.safetensors";
    LW_EQUAL(byModel.run(), 0);
    LW_EQUAL(byModel.proposals().size(), std::size_t(6));
    SmartJob warm("segmentation", "fast", 20, 12);
    warm.job["net"] = job.job["net"];
    warm.job["weights"] = byModel.job["model"];
    warm.job["options"].update({{"steps", 4}, {"width", 128}, {"height", 96}, {"batch", 4}, {"validations", 1}});
    LW_EQUAL(warm.run(), 0);
    LW_CHECK(warm.result().at("quality").get<double>() > 0.5);
}

LW_TEST(thresholdsOfMasksDivideRightFromWrong)
{
    const std::vector<Point> square{{10, 10}, {50, 10}, {50, 50}, {10, 50}};
    const SegmentationSample truth{0, {{0, {square}, nullptr}}, nullptr};
    const auto said = [](double score, int x) {
        const Json mask = {{"x", x}, {"y", 10}, {"width", 40}, {"height", 40}, {"runs", {0U, 1600U}}};
        return Json{{"label", 0}, {"score", score}, {"mask", mask}};
    };
    Thresholds thresholds(2);
    thresholds.add(truth, {{"width", 100}, {"height", 80}, {"masks", {said(0.8, 12), said(0.5, 55)}}});
    const std::vector<double> values = thresholds.values();
    LW_CHECK(std::abs(values[0] - 0.65) < 1e-9);
    LW_CHECK(values[1] > 0.2 && values[1] < 0.5); // nothing was known of it
}

LW_TEST(mirroredMasksAgreeWhereTheyCoverTheSame)
{
    const auto mask = [](int x, int label) {
        return Json{{"label", label},
                    {"score", 0.9},
                    {"mask", {{"x", x}, {"y", 10}, {"width", 40}, {"height", 40}, {"runs", {0U, 1600U}}}}};
    };
    const Json plain = mask(10, 0);
    const Json turned = mask(50, 0);
    const Json other = mask(50, 1);
    LW_EQUAL(maskDisagreement({&plain}, {&turned}, 100, 80), 0.0);
    LW_EQUAL(maskDisagreement({&plain}, {&other}, 100, 80), 1.0);
    LW_EQUAL(maskDisagreement({&plain}, {}, 100, 80), 1.0);
    LW_EQUAL(maskDisagreement({}, {}, 100, 80), 0.0);
}

LW_TEST(oneThingIsProposedOnce)
{
    const auto box = [](double x, double score, int label) {
        return Json{{"x", x}, {"y", 0}, {"width", 100}, {"height", 50}, {"score", score}, {"label", label}};
    };
    const Json cup = box(0, 0.4, 0);
    const Json sameAsGlass = box(10, 0.7, 1);
    const Json beside = box(70, 0.3, 0);
    std::vector<const Json*> boxes{&cup, &sameAsGlass, &beside};
    keepSurest(boxes);
    LW_CHECK(boxes.size() == 2);
    LW_CHECK(boxes.front() == &sameAsGlass);
    LW_CHECK(boxes.back() == &beside);
}

LW_TEST(objectsAreProposedByADetectorTrainedOnTheWay)
{
    SmartJob job("detection", "precise", 34, 24);
    job.job["net"] = "shufflenet_v2_series_x0_5";
    job.job["options"].update({{"steps", 30}, {"width", 64}, {"height", 64}, {"batch", 4}, {"validations", 2}, {"mosaic", 0}});
    LW_EQUAL(job.run(), 0);
    const auto proposals = job.proposals();
    LW_EQUAL(proposals.size(), std::size_t(10));
    const Json result = job.result();
    LW_EQUAL(result.at("metric").get<std::string>(), std::string("map50"));
    LW_EQUAL(result.at("thresholds").size(), std::size_t(2));
    for (const auto& [id, said] : proposals) {
        LW_CHECK(id >= 124);
        const Json& objects = said.at("objects");
        LW_CHECK(!objects.empty() || said.at("reasons").at(0) == 0);
        for (const Json& object : objects) {
            const auto label = object.at("label").get<std::size_t>();
            LW_CHECK(object.at("score").get<double>() >= result.at("thresholds").at(label).get<double>());
        }
    }
    // What was learned is there for the next run, and is not learned twice.
    const std::string model = job.folder + "/job/output/model.safetensors";
    const auto written = std::filesystem::last_write_time(model);
    std::filesystem::remove(job.folder + "/job/output/proposals.jsonl");
    LW_EQUAL(job.run(), 0);
    LW_CHECK(written == std::filesystem::last_write_time(model));
    LW_EQUAL(job.proposals().size(), std::size_t(10));
    // And it says what it sees without learning more; classes that the job does not have are left out.
    SmartJob other("detection", "model", 8, 0);
    other.job["model"] = model;
    other.job["classes"] = {"disc", "triangle"};
    other.job["options"]["leastConfidence"] = 0.06;
    LW_EQUAL(other.run(), 0);
    LW_EQUAL(other.proposals().size(), std::size_t(8));
    for (const auto& each : other.proposals()) {
        for (const Json& object : each.second.at("objects")) {
            LW_EQUAL(object.at("label").get<int>(), 0);
        }
    }
    other.job["classes"] = {"square", "triangle"};
    LW_EQUAL(other.run(), 1);
}
