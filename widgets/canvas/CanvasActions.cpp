// SPDX-License-Identifier: GPL-3.0-or-later
//! Wiring of actions to commands, and their states.
#include "widgets/canvas/CanvasActions.h"

#include "widgets/canvas/AdjustPanel.h"
#include "widgets/common/Icons.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace lw::canvas {

namespace {

constexpr double kZoomStep = 1.25;
constexpr size_t kLabelsInMenu = 12;

QList<QKeySequence> sequences(const QStringList& keys)
{
    QList<QKeySequence> list;
    for (const QString& key : keys) {
        list.append(QKeySequence(key, QKeySequence::PortableText));
    }
    return list;
}

/// Keeps "text (key)" plus `hint` in the tooltip, whatever keys are set later.
void followKeys(QAction* action, const QString& hint)
{
    const auto update = [action, hint] {
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        const QString title = keys.isEmpty() ? action->text() : QStringLiteral("%1 (%2)").arg(action->text(), keys);
        const QString tip = hint.isEmpty() ? title : QStringLiteral("%1\n%2").arg(title, hint);
        if (tip != action->toolTip()) {
            action->setToolTip(tip);
        }
    };
    QObject::connect(action, &QAction::changed, action, update);
    update();
}

QIcon swatch(const QColor& colour)
{
    QPixmap pixels(16, 16);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    painter.drawRoundedRect(1, 1, 14, 14, 3, 3);
    return pixels;
}

} // namespace

CanvasActions::CanvasActions(CanvasView& view, QObject* parent)
    : QObject(parent), m_view(view), m_commands(view), m_regions(view), m_joints(view)
{
    makeActions();
    makeToolActions();
    connectEdits();
    connectView();
    connectOptions();
    const document::SampleDocument& document = m_view.scene().document();
    connect(&document, &document::SampleDocument::historyChanged, this, &CanvasActions::updateEnabled);
    connect(&document, &document::SampleDocument::changed, this, &CanvasActions::updateEnabled);
    connect(&m_view.scene(), &CanvasScene::selectionChanged, this, &CanvasActions::updateEnabled);
    connect(&m_view, &CanvasView::optionsChanged, this, &CanvasActions::updateChecked);
    connect(&m_view.tools(), &ToolManager::activated, this, &CanvasActions::updateTools);
    connect(&m_view.tools(), &ToolManager::allowedShapesChanged, this, &CanvasActions::updateTools);
    connect(&m_view, &CanvasView::menuRequested, this, [this](const QPoint& at) {
        QMenu* menu = makeMenu(&m_view);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(at);
    });
    updateEnabled();
    updateChecked();
    updateTools();
}

QList<QAction*> CanvasActions::toolActions() const
{
    return m_toolGroup->actions();
}

void CanvasActions::makeActions()
{
    for (const CanvasActionInfo& info : canvasActionList()) {
        auto* action = new QAction(info.icon.isEmpty() ? QIcon() : common::icon(info.icon), info.text, this);
        action->setObjectName(QStringLiteral("action.canvas.") + info.id);
        action->setShortcuts(sequences(info.keys));
        action->setShortcutContext(info.isOnCanvasOnly ? Qt::WidgetShortcut : Qt::WindowShortcut);
        action->setCheckable(info.isCheckable);
        followKeys(action, {});
        m_view.addAction(action);
        m_actions.insert(info.id, action);
    }
}

void CanvasActions::makeToolActions()
{
    m_toolGroup = new QActionGroup(this);
    for (const ToolInfo& info : m_view.tools().tools()) {
        auto* action = new QAction(common::icon(info.icon), info.text, m_toolGroup);
        action->setObjectName(QStringLiteral("action.canvas.tool.") + info.id);
        action->setShortcuts(sequences(info.keys));
        action->setCheckable(true);
        followKeys(action, info.hint);
        connect(action, &QAction::triggered, this, [this, id = info.id] {
            m_view.gate().run([this, id] { m_view.tools().activate(id); });
            m_view.setFocus(Qt::ShortcutFocusReason);
        });
        m_view.addAction(action);
        m_toolActions.insert(info.id, action);
    }
}

void CanvasActions::on(const char* id, std::function<void()> action)
{
    connect(get(id), &QAction::triggered, this, [action = std::move(action)] { action(); });
}

void CanvasActions::connectEdits()
{
    using document::commands::OrderMove;
    on("undo", [this] { m_commands.undo(); });
    on("redo", [this] { m_commands.redo(); });
    on("resetDrag", [this] { m_commands.resetDrag(); });
    on("delete", [this] { m_commands.removeSelected(); });
    on("clearShapes", [this] { m_commands.clearShapes(); });
    on("copy", [this] { m_commands.copySelected(); });
    on("paste", [this] { m_commands.paste(); });
    on("duplicate", [this] { m_commands.duplicateSelected(); });
    on("selectAll", [this] { m_commands.selectAll(); });
    on("selectNext", [this] { m_commands.selectNext(1, false); });
    on("selectPrevious", [this] { m_commands.selectNext(-1, false); });
    on("grabNext", [this] { m_commands.grabCorner(1); });
    on("grabPrevious", [this] { m_commands.grabCorner(-1); });
    on("changeLabel", [this] { m_commands.askForLabel(); });
    on("difficult", [this] { m_commands.toggleFlag(ShapeFlag::Difficult); });
    on("truncated", [this] { m_commands.toggleFlag(ShapeFlag::Truncated); });
    on("occluded", [this] { m_commands.toggleFlag(ShapeFlag::Occluded); });
    on("shapeHard", [this] { m_commands.toggleFlag(ShapeFlag::Hard); });
    on("toMask", [this] { m_regions.convertToMasks(); });
    on("toPolygon", [this] { m_regions.convertToPolygons(); });
    on("fillHoles", [this] { m_regions.fillHoles(); });
    on("joinParts", [this] { m_regions.joinParts(); });
    on("cutHole", [this] { m_regions.cutHole(); });
    on("jointState", [this] { m_joints.cycleGrabbed(); });
    on("orderUp", [this] { m_commands.changeOrder(OrderMove::Up); });
    on("orderDown", [this] { m_commands.changeOrder(OrderMove::Down); });
    on("orderTop", [this] { m_commands.changeOrder(OrderMove::ToTop); });
    on("orderBottom", [this] { m_commands.changeOrder(OrderMove::ToBottom); });
}

void CanvasActions::connectView()
{
    on("zoomIn", [this] { m_view.zoomBy(kZoomStep); });
    on("zoomOut", [this] { m_view.zoomBy(1 / kZoomStep); });
    on("fit", [this] { m_view.zoomToFit(); });
    on("actualSize", [this] { m_view.zoomToActualSize(); });
    on("zoomToObject", [this] { m_commands.zoomToSelected(); });
    on("zoomToNext", [this] { m_commands.selectNext(1, true); });
    on("zoomToPrevious", [this] { m_commands.selectNext(-1, true); });
    connect(get("adjust"), &QAction::triggered, this, &CanvasActions::showAdjustPanel);
}

void CanvasActions::connectOptions()
{
    connectOption("showShapes", &CanvasOptions::showsShapes);
    connectOption("names", &CanvasOptions::showsNames);
    connectOption("crosshair", &CanvasOptions::showsCrosshair);
    connectOption("pixelGrid", &CanvasOptions::showsPixelGrid);
    connectOption("snap", &CanvasOptions::snaps);
    connectOption("wholePixels", &CanvasOptions::usesWholePixels);
    connectOption("stay", &CanvasOptions::staysInDrawMode);
    connectOption("askLabel", &CanvasOptions::asksForLabel);
}

void CanvasActions::connectOption(const char* id, bool CanvasOptions::*option)
{
    m_optionActions.insert(QString::fromLatin1(id), option);
    connect(get(id), &QAction::triggered, this, [this, option](bool isChecked) {
        CanvasOptions options = m_view.options();
        options.*option = isChecked;
        m_view.setOptions(options);
    });
}

void CanvasActions::updateEnabled()
{
    const CanvasScene& scene = m_view.scene();
    const document::SampleDocument& document = scene.document();
    const bool hasSelection = !scene.selection().empty();
    const bool hasShapes = !scene.annotations().empty();
    // Undo also takes back a point of a half drawn polygon, so it stays possible without history.
    get("undo")->setEnabled(!document.isEmpty());
    get("redo")->setEnabled(document.canRedo());
    get("paste")->setEnabled(!document.isEmpty());
    for (const char* id : {"delete", "copy", "duplicate", "changeLabel", "difficult", "truncated", "occluded",
                           "shapeHard", "orderUp", "orderDown", "orderTop", "orderBottom"}) {
        get(id)->setEnabled(hasSelection);
    }
    for (const char* id :
         {"clearShapes", "selectAll", "selectNext", "selectPrevious", "zoomToNext", "zoomToPrevious", "zoomToObject"}) {
        get(id)->setEnabled(hasShapes);
    }
    const bool hasOne = scene.selection().size() == 1;
    get("grabNext")->setEnabled(hasOne);
    get("grabPrevious")->setEnabled(hasOne);
    get("jointState")->setEnabled(m_joints.hasSkeleton());
    const bool hasVision = m_view.tools().hasVision();
    for (const char* id : {"toMask", "toPolygon", "fillHoles"}) {
        get(id)->setEnabled(hasVision && hasSelection);
    }
    for (const char* id : {"joinParts", "cutHole"}) {
        get(id)->setEnabled(hasVision && scene.selection().size() > 1);
    }
    get("difficult")->setChecked(m_commands.hasFlag(ShapeFlag::Difficult));
    get("truncated")->setChecked(m_commands.hasFlag(ShapeFlag::Truncated));
    get("occluded")->setChecked(m_commands.hasFlag(ShapeFlag::Occluded));
    get("shapeHard")->setChecked(m_commands.hasFlag(ShapeFlag::Hard));
}

void CanvasActions::updateChecked()
{
    for (auto it = m_optionActions.cbegin(); it != m_optionActions.cend(); ++it) {
        m_actions.value(it.key())->setChecked(m_view.options().*it.value());
    }
}

void CanvasActions::updateTools()
{
    for (const ToolInfo& info : m_view.tools().tools()) {
        QAction* action = m_toolActions.value(info.id);
        action->setEnabled(m_view.tools().isAllowed(info));
        // What only some types of datasets have is not shown in the others.
        action->setVisible(!info.needsVision || m_view.tools().isAllowed(info));
        action->setChecked(info.id == m_view.tools().activeId());
    }
    updateEnabled();
}

void CanvasActions::showAdjustPanel(bool isShown)
{
    if (!m_adjustPanel) {
        m_adjustPanel = new AdjustPanel(m_view);
        connect(m_adjustPanel, &AdjustPanel::closed, get("adjust"), [this] { get("adjust")->setChecked(false); });
    }
    isShown ? m_adjustPanel->open() : m_adjustPanel->hide();
}

QMenu* CanvasActions::makeMenu(QWidget* parent)
{
    auto* menu = new QMenu(parent);
    menu->setObjectName(QStringLiteral("canvas.menu"));
    const auto add = [this, menu](std::initializer_list<const char*> ids) {
        for (const char* id : ids) {
            menu->addAction(get(id));
        }
        menu->addSeparator();
    };
    if (m_view.scene().selection().empty()) {
        for (QAction* tool : toolActions()) {
            menu->addAction(tool);
        }
        menu->addSeparator();
        add({"paste", "selectAll", "clearShapes"});
        add({"undo", "redo"});
        add({"fit", "actualSize"});
        add({"showShapes", "names", "crosshair", "snap"});
        return menu;
    }
    addLabels(*menu);
    m_joints.addTo(*menu);
    add({"difficult", "truncated", "occluded", "shapeHard"});
    add({"copy", "duplicate", "delete"});
    add({"orderTop", "orderUp", "orderDown", "orderBottom"});
    const Ids& selection = m_view.scene().selection();
    const bool hasArea = std::any_of(selection.begin(), selection.end(), [this](domain::AnnotationId id) {
        const domain::Annotation* annotation = m_view.scene().find(id);
        return annotation && domain::isArea(annotation->shape.kind);
    });
    if (m_view.tools().hasVision() && hasArea) {
        add({"toMask", "toPolygon", "fillHoles", "joinParts", "cutHole"});
    }
    add({"zoomToObject", "resetDrag"});
    return menu;
}

void CanvasActions::addLabels(QMenu& menu)
{
    menu.addAction(get("changeLabel"));
    QMenu* labels = menu.addMenu(tr("Label"));
    labels->setObjectName(QStringLiteral("canvas.menu.labels"));
    const std::vector<domain::Label> recent = m_view.scene().labels().byRecency();
    for (size_t i = 0; i < std::min(recent.size(), kLabelsInMenu); ++i) {
        QString name = recent[i].name;
        name.replace(QLatin1Char('&'), QLatin1String("&&"));
        QAction* action = labels->addAction(swatch(QColor::fromRgb(recent[i].colour)), name);
        connect(action, &QAction::triggered, this, [this, id = recent[i].id] { m_commands.useLabel(id); });
    }
    menu.addSeparator();
}

} // namespace lw::canvas
