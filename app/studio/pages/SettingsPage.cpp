// SPDX-License-Identifier: GPL-3.0-or-later
//! Forms over studio::Settings; the keys tab is an own widget.
#include "app/studio/pages/SettingsPage.h"

#include "models/core/WhenDone.h"
#include "app/studio/AppContext.h"
#include "app/studio/Languages.h"
#include "app/studio/shortcuts/ShortcutEditor.h"
#include "models/items/Texts.h"
#include "widgets/common/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QFormLayout>
#include <QFutureWatcher>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QSpinBox>
#include <QTabWidget>
#include <QtConcurrent>

namespace lw::studio {

namespace {

constexpr int kFormWidth = 640;
constexpr int kIndicatorWidth = 24;

/// A form in a scrolled column of readable width.
std::pair<QWidget*, QFormLayout*> makeForm(QWidget* parent)
{
    auto* content = new QWidget(parent);
    content->setMaximumWidth(kFormWidth);
    auto* form = new QFormLayout(content);
    form->setContentsMargins(0, common::kGrid * 2, common::kGrid * 2, common::kGrid * 2);
    form->setHorizontalSpacing(common::kGrid * 3);
    form->setVerticalSpacing(common::kGrid * 2);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    return {content, form};
}

QLabel* hintLabel(const QString& text, QWidget* parent)
{
    auto* hint = new QLabel(text, parent);
    hint->setWordWrap(true);
    common::setRole(hint, "muted");
    return hint;
}

qint64 folderBytes(const QString& folder)
{
    qint64 bytes = 0;
    for (QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

SettingsPage::SettingsPage(AppContext& context, QWidget* parent) : Page(context, parent)
{
    setObjectName(QStringLiteral("settingsPage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(common::kGrid * 4, common::kGrid * 3, common::kGrid * 4, common::kGrid * 2);
    m_tabs = new QTabWidget(this);
    m_tabs->setObjectName(QStringLiteral("settingsTabs"));
    m_tabs->setDocumentMode(true);
    column->addWidget(m_tabs);
    addTab(makeGeneral(), QStringLiteral("general"), tr("General"));
    addTab(makeCanvas(), QStringLiteral("canvas"), tr("Canvas"));
    auto* keys = new ShortcutEditor(context.shortcuts(), m_tabs);
    keys->setProperty("anchor", QStringLiteral("keys"));
    m_tabs->addTab(keys, tr("Keys"));
    addTab(makeStorage(), QStringLiteral("storage"), tr("Limits and storage"));
    connect(m_tabs, &QTabWidget::currentChanged, this, [this, &context](int index) {
        const QString anchor = m_tabs->widget(index)->property("anchor").toString();
        Q_EMIT routeReplaced(Route{.page = PageKind::Settings, .anchor = anchor});
        context.settings().setState(QStringLiteral("settings/tab"), anchor);
    });
}

void SettingsPage::addTab(QWidget* content, const QString& name, const QString& text)
{
    auto* scroll = new QScrollArea(m_tabs);
    scroll->setWidgetResizable(true);
    auto* page = new QWidget(scroll);
    common::setRole(page, "page");
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(content, 1);
    row->addStretch(0);
    row->setAlignment(content, Qt::AlignTop);
    scroll->setWidget(page);
    scroll->setProperty("anchor", name);
    m_tabs->addTab(scroll, text);
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

void SettingsPage::open(const Route& route)
{
    const QString anchor =
        route.anchor.isEmpty() ? context().settings().state(QStringLiteral("settings/tab")).toString() : route.anchor;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (m_tabs->widget(i)->property("anchor").toString() == anchor) {
            m_tabs->setCurrentIndex(i);
        }
    }
    measureCache();
}

QWidget* SettingsPage::makeLanguage(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("languageBox"));
    box->setAccessibleName(tr("Language"));
    box->addItem(tr("As the system"), QStringLiteral("system"));
    for (const Language& language : languages()) {
        box->addItem(language.name, language.code);
    }
    box->setCurrentIndex(box->findData(context().settings().language()));
    connect(box, &QComboBox::activated, this,
            [this, box](int index) { context().settings().setLanguage(box->itemData(index).toString()); });
    return box;
}

QWidget* SettingsPage::makeTheme(QWidget* parent)
{
    auto* box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("themeBox"));
    box->setAccessibleName(tr("Theme"));
    box->addItem(tr("As the system"), common::themeModeName(common::ThemeMode::System));
    box->addItem(tr("Light"), common::themeModeName(common::ThemeMode::Light));
    box->addItem(tr("Dark"), common::themeModeName(common::ThemeMode::Dark));
    box->setCurrentIndex(box->findData(common::themeModeName(context().settings().theme())));
    connect(box, &QComboBox::activated, this, [this, box](int index) {
        context().settings().setTheme(common::themeModeFromName(box->itemData(index).toString()));
    });
    return box;
}

QWidget* SettingsPage::makeGeneral()
{
    auto [content, form] = makeForm(this);
    Settings& settings = context().settings();
    form->addRow(tr("Language"), makeLanguage(content));
    form->addRow(tr("Theme"), makeTheme(content));

    auto* author = new QLineEdit(settings.author() == QLatin1String("human") ? QString() : settings.author(), content);
    author->setObjectName(QStringLiteral("authorField"));
    author->setAccessibleName(tr("Your name"));
    author->setPlaceholderText(QStringLiteral("human"));
    author->setMaxLength(64);
    connect(author, &QLineEdit::editingFinished, this, [author, &settings] { settings.setAuthor(author->text()); });
    form->addRow(tr("Your name"), author);
    form->addRow(QString(),
                 hintLabel(tr("Written into every annotation that you make, and into the history."), content));

    auto* size = new QSlider(Qt::Horizontal, content);
    size->setObjectName(QStringLiteral("thumbnailSizeSlider"));
    size->setAccessibleName(tr("Size of thumbnails"));
    size->setRange(96, 320);
    size->setPageStep(32);
    size->setValue(settings.thumbnailSize());
    connect(size, &QSlider::valueChanged, this, [&settings](int value) { settings.setThumbnailSize(value); });
    form->addRow(tr("Size of thumbnails"), size);

    auto* notify = new QCheckBox(tr("Tell me through the desktop when a task ends in the background"), content);
    notify->setObjectName(QStringLiteral("notificationsBox"));
    notify->setChecked(settings.wantsNotifications());
    connect(notify, &QCheckBox::toggled, this, [&settings](bool on) { settings.setWantsNotifications(on); });
    form->addRow(tr("Notifications"), notify);
    return content;
}

QWidget* SettingsPage::makeCanvas()
{
    auto [content, form] = makeForm(this);
    using canvas::CanvasOptions;
    struct Line {
        const char* name;
        bool CanvasOptions::*field;
        QString text;
        QString hint;
    };
    const QList<Line> lines = {
        {"wheelZooms", &CanvasOptions::wheelZooms, tr("The mouse wheel zooms"),
         tr("Otherwise it scrolls, and Ctrl with the wheel zooms.")},
        {"staysInDrawMode", &CanvasOptions::staysInDrawMode, tr("Stay with the drawing tool after a shape"), {}},
        {"asksForLabel", &CanvasOptions::asksForLabel, tr("Ask for the label of each new shape"),
         tr("Otherwise it takes the current label; digits change it.")},
        {"usesWholePixels", &CanvasOptions::usesWholePixels, tr("Round coordinates to whole pixels"), {}},
        {"snaps", &CanvasOptions::snaps, tr("Snap to other shapes and to the border of the picture"), {}},
        {"showsCrosshair", &CanvasOptions::showsCrosshair, tr("Show a crosshair while drawing"), {}},
        {"showsNames", &CanvasOptions::showsNames, tr("Show label names on shapes"), {}},
        {"showsPixelGrid", &CanvasOptions::showsPixelGrid, tr("Show the pixel grid at high zoom"), {}},
        {"keepsZoom", &CanvasOptions::keepsZoom, tr("Keep zoom and place for the next picture of the same size"), {}},
    };
    for (const Line& line : lines) {
        auto* box = new QCheckBox(line.text, content);
        box->setObjectName(QStringLiteral("canvas.") + QLatin1String(line.name));
        box->setChecked(context().settings().canvasOptions().*line.field);
        connect(box, &QCheckBox::toggled, this, [this, field = line.field](bool on) {
            CanvasOptions options = context().settings().canvasOptions();
            options.*field = on;
            context().settings().setCanvasOptions(options);
        });
        form->addRow(box);
        if (!line.hint.isEmpty()) {
            box->setToolTip(line.hint);
            QLabel* hint = hintLabel(line.hint, content);
            hint->setContentsMargins(kIndicatorWidth, -common::kGrid, 0, 0); // under the words of the box
            form->addRow(hint);
        }
    }
    return content;
}

QWidget* SettingsPage::makeStorage()
{
    auto [content, form] = makeForm(this);
    Settings& settings = context().settings();
    auto* pixels = new QSpinBox(content);
    pixels->setObjectName(QStringLiteral("maxMegapixels"));
    pixels->setAccessibleName(tr("Largest picture"));
    pixels->setRange(Settings::kLeastMegapixels, Settings::kMostMegapixels);
    pixels->setSingleStep(100);
    pixels->setGroupSeparatorShown(true);
    pixels->setToolTip(tr("For the canvas, the gallery, imports and synchronizing"));
    pixels->setSuffix(tr(" megapixels"));
    pixels->setValue(settings.maxMegapixels());
    connect(pixels, &QSpinBox::valueChanged, this, [&settings](int value) { settings.setMaxMegapixels(value); });
    form->addRow(tr("Largest picture"), pixels);
    form->addRow(
        QString(),
        hintLabel(tr("Larger pictures are refused with a message, so that a broken file cannot fill the memory."),
                  content));

    auto* cache = new QSpinBox(content);
    cache->setObjectName(QStringLiteral("cacheMegabytes"));
    cache->setAccessibleName(tr("Thumbnails kept on disk"));
    cache->setRange(100, 100'000);
    cache->setSingleStep(100);
    cache->setSuffix(tr(" MB"));
    cache->setValue(settings.cacheMegabytes());
    connect(cache, &QSpinBox::valueChanged, this, [&settings](int value) { settings.setCacheMegabytes(value); });
    form->addRow(tr("Thumbnails kept on disk"), cache);
    form->addRow(QString(),
                 hintLabel(tr("Per project, in its folder “.cache”. Counts from the next time the project is opened."),
                           content));

    m_cacheSize = new QLabel(content);
    m_cacheSize->setObjectName(QStringLiteral("cacheSize"));
    auto* clear = new QPushButton(tr("Empty now"), content);
    clear->setObjectName(QStringLiteral("clearCache"));
    clear->setEnabled(context().project() != nullptr);
    connect(clear, &QPushButton::clicked, this, &SettingsPage::clearCache);
    auto* row = new QHBoxLayout;
    row->addWidget(m_cacheSize, 1);
    row->addWidget(clear);
    form->addRow(tr("In this project"), row);
    return content;
}

void SettingsPage::measureCache()
{
    if (!context().project()) {
        m_cacheSize->setText(tr("No project is open."));
        return;
    }
    core::whenDone(QtConcurrent::run(&context().pools().compute(), folderBytes, context().project()->cacheFolder()),
                   this, [this](qint64 bytes) {
                       m_cacheSize->setText(bytes > 0 ? tr("%1 in use").arg(items::bytesText(bytes))
                                                      : tr("Nothing kept"));
                   });
}

void SettingsPage::clearCache()
{
    if (ProjectSession* session = context().project()) {
        session->thumbnails().forget();
        core::whenDone(
            QtConcurrent::run(&context().pools().compute(),
                              [folder = session->cacheFolder()] { return QDir(folder).removeRecursively(); }),
            this, [this](bool) { measureCache(); });
    }
}

} // namespace lw::studio
