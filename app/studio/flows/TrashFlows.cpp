// SPDX-License-Identifier: GPL-3.0-or-later
//! Questions, jobs and messages of the trash.
#include "app/studio/flows/TrashFlows.h"

#include "app/scenarios/Trash.h"
#include "app/studio/Route.h"
#include "models/store/TrashRepository.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"

namespace lw::studio {

namespace {

using Ids = QList<domain::TrashId>;

void showOutcome(QWidget* page, const domain::RestoreOutcome& outcome)
{
    const QStringList notes = scenarios::restoreNotes(outcome);
    if (notes.isEmpty()) {
        common::Toast::showMessage(page, {scenarios::restoreText(outcome), common::ToastKind::Success});
        return;
    }
    // A few lines say it; the rest is behind "Details".
    constexpr qsizetype kShown = 5;
    common::showInfo(page, scenarios::restoreText(outcome), notes.mid(0, kShown).join(u'\n'),
                     notes.size() > kShown ? notes.join(u'\n') : QString());
}

} // namespace

void TrashFlows::restore(const Ids& ids)
{
    if (ids.isEmpty()) {
        return;
    }
    soon([ids](store::Store& store) { return scenarios::restoreFromTrash(store, ids); },
         [this](const domain::RestoreOutcome& outcome) { showOutcome(page(), outcome); });
}

void TrashFlows::deleteForGood(const Ids& ids)
{
    if (ids.isEmpty()) {
        return;
    }
    common::Message question;
    question.title = tr("Delete %Ln things for good?", nullptr, int(ids.size()));
    question.text = tr("This cannot be taken back. Files on disk stay, and so do published versions that hold a sample.");
    question.acceptText = tr("Delete for good");
    question.kind = common::MessageKind::Danger;
    if (common::confirm(page(), question) != common::Choice::Accept) {
        return;
    }
    jobs::JobRequest job;
    job.title = [] { return tr("Delete for good"); };
    job.kind = domain::TaskKind::DeleteForGood;
    job.target = context().project()->name();
    job.link = Route{.page = PageKind::Trash}.toText();
    job.work = [ids, store = &store()](const core::Control& control) {
        return jobResult<domain::PurgeOutcome>(scenarios::deleteForGood(*store, ids, control), scenarios::purgeText);
    };
    start(std::move(job));
}

void TrashFlows::empty(const domain::TrashFilter& filter)
{
    soon([filter](store::Store& store) { return store::TrashRepository(store).ids(filter); },
         [this](const Ids& ids) { deleteForGood(ids); });
}

void TrashFlows::tellDeleted(const QString& text, domain::TrashKind kind, qint64 item)
{
    auto* toast = common::Toast::showMessage(page(), {text, common::ToastKind::Success, tr("Undo")});
    connect(toast, &common::Toast::actionTriggered, this, [this, kind, item] {
        soon([kind, item](store::Store& store) { return store::TrashRepository(store).idsOf(kind, {item}); },
             [this](const Ids& ids) { restore(ids); });
    });
}

} // namespace lw::studio
