// SPDX-License-Identifier: GPL-3.0-or-later
//! Matrices and COCO's numbers.
#include "engine/learn/worker/EvaluationJson.h"

namespace lw::learn {

Json matrixJson(const ConfusionMatrix& matrix)
{
    Json counts = Json::array();
    for (int i = 0; i < matrix.size(); ++i) {
        Json row = Json::array();
        for (int j = 0; j < matrix.size(); ++j) {
            row.push_back(matrix.at(i, j));
        }
        counts.push_back(std::move(row));
    }
    Json rows = Json::array();
    for (const ClassRow& row : matrix.rows()) {
        rows.push_back({{"true", row.isTrue},
                        {"said", row.isSaid},
                        {"right", row.isRight},
                        {"precision", row.precision},
                        {"recall", row.recall},
                        {"f1", row.f1}});
    }
    return {{"counts", std::move(counts)},
            {"classes", std::move(rows)},
            {"accuracy", matrix.accuracy()},
            {"macroF1", matrix.macroF1()}};
}

Json cocoJson(const CocoNumbers& numbers)
{
    Json classes = Json::array();
    for (const ClassPrecision& each : numbers.classes) {
        classes.push_back({{"ap", each.ap}, {"ap50", each.ap50}, {"objects", each.objects}, {"curve", each.curve}});
    }
    return {{"numbers", numbers.values}, {"classes", std::move(classes)}};
}

} // namespace lw::learn
