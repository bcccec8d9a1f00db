// SPDX-License-Identifier: GPL-3.0-or-later
//! The sample project lies in the user's data folder and is made only once.
#include "app/studio/flows/SampleFlow.h"

#include "app/scenarios/Messages.h"
#include "app/scenarios/SampleProject.h"
#include "app/studio/AppContext.h"
#include "app/studio/Route.h"
#include "widgets/common/MessageBox.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QStandardPaths>
#include <QWidget>

namespace lw::studio {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::SampleFlow)
};

QString sampleFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(QStringLiteral("sample"));
}

void openNow(AppContext& context, QWidget* window)
{
    if (context.project() && context.project()->folder() == sampleFolder()) {
        return;
    }
    if (const auto opened = context.openProject(sampleFolder()); !opened) {
        common::showError(window, Texts::tr("The sample project could not be opened"),
                          scenarios::errorText(opened.error()));
    }
}

/// Opens the project when the job has made it; a failed job says so itself.
void openWhenDone(AppContext& context, QWidget* window, jobs::JobId job)
{
    auto* watcher = new QObject(window);
    QObject::connect(&context.jobs(), &jobs::JobCenter::jobFinished, watcher,
                     [&context, watcher, window, job](jobs::JobId finished) {
                         if (finished != job) {
                             return;
                         }
                         watcher->deleteLater();
                         const jobs::Job* made = context.jobs().find(job);
                         if (made && made->state == jobs::JobState::Done) {
                             openNow(context, window);
                         }
                     });
}

} // namespace

void openSampleProject(AppContext& context, QWidget* window)
{
    if (QFileInfo::exists(QDir(sampleFolder()).filePath(QLatin1String(store::kProjectFileName)))) {
        openNow(context, window);
        return;
    }
    jobs::JobRequest request;
    request.title = [] { return Texts::tr("Create the sample project"); };
    request.target = sampleFolder();
    request.isQuiet = true;
    request.work = [folder = sampleFolder()](const core::Control& control) {
        jobs::JobResult result;
        if (const auto made = scenarios::createSampleProject(folder, control); !made) {
            result.error = made.error();
        }
        return result;
    };
    openWhenDone(context, window, context.jobs().start(std::move(request)));
}

} // namespace lw::studio
