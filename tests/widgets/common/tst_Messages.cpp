// SPDX-License-Identifier: GPL-3.0-or-later
//! Messages and file questions: what a test answers, what a person sees.
#include "widgets/common/FileDialogs.h"
#include "widgets/common/MessageBox.h"
#include "widgets/common/Toast.h"

#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace lw::common;

namespace {

/// Presses `key` in the message box as soon as it is open.
void pressInBox(Qt::Key key)
{
    QTimer::singleShot(0, qApp, [key] {
        if (QWidget* box = QApplication::activeModalWidget())
            QTest::keyClick(box->focusWidget() ? box->focusWidget() : box, key);
    });
}

} // namespace

class tst_Messages : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        setFileResponder({});
        setMessageResponder({});
    }

    void responderAnswersFileQuestions()
    {
        QList<FileQuestion> asked;
        setFileResponder([&asked](const FileQuestion& question) {
            asked += question;
            return QStringList{QStringLiteral("/a"), QStringLiteral("/b")};
        });
        QCOMPARE(chooseFolder(nullptr, QStringLiteral("Input"), QStringLiteral("/home")), QStringLiteral("/a"));
        QCOMPARE(chooseOpenFiles(nullptr, QStringLiteral("Pictures")).size(), 2);
        QCOMPARE(chooseOpenFile(nullptr, QStringLiteral("One"), {}, QStringLiteral("*.png")), QStringLiteral("/a"));
        QCOMPARE(chooseSaveFile(
                     nullptr, {.title = QStringLiteral("Report"), .start = {}, .defaultSuffix = QStringLiteral("csv")}),
                 QStringLiteral("/a"));
        QCOMPARE(asked.size(), 4);
        QCOMPARE(asked.at(0).start, QStringLiteral("/home"));
        QCOMPARE(asked.at(2).filter, QStringLiteral("*.png"));
        QCOMPARE(asked.at(3).kind, FileQuestion::Kind::SaveFile);
    }

    void cancelledFileQuestionIsEmpty()
    {
        setFileResponder([](const FileQuestion&) { return QStringList(); });
        QVERIFY(chooseFolder(nullptr, QStringLiteral("Input")).isEmpty());
        QVERIFY(chooseOpenFiles(nullptr, QStringLiteral("Input")).isEmpty());
    }

    void responderAnswersMessages()
    {
        QStringList titles;
        setMessageResponder([&titles](const Message& message) {
            titles += message.title;
            return Choice::Alternative;
        });
        QCOMPARE(confirm(nullptr, {.title = QStringLiteral("Sure?"), .text = {}}), Choice::Alternative);
        showError(nullptr, QStringLiteral("Broken"), QStringLiteral("It is."));
        showInfo(nullptr, QStringLiteral("Known"), QStringLiteral("It is."));
        QCOMPARE(titles, QStringList({QStringLiteral("Sure?"), QStringLiteral("Broken"), QStringLiteral("Known")}));
    }

    void returnAcceptsAQuestion()
    {
        pressInBox(Qt::Key_Return);
        QCOMPARE(confirm(nullptr, {.title = QStringLiteral("Go on?"), .text = {}}), Choice::Accept);
    }

    void returnDoesNotAcceptWhatCannotBeTakenBack()
    {
        pressInBox(Qt::Key_Return);
        QCOMPARE(confirm(nullptr, {.title = QStringLiteral("Delete?"), .text = {}, .kind = MessageKind::Danger}),
                 Choice::Reject);
    }

    void escapeRejects()
    {
        pressInBox(Qt::Key_Escape);
        QCOMPARE(confirm(nullptr, {.title = QStringLiteral("Go on?"), .text = {}}), Choice::Reject);
    }

    void thirdButtonIsTheAlternative()
    {
        QTimer::singleShot(0, qApp, [] {
            QTest::mouseClick(
                QApplication::activeModalWidget()->findChild<QPushButton*>(QStringLiteral("alternativeButton")),
                Qt::LeftButton);
        });
        const Message message{.title = QStringLiteral("Save?"),
                              .text = {},
                              .acceptText = QStringLiteral("Save"),
                              .alternativeText = QStringLiteral("Do not save")};
        QCOMPARE(confirm(nullptr, message), Choice::Alternative);
    }

    void errorShowsPlainTextAndDetails()
    {
        QString title;
        QString details;
        Qt::TextFormat format = Qt::AutoText;
        QTimer::singleShot(0, qApp, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            title = box->text();
            details = box->detailedText();
            format = box->textFormat();
            box->reject();
        });
        showError(nullptr, QStringLiteral("<b>x</b>"), QStringLiteral("why"), QStringLiteral("/path: no such file"));
        QCOMPARE(title, QStringLiteral("<b>x</b>"));
        QCOMPARE(details, QStringLiteral("/path: no such file"));
        QCOMPARE(format, Qt::PlainText);
    }

    void toastGoesAwayByItself()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        const QPointer<Toast> toast = Toast::showMessage(&window, {.text = QStringLiteral("Saved")});
        toast->setDuration(1);
        QTRY_VERIFY(toast.isNull());
    }

    void toastReplacesTheOneBefore()
    {
        QWidget window;
        window.resize(600, 400);
        auto* inner = new QWidget(&window);
        window.show();
        const QPointer<Toast> first = Toast::showMessage(&window, {.text = QStringLiteral("one")});
        const Toast* second = Toast::showMessage(inner, {.text = QStringLiteral("two")});
        QVERIFY(first.isNull() || first->isHidden());
        QVERIFY(second->isVisible());
        QCOMPARE(second->parentWidget(), &window);
    }

    void toastKeepsItsPlaceAndLeavesTheFocus()
    {
        QWidget window;
        auto* field = new QLineEdit(&window);
        window.resize(800, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, lw::tests::kPatienceMs));
        field->setFocus();
        const Toast* toast =
            Toast::showMessage(&window, {.text = QString(300, QLatin1Char('x')).replace(20, 1, QLatin1Char(' '))});
        QVERIFY(window.rect().contains(toast->geometry()));
        window.resize(400, 700);
        QVERIFY(window.rect().contains(toast->geometry()));
        QVERIFY(toast->geometry().bottom() > 600);
        QVERIFY(field->hasFocus());
    }

    void toastActionIsReportedOnce()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        Toast* toast =
            Toast::showMessage(&window, {.text = QStringLiteral("Deleted"), .actionText = QStringLiteral("Undo")});
        const QSignalSpy triggered(toast, &Toast::actionTriggered);
        QTest::mouseClick(toast->findChild<QPushButton*>(QStringLiteral("toastAction")), Qt::LeftButton);
        QCOMPARE(triggered.count(), 1);
        QVERIFY(toast->isHidden());
    }
};

QTEST_MAIN(tst_Messages)
#include "tst_Messages.moc"
