// SPDX-License-Identifier: GPL-3.0-or-later
//! From a key or a click on a label to a batch on the selection.
#include "app/studio/labels/GalleryLabelling.h"

#include "app/studio/AppContext.h"
#include "app/studio/flows/BatchFlows.h"
#include "widgets/common/Toast.h"
#include "widgets/gallery/GalleryView.h"
#include "widgets/panels/LabelPanel.h"

#include <QAction>
#include <QKeyEvent>

namespace lw::studio {

GalleryLabelling::GalleryLabelling(AppContext& context, domain::DatasetId dataset, const Parts& parts, QObject* parent)
    : QObject(parent), m_context(context), m_dataset(dataset), m_parts(parts), m_switches(context, dataset)
{
    const document::LabelSet& labels = context.project()->labels(dataset);
    m_parts.singleSwitch.setCheckable(true);
    m_parts.singleSwitch.setChecked(m_switches.isSingle());
    connect(&m_parts.singleSwitch, &QAction::triggered, this, [this](bool isOn) { m_switches.setSingle(isOn); });
    m_parts.panel.setAssigning(true);
    m_parts.panel.addSwitch(&m_parts.singleSwitch);
    connect(&m_parts.panel, &panels::LabelPanel::labelActivated, this, &GalleryLabelling::apply);
    connect(&m_parts.panel, &panels::LabelPanel::removeRequested, this,
            [this](domain::LabelId label) { m_parts.batches.removeLabel(m_parts.gallery.selectedIds(), label); });
    connect(&m_parts.panel, &panels::LabelPanel::fieldLeft, this,
            [this] { m_parts.gallery.setFocus(Qt::OtherFocusReason); });
    connect(&labels, &document::LabelSet::changed, this, &GalleryLabelling::refreshKeys);
    connect(&context.shortcuts(), &ShortcutRegistry::keysChanged, this, &GalleryLabelling::refreshKeys);
    m_parts.gallery.installEventFilter(this);
    refreshKeys();
    showUse(0, {});
}

void GalleryLabelling::showUse(qint64 samples, const std::vector<store::LabelUse>& use)
{
    m_parts.panel.setUse(samples, use);
    m_parts.panel.setHint(samples > 0 ? QString() : tr("Select pictures, then click a label or press its key."));
}

void GalleryLabelling::refresh()
{
    m_parts.singleSwitch.setChecked(m_switches.isSingle());
}

void GalleryLabelling::refreshKeys()
{
    m_keys = LabelKeys(m_context.shortcuts(), m_context.project()->labels(m_dataset));
    m_parts.panel.setKeys(m_keys.shown());
}

void GalleryLabelling::apply(domain::LabelId label)
{
    const QList<domain::SampleId> selected = m_parts.gallery.selectedIds();
    if (selected.isEmpty()) {
        common::Toast::showMessage(&m_parts.gallery, {tr("Select the pictures first."), common::ToastKind::Info});
        return;
    }
    const bool isSingle = m_parts.singleSwitch.isChecked();
    m_parts.batches.toggleLabel(selected, label, isSingle ? domain::LabelMode::Replace : domain::LabelMode::Add);
}

bool GalleryLabelling::eventFilter(QObject* watched, QEvent* event)
{
    const bool isOverride = event->type() == QEvent::ShortcutOverride;
    if (isOverride || event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<const QKeyEvent&>(*event);
        const domain::LabelId label = m_keys.labelFor(key);
        if (label.isValid()) {
            event->accept(); // keys of labels win over those of actions
            if (!isOverride && !key.isAutoRepeat()) {
                apply(label);
            }
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace lw::studio
