// SPDX-License-Identifier: GPL-3.0-or-later
//! Measures the networks: pictures per second forwards and in training, on the CPU or an accelerator. With --pictures it
//! measures how quickly files become batches instead.
#include "engine/learn/nets/NetList.h"
#include "engine/learn/train/AdamW.h"
#include "engine/learn/train/ClassifierTask.h"
#include "engine/learn/train/Device.h"
#ifdef LW_BENCHMARK_READS_PICTURES
#include "engine/learn/worker/OpenCvPictures.h"
#endif

#include <torch/cuda.h>
#include <torch/torch.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <functional>
#include <string>

namespace {

using namespace lw::learn;

struct Options {
    std::string device = "auto";
    std::string net;      ///< empty: all
    std::string pictures; ///< folder of JPEGs: the input pipeline is measured
    int threads = 1;
    int side = 224;
    int batch = 16;
    double seconds = 3;
};

struct Speed {
    double perSecond = 0;    ///< pictures per second of the clock
    double perCpuSecond = 0; ///< pictures per second of all threads' work
};

Speed measure(const Options& options, const c10::Device& device, const std::function<void()>& step)
{
    const auto wait = [&] {
        if (device.is_cuda()) {
            torch::cuda::synchronize(device.index());
        }
    };
    step();
    step();
    wait();
    const auto start = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    double seconds = 0;
    int steps = 0;
    while (seconds < options.seconds) {
        step();
        wait();
        ++steps;
        seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }
    const double pictures = double(steps) * options.batch;
    const double worked = double(std::clock() - cpu) / CLOCKS_PER_SEC;
    return {pictures / seconds, pictures / std::max(worked, 1e-9)};
}

void report(const char* what, const Speed& speed)
{
    std::printf("  %-9s %9.1f pictures/s %9.1f per CPU second\n", what, speed.perSecond, speed.perCpuSecond);
    std::fflush(stdout);
}

void measureNet(const NetEntry& entry, const Options& options, const c10::Device& device)
{
    const Result<std::shared_ptr<Backbone>> net = makeNet(entry.id, 10);
    if (!net) {
        std::printf("%s: %s\n", entry.id.c_str(), net.error().text.c_str());
        return;
    }
    placeNet(**net, device);
    const int side = entry.side == 32 ? 32 : options.side;
    std::printf("%s, %d pixels, batch %d\n", entry.title.c_str(), side, options.batch);
    const at::Tensor x =
        torch::rand({options.batch, 3, side, side}).contiguous(at::MemoryFormat::ChannelsLast).to(device);
    (*net)->eval();
    report("forwards", measure(options, device, [&] {
               const torch::NoGradGuard noGrad;
               const MixedPrecision precision(device);
               (*net)->scores(x);
           }));
    (*net)->train();
    AdamW optimiser({{(*net)->parameters(), 1, 1e-3}});
    const at::Tensor labels = torch::randint(10, {options.batch}).to(device);
    report("training", measure(options, device, [&] {
               optimiser.clearGradients();
               at::Tensor scores;
               {
                   const MixedPrecision precision(device);
                   scores = (*net)->scores(x).to(at::kFloat);
               }
               torch::nn::functional::cross_entropy(scores, labels).backward();
               optimiser.step(1e-3);
           }));
}

#ifdef LW_BENCHMARK_READS_PICTURES
/// Reads, crops, mirrors and colours pictures as the training of a classifier does, none of them kept.
int measurePipeline(const Options& options)
{
    std::vector<std::string> paths;
    for (const auto& each : std::filesystem::recursive_directory_iterator(options.pictures)) {
        if (each.path().extension() == ".jpg") {
            paths.push_back(each.path().string());
        }
    }
    if (paths.empty()) {
        std::fprintf(stderr, "There is no .jpg in %s.\n", options.pictures.c_str());
        return 1;
    }
    ClassifierSettings settings;
    settings.side = options.side;
    PictureCache cache(std::make_shared<OpenCvPictures>(paths), settings.side * 2, 0);
    Random random(1);
    std::size_t next = 0;
    const Speed speed = measure(options, c10::Device(c10::kCPU), [&] {
        std::vector<Picture> batch;
        for (int i = 0; i < options.batch; ++i) {
            if (const auto source = cache.get(next++ % paths.size())) {
                batch.push_back(randomCrop(**source, settings, random));
            }
        }
        networkInput(bytesOf(batch), settings.convention, c10::Device(c10::kCPU));
    });
    report("pipeline", speed);
    return 0;
}
#endif

} // namespace

int main(int count, char** arguments)
{
    restartWithPassiveThreads(arguments);
    Options options;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = arguments[i];
        const std::string value = arguments[i + 1];
        if (name == "--device") {
            options.device = value;
        } else if (name == "--net") {
            options.net = value;
        } else if (name == "--pictures") {
            options.pictures = value;
        } else if (name == "--threads") {
            options.threads = std::atoi(value.c_str());
        } else if (name == "--side") {
            options.side = std::max(32, std::atoi(value.c_str()));
        } else if (name == "--batch") {
            options.batch = std::max(2, std::atoi(value.c_str()));
        } else if (name == "--seconds") {
            options.seconds = std::atof(value.c_str());
        }
    }
    const Result<c10::Device> device = chooseDevice(options.device);
    if (!device) {
        std::fprintf(stderr, "%s\n", device.error().text.c_str());
        return 1;
    }
    setComputeThreads(options.threads);
    if (!options.pictures.empty()) {
#ifdef LW_BENCHMARK_READS_PICTURES
        return measurePipeline(options);
#else
        std::fprintf(stderr, "Built without OpenCV: no pictures can be read.\n");
        return 1;
#endif
    }
    std::printf("libtorch %s on %s, %d threads\n", TORCH_VERSION, device->str().c_str(), at::get_num_threads());
    for (const NetEntry& entry : netList()) {
        if (options.net.empty() || options.net == entry.id) {
            measureNet(entry, options, *device);
        }
    }
    return 0;
}
