// SPDX-License-Identifier: GPL-3.0-or-later
//! Words for events.
#include "app/scenarios/HistoryText.h"

#include <QCoreApplication>

#include <array>

namespace lw::scenarios {

using domain::AnnotationNote;
using domain::EditKind;
using domain::HistoryCause;

namespace {

struct History {
    Q_DECLARE_TR_FUNCTIONS(lw::scenarios::History)
};

QString gestureText(EditKind kind)
{
    switch (kind) {
    case EditKind::AddShape:
        return History::tr("Shape drawn");
    case EditKind::RemoveShapes:
        return History::tr("Shapes deleted");
    case EditKind::MoveShapes:
        return History::tr("Shapes moved or resized");
    case EditKind::ChangeLabel:
        return History::tr("Label changed");
    case EditKind::ChangeFlags:
        return History::tr("Marks changed");
    case EditKind::ChangeAttributes:
        return History::tr("Attributes changed");
    case EditKind::ChangeOrder:
        return History::tr("Order changed");
    case EditKind::Paste:
        return History::tr("Shapes pasted");
    case EditKind::RepeatPrevious:
        return History::tr("Shapes of the previous picture taken over");
    case EditKind::ClearShapes:
        return History::tr("All shapes deleted");
    case EditKind::MarkHard:
        return History::tr("Hard mark changed");
    case EditKind::Confirm:
        return History::tr("Confirmed");
    case EditKind::SetLabels:
        return History::tr("Labels changed");
    case EditKind::Reject:
        return History::tr("Proposals rejected");
    default:
        return History::tr("Edited");
    }
}

QString flagsText(int flags)
{
    QStringList words;
    if (flags & 1) {
        words.append(History::tr("difficult"));
    }
    if (flags & 2) {
        words.append(History::tr("truncated"));
    }
    if (flags & 4) {
        words.append(History::tr("occluded"));
    }
    if (flags & 8) {
        words.append(History::tr("hard"));
    }
    //: no mark is set on the object
    return words.isEmpty() ? History::tr("none") : words.join(QLatin1String(", "));
}

QString valueText(const QString& value)
{
    return value.isEmpty() ? History::tr("none") : value;
}

} // namespace

QString eventText(const domain::SampleEvent& event)
{
    const QString gesture = event.kind ? gestureText(*event.kind) : QString();
    switch (event.cause) {
    case HistoryCause::Gesture:
        return gesture;
    case HistoryCause::Undo:
        return gesture.isEmpty() ? History::tr("Taken back") : History::tr("Undone: %1").arg(gesture);
    case HistoryCause::Redo:
        return gesture.isEmpty() ? History::tr("Done again") : History::tr("Done again: %1").arg(gesture);
    case HistoryCause::Batch:
        return History::tr("Changed together with other samples");
    case HistoryCause::Import:
        return History::tr("Imported");
    case HistoryCause::Version:
        return History::tr("Another version set as current");
    case HistoryCause::Deleted:
        return History::tr("Moved to the trash");
    case HistoryCause::Restored:
        return History::tr("Restored from the trash");
    }
    return {};
}

QStringList noteTexts(const AnnotationNote& note, const LabelNames& names)
{
    const auto nameOf = [&](domain::LabelId label) {
        return names.contains(label) ? names.value(label) : History::tr("a deleted label");
    };
    QStringList texts;
    if (note.fields & AnnotationNote::Added) {
        texts.append(History::tr("Made as “%1”").arg(nameOf(note.labelAfter)));
    }
    if (note.fields & AnnotationNote::Removed) {
        texts.append(History::tr("Removed, was “%1”").arg(nameOf(note.labelBefore)));
    }
    if (note.fields & AnnotationNote::Label) {
        texts.append(History::tr("Label: %1 → %2").arg(nameOf(note.labelBefore), nameOf(note.labelAfter)));
    }
    if (note.fields & AnnotationNote::Moved) {
        texts.append(History::tr("Moved"));
    }
    if (note.fields & AnnotationNote::Reshaped) {
        texts.append(History::tr("Size or outline changed"));
    }
    if (note.fields & AnnotationNote::Flags) {
        texts.append(History::tr("Marks: %1 → %2").arg(flagsText(note.flagsBefore), flagsText(note.flagsAfter)));
    }
    for (auto each = note.attributes.begin(); each != note.attributes.end(); ++each) {
        const QString name = each.key().isEmpty() ? History::tr("Pose") : each.key();
        //: the name of an attribute, its old and its new value
        texts.append(
            History::tr("%1: %2 → %3").arg(name, valueText(each.value().first), valueText(each.value().second)));
    }
    if (note.fields & AnnotationNote::Order) {
        texts.append(History::tr("Order changed"));
    }
    if (note.fields & AnnotationNote::Confidence) {
        texts.append(History::tr("Confidence changed"));
    }
    if (note.fields & AnnotationNote::Author) {
        texts.append(History::tr("Before by %1").arg(valueText(note.authorBefore)));
    }
    if (note.fields & AnnotationNote::Other) {
        texts.append(History::tr("Details changed"));
    }
    return texts;
}

QString causeName(HistoryCause cause)
{
    static constexpr std::array kNames = {"gesture", "undo",    "redo",    "batch",
                                          "import",  "version", "deleted", "restored"};
    const auto index = size_t(cause);
    return index < kNames.size() ? QLatin1String(kNames[index]) : QString();
}

QStringList fieldNames(AnnotationNote::Fields fields)
{
    static constexpr std::array kNames = {"added",      "removed", "label",      "moved",  "reshaped", "flags",
                                          "attributes", "order",   "confidence", "author", "other"};
    QStringList names;
    for (size_t bit = 0; bit < kNames.size(); ++bit) {
        if (int(fields) & (1 << bit)) {
            names.append(QLatin1String(kNames[bit]));
        }
    }
    return names;
}

} // namespace lw::scenarios
