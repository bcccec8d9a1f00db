// SPDX-License-Identifier: GPL-3.0-or-later
//! Options, buttons and a question.
#include "app/studio/canvas/CanvasParts.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "app/studio/canvas/SampleWalk.h"

#include <QAction>
#include <QCoreApplication>
#include <QDir>
#include <QInputDialog>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::studio::CanvasPage)
};

} // namespace

jobs::PictureLoader::Options pictureOptions(AppContext& context)
{
    jobs::PictureLoader::Options options;
    options.cacheFolder = QDir(context.project()->folder()).filePath(QStringLiteral(".cache/tiles"));
    options.maxPixels = context.settings().maxPixels();
    options.errorText = &scenarios::errorText;
    return options;
}

void addToolButton(QVBoxLayout* column, QAction* action, QWidget* parent)
{
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setAccessibleName(action->text());
    button->setIconSize({20, 20});
    button->setFocusPolicy(Qt::NoFocus); // the canvas keeps the keyboard
    button->setVisible(action->isVisible());
    QObject::connect(action, &QAction::visibleChanged, button,
                     [action, button] { button->setVisible(action->isVisible()); });
    column->addWidget(button);
}

void askForPictureNumber(SampleWalk& walk, QWidget* parent)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("jumpDialog"));
    dialog->setWindowTitle(Words::tr("Go to picture"));
    dialog->setLabelText(Words::tr("Number, 1 to %L1:").arg(walk.count()));
    dialog->setInputMode(QInputDialog::IntInput);
    dialog->setIntRange(1, std::max(1, walk.count()));
    dialog->setIntValue(walk.row() + 1);
    QObject::connect(dialog, &QInputDialog::intValueSelected, &walk, &SampleWalk::jump);
    dialog->open();
}

} // namespace lw::studio
