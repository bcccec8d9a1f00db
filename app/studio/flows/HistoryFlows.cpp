// SPDX-License-Identifier: GPL-3.0-or-later
//! Events as words in a dialog.
#include "app/studio/flows/HistoryFlows.h"

#include "app/scenarios/HistoryText.h"
#include "models/store/HistoryRepository.h"
#include "widgets/dialogs/HistoryDialog.h"

namespace lw::studio {

namespace {

struct Facts {
    std::vector<domain::SampleEvent> events;
    scenarios::LabelNames names;
};

core::Result<Facts> read(store::Store& store, domain::DatasetId dataset, domain::SampleId sample,
                         std::optional<domain::AnnotationId> annotation)
{
    const store::HistoryRepository history(store);
    auto events = annotation ? history.ofAnnotation(sample, *annotation) : history.ofSample(sample);
    auto names = history.labelNames(dataset);
    if (!events || !names) {
        return core::failure(!events ? events.error() : names.error());
    }
    return Facts{std::move(*events), std::move(*names)};
}

std::vector<items::HistoryRow> rowsOf(const Facts& facts)
{
    // A gesture may touch thousands of shapes; nobody reads more than a few of their lines.
    constexpr size_t kMostNotes = 50;
    std::vector<items::HistoryRow> rows;
    for (const domain::SampleEvent& event : facts.events) {
        items::HistoryRow row{event.at, event.author, scenarios::eventText(event), {}};
        for (size_t i = 0; i < std::min(event.notes.size(), kMostNotes); ++i) {
            row.details += scenarios::noteTexts(event.notes[i], facts.names);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

void HistoryFlows::showSample(const domain::Sample& sample)
{
    showHistory(tr("History of %1").arg(sample.name), sample.datasetId, sample.id, std::nullopt);
}

void HistoryFlows::showAnnotation(const domain::Sample& sample, const domain::Annotation& annotation)
{
    const domain::Label* label = context().project()->labels(sample.datasetId).find(annotation.labelId);
    //: %1 is a label, %2 a file name
    const QString title =
        tr("History of the object “%1” on %2").arg(label ? label->name : QString::number(annotation.id.value), sample.name);
    showHistory(title, sample.datasetId, sample.id, annotation.id);
}

void HistoryFlows::showHistory(const QString& title, domain::DatasetId dataset, domain::SampleId sample,
                               std::optional<domain::AnnotationId> annotation)
{
    soon([dataset, sample, annotation](store::Store& store) { return read(store, dataset, sample, annotation); },
         [this, title](const Facts& facts) {
             show(new dialogs::HistoryDialog(title, rowsOf(facts), page()->window()));
         });
}

} // namespace lw::studio
