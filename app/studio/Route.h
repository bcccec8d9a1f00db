// SPDX-License-Identifier: GPL-3.0-or-later
//! A place in the program: which page, of which dataset, at which sample.
#pragma once

#include "models/domain/Ids.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace lw::studio {

enum class PageKind {
    Welcome,
    Datasets,
    Overview,
    Samples,
    Canvas,
    Versions,
    Training,    ///< the list of jobs
    Job,         ///< one of them
    CompareJobs, ///< some of them
    Evaluation,  ///< what an evaluation found
    Models,
    Tasks,
    Trash,
    Settings,
    Help
};

/// Anchor of Samples that opens the form of smart labelling; the id of a model follows.
inline const QString kSmartLabelAnchor = QStringLiteral("smart-label:");

struct Route {
    PageKind page = PageKind::Welcome;
    domain::DatasetId dataset = {}; ///< for Overview, Samples, Canvas, Versions; optional for Tasks
    domain::SampleId sample = {};   ///< for Canvas
    QString anchor = {};            ///< Settings: section, Help: page, Samples: what to do, Job and Evaluation: id, CompareJobs: ids, Models: id

    bool operator==(const Route&) const = default;

    /// True if this page only makes sense within a project.
    [[nodiscard]] bool needsProject() const;
    /// True if this page only makes sense with a dataset.
    [[nodiscard]] bool needsDataset() const;
    /// The page above it, for navigation and crumbs: Training for a job. The page itself when there is none.
    [[nodiscard]] PageKind section() const;
    /// "canvas/3/17", "help/formats": for settings, links and --route.
    [[nodiscard]] QString toText() const;
    /// The inverse; nullopt for anything else.
    [[nodiscard]] static std::optional<Route> fromText(const QString& text);
};

} // namespace lw::studio

Q_DECLARE_METATYPE(lw::studio::Route)
