// SPDX-License-Identifier: GPL-3.0-or-later
//! From job.json to samples.
#include "engine/learn/worker/JobDataset.h"

#include "engine/learn/worker/JobMasks.h"

namespace lw::learn {

namespace {

Error refused(const std::string& path, const std::string& what)
{
    return failure(ErrorCode::InvalidArgument, path + ": " + what);
}

Result<> readObjects(const Json& list, const std::string& path, std::size_t classes, DetectionSample& sample)
{
    for (const Json& each : list) {
        Fields fields(each);
        LabelledBox object;
        object.box = {fields.number("x"), fields.number("y"), fields.number("width"), fields.number("height")};
        const std::int64_t label = fields.whole("label", -1);
        if (fields.failed()) {
            return refused(path, fields.error().text);
        }
        if (label < 0 || label >= std::int64_t(classes)) {
            return refused(path, "an object has a label that is not among the classes.");
        }
        if (object.box.width <= 0 || object.box.height <= 0) {
            return refused(path, "a box has no area.");
        }
        object.label = int(label);
        sample.objects.push_back(object);
    }
    return {};
}

class DatasetReader {
public:
    Result<JobDataset> read(const Json& job)
    {
        Fields fields(job);
        const std::string task = fields.text("task");
        for (const Json& each : fields.list("classes", fields.text("task", "") != "contour")) {
            m_dataset.classes.push_back(each.is_string() ? each.get<std::string>() : std::string());
        }
        const Json& pictures = fields.list("pictures");
        for (const Json& each : fields.list("mapValues", false)) {
            m_mapValues.push_back(each.is_number_integer() ? each.get<std::int64_t>() : -2);
        }
        const std::optional<ModelKind> kind = kindOfTask(task);
        if (!kind) {
            fields.refuse("There is no task called “" + task + "”.");
        }
        if (fields.failed()) {
            return fields.error();
        }
        m_dataset.kind = *kind;
        for (const Json& each : pictures) {
            if (Result<> done = add(each); !done) {
                return done.error();
            }
        }
        m_dataset.pictures = std::make_shared<OpenCvPictures>(std::move(m_paths));
        return std::move(m_dataset);
    }

private:
    Result<> add(const Json& picture)
    {
        Fields fields(picture);
        const std::string path = fields.text("path");
        const bool isValidation = fields.text("part", "train") == "validation";
        const std::int64_t label = fields.whole("label", -1);
        const bool hasObjects = picture.is_object() && picture.contains("objects");
        const Json& objects = fields.list("objects", false);
        if (fields.failed()) {
            return fields.error();
        }
        const std::size_t number = m_paths.size();
        m_paths.push_back(path);
        m_dataset.all.push_back(number);
        if (m_dataset.kind == ModelKind::Detector) {
            DetectionSample sample{number, {}};
            if (Result<> read = readObjects(objects, path, m_dataset.classes.size(), sample); !read) {
                return read;
            }
            if (hasObjects) {
                (isValidation ? m_dataset.boxValidation : m_dataset.boxTraining).push_back(std::move(sample));
            }
            return {};
        }
        if (m_dataset.kind == ModelKind::Segmenter || m_dataset.kind == ModelKind::Contour) {
            return addMasks(picture, number, isValidation);
        }
        if (label >= std::int64_t(m_dataset.classes.size())) {
            return refused(path, "its label is not among the classes.");
        }
        if (label >= 0) {
            (isValidation ? m_dataset.classValidation : m_dataset.classTraining).push_back({number, int(label)});
        }
        return {};
    }

    Result<> addMasks(const Json& picture, std::size_t number, bool isValidation)
    {
        const std::string& path = m_paths[number];
        Fields fields(picture);
        const std::string map = fields.text("map", "");
        SegmentationSample sample{number, {}, nullptr};
        for (const Json& each : fields.list("masks", false)) {
            Result<LabelledMask> mask = readMask(each);
            const std::int64_t label = Fields(each).whole("label", m_dataset.kind == ModelKind::Contour ? 0 : -1);
            if (!mask) {
                return refused(path, mask.error().text);
            }
            const bool isKnown = label >= 0 && label < std::int64_t(m_dataset.classes.size());
            if (!isKnown && m_dataset.kind == ModelKind::Segmenter) {
                return refused(path, "an object has a label that is not among the classes.");
            }
            mask->label = int(label);
            sample.objects.push_back(std::move(*mask));
        }
        if (m_dataset.kind == ModelKind::Contour) {
            for (const LabelledMask& object : sample.objects) {
                const auto pixels = pixelsOf(object);
                if (!pixels) {
                    return refused(path, pixels.error().text);
                }
                (isValidation ? m_dataset.contourValidation : m_dataset.contourTraining).push_back({number, *pixels});
            }
            return {};
        }
        if (!map.empty()) {
            const auto pixels = readLabelMap(map, m_mapValues, m_dataset.classes.size());
            if (!pixels) {
                return pixels.error();
            }
            sample.map = *pixels;
        }
        if (sample.map || picture.contains("masks")) {
            (isValidation ? m_dataset.maskValidation : m_dataset.maskTraining).push_back(std::move(sample));
        }
        return {};
    }

    JobDataset m_dataset;
    std::vector<std::string> m_paths;
    std::vector<std::int64_t> m_mapValues;
};

} // namespace

Result<JobDataset> readDataset(const Json& job)
{
    return DatasetReader().read(job);
}

} // namespace lw::learn
