// SPDX-License-Identifier: GPL-3.0-or-later
//! The real main window over temporary folders, driven by object names.
#pragma once

#include "app/studio/AppContext.h"
#include "app/studio/Languages.h"
#include "app/studio/MainWindow.h"
#include "app/studio/Page.h"
#include "models/store/DatasetRepository.h"
#include "tests/support/Patience.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

namespace lw::tests {

/// A box in a generated VOC file.
struct VocBox {
    QString label;
    QRect rect;
};

/// Writes a plain picture.
inline void writePicture(const QString& path, const QSize& size, const QColor& colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QPainter painter(&image);
    painter.fillRect(QRect(size.width() / 4, size.height() / 4, size.width() / 2, size.height() / 2), colour.darker());
    painter.end();
    QVERIFY2(image.save(path), qPrintable(path));
}

/// Writes a VOC file beside the picture of the same base name.
inline void writeVoc(const QString& path, const QString& picture, const QSize& size, const QList<VocBox>& boxes)
{
    QString xml = QStringLiteral("<annotation><filename>%1</filename><size><width>%2</width><height>%3</height>"
                                 "<depth>3</depth></size>")
                      .arg(picture)
                      .arg(size.width())
                      .arg(size.height());
    for (const VocBox& box : boxes) {
        xml += QStringLiteral("<object><name>%1</name><bndbox><xmin>%2</xmin><ymin>%3</ymin><xmax>%4</xmax>"
                              "<ymax>%5</ymax></bndbox></object>")
                   .arg(box.label)
                   .arg(box.rect.left())
                   .arg(box.rect.top())
                   .arg(box.rect.left() + box.rect.width())
                   .arg(box.rect.top() + box.rect.height());
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QString(xml + QStringLiteral("</annotation>")).toUtf8());
}

/// Six pictures of 320 x 240, four of them labelled: "cat" on all four, "dog" on two.
inline QString writeSmallDataset(const QString& folder)
{
    QDir().mkpath(folder);
    const QSize size(320, 240);
    for (int i = 0; i < 6; ++i) {
        const QString base = QStringLiteral("%1/picture_%2").arg(folder).arg(i);
        writePicture(base + QStringLiteral(".png"), size, QColor::fromHsv(i * 50, 90, 220));
        if (i < 4) {
            QList<VocBox> boxes{{QStringLiteral("cat"), QRect(20, 30, 100, 80)}};
            if (i < 2) {
                boxes.append({QStringLiteral("dog"), QRect(150, 100, 90, 70)});
            }
            writeVoc(base + QStringLiteral(".xml"), QStringLiteral("picture_%1.png").arg(i), size, boxes);
        }
    }
    return folder;
}

/// One window with its own settings; everything is gone afterwards.
class GuiFixture {
public:
    GuiFixture()
    {
        m_context = std::make_unique<studio::AppContext>(m_folder.filePath(QStringLiteral("settings.ini")));
        // The machine's own language must not decide what tests read.
        m_context->settings().setLanguage(QStringLiteral("en"));
        m_context->settings().setTheme(common::ThemeMode::Light);
        m_languages = std::make_unique<studio::LanguageSwitch>(*qApp);
        m_languages->apply(QStringLiteral("en"));
        common::applyTheme(*qApp, common::ThemeMode::Light);
        makeWindow();
    }
    ~GuiFixture()
    {
        common::setFileResponder({});
        common::setMessageResponder({});
        m_window.reset();
        m_context.reset();
        // Threads of the pools close their connections as they end, so files may still be going.
        (void)QTest::qWaitFor([this] { return m_folder.remove(); }, kPatienceMs);
    }
    Q_DISABLE_COPY_MOVE(GuiFixture)

    [[nodiscard]] studio::AppContext& context() { return *m_context; }
    [[nodiscard]] studio::MainWindow& window() { return *m_window; }
    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(name); }
    [[nodiscard]] store::Store& store() { return m_context->project()->store(); }

    /// Ends the program and starts it anew on the same settings.
    void restart()
    {
        const QString project = m_context->project() ? m_context->project()->folder() : QString();
        m_window->close();
        m_window.reset();
        m_context = std::make_unique<studio::AppContext>(m_folder.filePath(QStringLiteral("settings.ini")));
        if (!project.isEmpty()) {
            QVERIFY(m_context->openProject(project));
        }
        makeWindow();
        m_window->restore();
    }

    /// A widget or action of the current page, else of the window; null if there is none.
    template <typename T> T* find(const QString& name)
    {
        if (studio::Page* page = m_window->currentPage()) {
            if (T* found = page->findChild<T*>(name)) {
                return found;
            }
        }
        return m_window->findChild<T*>(name);
    }
    template <typename T> T* find(const char* name) { return find<T>(QString::fromLatin1(name)); }
    void click(const char* name)
    {
        auto* button = find<QAbstractButton>(name);
        QVERIFY2(button, name);
        QTRY_VERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void trigger(const char* action)
    {
        auto* found = find<QAction>(action);
        QVERIFY2(found, action);
        QTRY_VERIFY2(found->isEnabled(), action);
        found->trigger();
    }
    /// The open dialog of that name.
    QDialog* dialog(const char* name)
    {
        QDialog* found = nullptr;
        [&] {
            QTRY_VERIFY2((found = m_window->findChild<QDialog*>(QString::fromLatin1(name))) && found->isVisible(),
                         name);
        }();
        return found;
    }
    static void fill(QDialog* dialog, const char* field, const QString& text)
    {
        auto* widget = dialog->findChild<QWidget*>(QString::fromLatin1(field));
        QVERIFY2(widget, field);
        auto* edit = qobject_cast<QLineEdit*>(widget);
        edit = edit ? edit : widget->findChild<QLineEdit*>(QStringLiteral("path"));
        QVERIFY2(edit, field);
        edit->setFocus();
        edit->selectAll();
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    static void accept(QDialog* dialog)
    {
        auto* button = dialog->findChild<QAbstractButton*>(QStringLiteral("accept"));
        QVERIFY(button);
        QTRY_VERIFY(button->isEnabled());
        QWidget* window = dialog->parentWidget()->window();
        QTest::mouseClick(button, Qt::LeftButton);
        // No window manager gives the focus back here, and keys work in the active window only.
        window->activateWindow();
        (void)QTest::qWaitForWindowActive(window, kPatienceMs);
    }
    void awaitJobs() { QTRY_COMPARE(m_context->jobs().activeCount(), 0); }
    [[nodiscard]] bool isOn(studio::PageKind page) const { return m_window->route().page == page; }

    /// A project with one dataset, filled from `input` without dialogs.
    domain::DatasetId makeDataset(const QString& input,
                                  domain::DatasetType type = domain::DatasetType::ObjectDetection)
    {
        [&] { QVERIFY(m_context->createProject(path(QStringLiteral("project")))); }();
        domain::Dataset dataset;
        dataset.name = QStringLiteral("animals");
        dataset.type = type;
        dataset.inputLocation = input;
        dataset.outputLocation = path(QStringLiteral("output"));
        QDir().mkpath(dataset.outputLocation);
        auto made = store::DatasetRepository(store()).create(dataset, {});
        [&] { QTRY_VERIFY(made.isFinished()); }();
        return *made.result();
    }

private:
    void makeWindow()
    {
        m_window = std::make_unique<studio::MainWindow>(*m_context, *m_languages);
        m_window->navigate(studio::Route{});
        m_window->resize(1280, 800);
        m_window->show();
        (void)QTest::qWaitForWindowActive(m_window.get(), kPatienceMs);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<studio::AppContext> m_context;
    std::unique_ptr<studio::LanguageSwitch> m_languages;
    std::unique_ptr<studio::MainWindow> m_window;
};

} // namespace lw::tests
