// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes pages.
#include "app/studio/pages/PageFactory.h"

#include "app/studio/AppContext.h"
#include "app/studio/pages/CanvasPage.h"
#include "app/studio/pages/ClassifyPage.h"
#include "app/studio/pages/CompareJobsPage.h"
#include "app/studio/pages/DatasetListPage.h"
#include "app/studio/pages/EvaluationPage.h"
#include "app/studio/pages/HelpPage.h"
#include "app/studio/pages/JobPage.h"
#include "app/studio/pages/ModelsPage.h"
#include "app/studio/pages/OverviewPage.h"
#include "app/studio/pages/SamplesPage.h"
#include "app/studio/pages/SettingsPage.h"
#include "app/studio/pages/TasksPage.h"
#include "app/studio/pages/TrainingPage.h"
#include "app/studio/pages/TrashPage.h"
#include "app/studio/pages/VersionsPage.h"
#include "app/studio/pages/WelcomePage.h"
#include "models/domain/WholeLabels.h"
#include "models/store/DatasetRepository.h"

namespace lw::studio {

namespace {

Page* makeAnnotatePage(domain::DatasetId id, AppContext& context, QWidget* parent)
{
    const auto dataset = store::DatasetRepository(context.project()->store()).find(id);
    if (dataset && domain::labelsWholeSamples(dataset->type)) {
        return new ClassifyPage(context, id, parent);
    }
    return new CanvasPage(context, id, parent);
}

} // namespace

Page* makePage(const Route& route, AppContext& context, QWidget* parent)
{
    switch (route.page) {
    case PageKind::Datasets:
        return new DatasetListPage(context, parent);
    case PageKind::Overview:
        return new OverviewPage(context, route.dataset, parent);
    case PageKind::Samples:
        return new SamplesPage(context, route.dataset, parent);
    case PageKind::Canvas:
        return makeAnnotatePage(route.dataset, context, parent);
    case PageKind::Versions:
        return new VersionsPage(context, route.dataset, parent);
    case PageKind::Training:
        return new TrainingPage(context, parent);
    case PageKind::Job:
        return new JobPage(context, parent);
    case PageKind::CompareJobs:
        return new CompareJobsPage(context, parent);
    case PageKind::Evaluation:
        return new EvaluationPage(context, parent);
    case PageKind::Models:
        return new ModelsPage(context, parent);
    case PageKind::Tasks:
        return new TasksPage(context, parent);
    case PageKind::Trash:
        return new TrashPage(context, parent);
    case PageKind::Settings:
        return new SettingsPage(context, parent);
    case PageKind::Help:
        return new HelpPage(context, parent);
    case PageKind::Welcome:
        break;
    }
    return new WelcomePage(context, parent);
}

} // namespace lw::studio
