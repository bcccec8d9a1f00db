// SPDX-License-Identifier: GPL-3.0-or-later
//! Keys, words and answers.
#include "app/studio/review/SampleReview.h"

#include "app/studio/Settings.h"
#include "app/studio/review/ReviewBar.h"
#include "models/document/LabelSet.h"
#include "models/document/SampleDocument.h"
#include "models/document/commands/ReviewCommands.h"
#include "widgets/canvas/CanvasView.h"

#include <QAction>
#include <QKeyEvent>

#include <algorithm>

namespace lw::studio {

namespace {

const QString kThresholdKey = QStringLiteral("review/leastConfidence");

} // namespace

SampleReview::SampleReview(const Parts& parts, Settings& settings, QObject* parent)
    : QObject(parent), m_parts(parts), m_settings(settings)
{
    const double least = parts.hasShapes ? settings.state(kThresholdKey, 0.0).toDouble() : 0;
    parts.bar.setThresholdShown(parts.hasShapes);
    parts.bar.setThreshold(least);
    parts.view.scene().setLeastConfidence(least);
    parts.takeBack.setEnabled(false);
    parts.view.installEventFilter(this);
    connect(&parts.bar, &ReviewBar::thresholdChanged, this, [this](double chosen) {
        m_settings.setState(kThresholdKey, chosen);
        m_parts.view.scene().setLeastConfidence(chosen);
        showText();
    });
    refresh();
}

bool SampleReview::isOpen() const
{
    return m_parts.document.sample().state == domain::SampleState::ToConfirm;
}

void SampleReview::refresh()
{
    m_parts.bar.setVisible(isOpen());
    m_parts.reject.setEnabled(isOpen());
    if (isOpen()) {
        showText();
    }
}

void SampleReview::showText()
{
    const auto& annotations = m_parts.document.annotations();
    if (m_parts.hasShapes) {
        const auto& scene = m_parts.view.scene();
        const auto faint = std::count_if(annotations.begin(), annotations.end(),
                                         [&scene](const domain::Annotation& each) { return scene.isFaint(each); });
        if (annotations.empty()) {
            m_parts.bar.setText(tr("Nothing is left. Accept it if nothing is on the picture."));
            return;
        }
        const QString kept = tr("%Ln objects to confirm", nullptr, int(annotations.size() - size_t(faint)));
        //: %1 is "4 objects to confirm", %Ln counts those that would be dropped
        m_parts.bar.setText(faint == 0 ? kept : tr("%1, %Ln fainter ones left out", nullptr, int(faint)).arg(kept));
        return;
    }
    QStringList words;
    for (const domain::Annotation& each : annotations) {
        const domain::Label* label = m_parts.labels.find(each.labelId);
        const QString name = label ? label->name : QString();
        //: a label's name, then the confidence in per cent
        words.append(each.confidence ? tr("%1 %2%").arg(name).arg(qRound(*each.confidence * 100)) : name);
    }
    //: %1 lists labels with their confidence
    m_parts.bar.setText(words.isEmpty() ? tr("Nothing is proposed here") : tr("Proposed: %1").arg(words.join(tr(", "))));
}

void SampleReview::remember()
{
    m_judged.push_back(m_parts.document.sample().id);
    m_parts.takeBack.setEnabled(true);
}

bool SampleReview::accept()
{
    const double least = m_parts.hasShapes ? m_parts.bar.threshold() : 0;
    if (!document::commands::acceptProposals(m_parts.document, least)) {
        return false;
    }
    remember();
    return true;
}

bool SampleReview::reject()
{
    if (!document::commands::rejectProposals(m_parts.document)) {
        return false;
    }
    remember();
    return true;
}

bool SampleReview::acceptSelected()
{
    canvas::Ids proposals = m_parts.view.scene().selection();
    std::erase_if(proposals, [this](domain::AnnotationId id) {
        const domain::Annotation* annotation = m_parts.document.find(id);
        return !annotation || !document::commands::isProposal(*annotation);
    });
    if (!isOpen() || proposals.empty()) {
        return false;
    }
    document::commands::acceptShapes(m_parts.document, proposals, m_parts.view.scene().author());
    return true;
}

domain::SampleId SampleReview::takeLast()
{
    if (m_judged.empty()) {
        return {};
    }
    const domain::SampleId id = m_judged.back();
    m_judged.pop_back();
    m_parts.takeBack.setEnabled(!m_judged.empty());
    return id;
}

bool SampleReview::eventFilter(QObject* watched, QEvent* event)
{
    const QEvent::Type type = event->type();
    if (type != QEvent::ShortcutOverride && type != QEvent::KeyPress && type != QEvent::KeyRelease) {
        return QObject::eventFilter(watched, event);
    }
    const auto& key = static_cast<const QKeyEvent&>(*event);
    const bool isPlain = (key.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool isAccept = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter ||
                          (!m_parts.hasShapes && key.key() == Qt::Key_Space);
    const bool isReject = key.key() == Qt::Key_Backspace;
    if (!isPlain || (!isAccept && !isReject)) {
        return QObject::eventFilter(watched, event);
    }
    if (type == QEvent::KeyRelease) {
        // The sample may be another one by now: what took the press takes the release.
        const bool isOurs = m_pressed != nullptr;
        m_pressed = key.isAutoRepeat() ? m_pressed : nullptr;
        return isOurs || QObject::eventFilter(watched, event);
    }
    if (key.isAutoRepeat() && m_pressed) {
        event->accept();
        return true; // a key held down judges one picture
    }
    const bool isForShapes = isReject && !m_parts.view.scene().selection().empty();
    if (!isOpen() || m_parts.view.isAtWork() || isForShapes) {
        return QObject::eventFilter(watched, event);
    }
    event->accept();
    if (type == QEvent::KeyPress) {
        m_pressed = isAccept ? &m_parts.accept : &m_parts.reject;
        m_pressed->trigger();
    }
    return true;
}

} // namespace lw::studio
