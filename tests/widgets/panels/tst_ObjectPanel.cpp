// SPDX-License-Identifier: GPL-3.0-or-later
//! Fields of the object panel edit the document, one undoable step each.
#include "models/document/LabelSet.h"
#include "tests/support/TempProject.h"
#include "widgets/common/Theme.h"
#include "widgets/panels/ObjectPanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTreeView>
#include <QtTest>

using namespace lw;
namespace commands = lw::document::commands;
using panels::ObjectPanel;

class TestObjectPanel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { common::applyTheme(*qApp, common::ThemeMode::Light); }

    void init()
    {
        m_project = std::make_unique<tests::TempProject>();
        m_project->addSamples(1, [&](int) {
            return std::vector{m_project->box(m_project->cat, 10.125, 20, 50, 40),
                               m_project->box(m_project->dog, 100, 10, 30, 30)};
        });
        m_labels = std::make_unique<document::LabelSet>(*m_project->store, m_project->dataset);
        domain::Label cat = *m_labels->find(m_project->cat);
        cat.attributes = {{QStringLiteral("colour"), {QStringLiteral("black"), QStringLiteral("white")}},
                          {QStringLiteral("note"), {}}};
        QVERIFY(m_labels->update(cat).result().has_value());
        QTRY_COMPARE(m_labels->find(m_project->cat)->attributes.size(), 2U);
        m_document = std::make_unique<document::SampleDocument>(*m_project->store);
        QVERIFY(m_document->load(m_project->ids().first()));
        m_first = m_document->annotations().at(0).id;
        m_second = m_document->annotations().at(1).id;
        m_panel = std::make_unique<ObjectPanel>(*m_document, *m_labels);
        m_panel->setAuthor(QStringLiteral("ann"));
        m_panel->show();
    }

    void cleanup()
    {
        m_panel.reset();
        m_document.reset();
        m_labels.reset();
        m_project.reset();
    }

    void selectionGoesBothWaysWithoutEcho()
    {
        const QSignalSpy changed(m_panel.get(), &ObjectPanel::selectionChanged);
        m_panel->setSelection({m_first});
        QCOMPARE(changed.count(), 0);
        QCOMPARE(m_panel->selection(), commands::Ids{m_first});
        auto* list = m_panel->findChild<QTreeView*>(QStringLiteral("objectList"));
        list->selectAll();
        QCOMPARE(changed.count(), 1);
        QCOMPARE(m_panel->selection().size(), 2U);
    }

    void labelChangesForAllSelected()
    {
        m_panel->setSelection({m_first, m_second});
        auto* label = field<QComboBox>("objectLabel");
        QCOMPARE(label->currentIndex(), -1); // they differ
        label->setCurrentIndex(1);
        Q_EMIT label->activated(1);
        QCOMPARE(m_document->find(m_first)->labelId, m_project->dog);
        QCOMPARE(m_document->find(m_first)->author, QStringLiteral("ann"));
        m_document->undo();
        QCOMPARE(m_document->find(m_first)->labelId, m_project->cat);
        QVERIFY(!m_document->canUndo()); // one step for both
    }

    void coordinatesReshapeAndKeepWhatWasNotEdited()
    {
        m_panel->setSelection({m_first});
        QCOMPARE(field<QDoubleSpinBox>("width")->value(), 50.0);
        field<QDoubleSpinBox>("width")->setValue(80);
        const QRectF box = m_document->find(m_first)->shape.boundingRect();
        QCOMPARE(box, QRectF(10.125, 20, 80, 40));  // x is shown as 10.13 but was not touched
        field<QDoubleSpinBox>("x")->setValue(5000); // beyond the picture: moved back into it
        QCOMPARE(m_document->find(m_first)->shape.boundingRect().right(), 640.0);
        field<QDoubleSpinBox>("height")->setValue(0); // not a box
        QCOMPARE(m_document->find(m_first)->shape.boundingRect().height(), 40.0);
        QCOMPARE(field<QDoubleSpinBox>("height")->value(), 40.0);
        m_document->undo();
        m_document->undo();
        QCOMPARE(field<QDoubleSpinBox>("width")->value(), 50.0);
        QVERIFY(!m_document->canUndo());
    }

    void showingAnObjectEditsNothing()
    {
        m_panel->setSelection({m_first});
        m_panel->setSelection({m_second});
        m_panel->setSelection({m_first, m_second});
        m_panel->setSelection({});
        QVERIFY(!m_document->canUndo());
    }

    void marksOfDifferentObjectsAreShownAsPartly()
    {
        m_panel->setSelection({m_second});
        field<QCheckBox>("truncated")->click();
        QVERIFY(m_document->find(m_second)->isTruncated);
        m_panel->setSelection({m_first, m_second});
        QCOMPARE(field<QCheckBox>("truncated")->checkState(), Qt::PartiallyChecked);
        field<QCheckBox>("truncated")->click();
        QVERIFY(m_document->find(m_first)->isTruncated);
        QVERIFY(m_document->find(m_second)->isTruncated);
        field<QCheckBox>("hard")->click();
        field<QCheckBox>("difficult")->click();
        field<QCheckBox>("occluded")->click();
        QVERIFY(m_document->find(m_first)->isHard && m_document->find(m_first)->isDifficult &&
                m_document->find(m_first)->isOccluded);
    }

    void poseIsChosenOrTyped()
    {
        m_panel->setSelection({m_first});
        auto* pose = field<QComboBox>("objectPose");
        pose->setEditText(QStringLiteral("Upside down"));
        QTest::keyClick(pose->lineEdit(), Qt::Key_Return);
        QCOMPARE(m_document->find(m_first)->pose, QStringLiteral("Upside down"));
    }

    void attributesFollowTheLabel()
    {
        m_panel->setSelection({m_first});
        auto* colour = field<QComboBox>("attribute-colour");
        QVERIFY(colour);
        QCOMPARE(colour->count(), 3); // not set, black, white
        colour->setCurrentText(QStringLiteral("white"));
        Q_EMIT colour->activated(2);
        QCOMPARE(m_document->find(m_first)->attributes.value(QStringLiteral("colour")), QStringLiteral("white"));
        auto* note = field<QComboBox>("attribute-note");
        note->setEditText(QStringLiteral("left eye"));
        QTest::keyClick(note->lineEdit(), Qt::Key_Return);
        QCOMPARE(m_document->find(m_first)->attributes.value(QStringLiteral("note")), QStringLiteral("left eye"));
        m_panel->setSelection({m_second}); // a dog has none
        QVERIFY(!field<QComboBox>("attribute-colour"));
        m_panel->setSelection({m_first});
        QCOMPARE(field<QComboBox>("attribute-colour")->currentText(), QStringLiteral("white"));
    }

    void deleteKeyRemovesObjects()
    {
        m_panel->setSelection({m_first});
        auto* list = m_panel->findChild<QTreeView*>(QStringLiteral("objectList"));
        m_panel->setReadOnly(true);
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_document->find(m_first));
        m_panel->setReadOnly(false);
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(!m_document->find(m_first));
    }

    void numbersAreEmptyWithoutASelection()
    {
        m_panel->setSelection({});
        for (const char* name : {"x", "y", "width", "height"}) {
            QVERIFY(field<QDoubleSpinBox>(name)->text().isEmpty());
            QVERIFY(!field<QDoubleSpinBox>(name)->isEnabled());
        }
        m_panel->setSelection({m_first});
        QVERIFY(field<QDoubleSpinBox>("y")->text().startsWith(QStringLiteral("20")));
        m_panel->setSelection({m_first, m_second});
        QVERIFY(field<QDoubleSpinBox>("y")->text().isEmpty());
    }

    void rotatedBoxesShowTheirOwnSidesAndAngle()
    {
        const domain::Shape turned = domain::Shape::rotatedBox({300, 200}, 100, 40, M_PI / 6);
        commands::reshape(*m_document, {{m_first, turned}}, QStringLiteral("ann"));
        QTRY_VERIFY(!m_document->isSaving());
        m_panel->setSelection({m_first});
        const auto value = [this](const char* name) { return field<QDoubleSpinBox>(name)->value(); };
        QVERIFY(field<QDoubleSpinBox>("angle")->isVisible());
        QCOMPARE(value("x"), 300.0);
        QCOMPARE(value("width"), 100.0);
        QCOMPARE(value("height"), 40.0);
        QCOMPARE(value("angle"), 30.0);
        field<QDoubleSpinBox>("angle")->setValue(90);
        QTRY_VERIFY(!m_document->isSaving());
        const QRectF box = m_document->find(m_first)->shape.boundingRect();
        QVERIFY(qAbs(box.width() - 40) < 0.01 && qAbs(box.height() - 100) < 0.01);
        QCOMPARE(value("width"), 100.0);
        field<QDoubleSpinBox>("width")->setValue(120);
        QTRY_VERIFY(!m_document->isSaving());
        QVERIFY(qAbs(m_document->find(m_first)->shape.boundingRect().height() - 120) < 0.01);
        m_document->undo();
        QTRY_VERIFY(!m_document->isSaving());
        QCOMPARE(value("width"), 100.0);
        m_panel->setSelection({m_second});
        QVERIFY(!field<QDoubleSpinBox>("angle")->isVisible());
    }

private:
    template <typename Field> Field* field(const char* name) { return m_panel->findChild<Field*>(QLatin1String(name)); }

    std::unique_ptr<tests::TempProject> m_project;
    std::unique_ptr<document::LabelSet> m_labels;
    std::unique_ptr<document::SampleDocument> m_document;
    std::unique_ptr<ObjectPanel> m_panel;
    domain::AnnotationId m_first;
    domain::AnnotationId m_second;
};

QTEST_MAIN(TestObjectPanel)
#include "tst_ObjectPanel.moc"
