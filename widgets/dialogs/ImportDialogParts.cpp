// SPDX-License-Identifier: GPL-3.0-or-later
//! Makes the fields of the import dialog.
#include "widgets/common/Theme.h"
#include "widgets/dialogs/ImportDialog.h"
#include "widgets/dialogs/PathField.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

constexpr int kFieldWidth = 320;
constexpr int kLeastMegapixels = 10;
constexpr int kMostMegapixels = 10'000;

} // namespace

QWidget* ImportDialog::makeSource()
{
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    m_from->setPlaceholder(tr("Folder or file; or drop it here"));
    auto* file = new QPushButton(tr("File…"), box);
    file->setObjectName(QStringLiteral("chooseFile"));
    file->setAccessibleName(tr("Choose the file to import"));
    file->setToolTip(tr("Choose one file: a manifest, a COCO file, …"));
    file->setAutoDefault(false);
    row->addWidget(m_from, 1);
    row->addWidget(file);
    box->setMinimumWidth(kFieldWidth);
    box->setFocusProxy(m_from);
    connect(file, &QPushButton::clicked, this, &ImportDialog::chooseFile);
    return box;
}

QWidget* ImportDialog::makeFormat()
{
    auto* box = new QWidget(this);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    m_format->setObjectName(QStringLiteral("format"));
    m_format->setAccessibleName(tr("Format"));
    m_format->setPlaceholderText(tr("Choose a format"));
    m_format->setToolTip(tr("Recognised by itself; choose another one if that is wrong"));
    m_reason->setObjectName(QStringLiteral("formatReason"));
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setWordWrap(true);
    common::setRole(m_reason, "muted");
    // A long sentence must not widen the form.
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    m_reason->setSizePolicy(policy);
    column->addWidget(m_format);
    column->addWidget(m_reason);
    box->setFocusProxy(m_format);
    return box;
}

void ImportDialog::addVocPart()
{
    addField(QStringLiteral("isPair"), QString(), m_isPair);
    addField(QStringLiteral("annotationFolder"), tr("Annotations"), m_annotations,
             tr("Matched with the pictures by file name."));
    addField(QStringLiteral("pictureFolder"), tr("Pictures"), m_pictures);
    const auto pathsChanged = [this](PathField* field) {
        touch(field);
        askLater();
    };
    connect(m_isPair, &QCheckBox::toggled, this, [this] {
        showFormat();
        askLater();
    });
    connect(m_annotations, &PathField::pathChanged, this, [=, this] { pathsChanged(m_annotations); });
    connect(m_pictures, &PathField::pathChanged, this, [=, this] { pathsChanged(m_pictures); });
}

void ImportDialog::addOptions()
{
    m_withLabels->setChecked(remembered(QStringLiteral("withLabels"), true).toBool());
    m_copy->setChecked(remembered(QStringLiteral("copy"), false).toBool());
    m_boxes->setToolTip(tr("Object detection: an object with a box and an outline becomes its box"));
    m_onlyTaken->setToolTip(tr("Pictures without any of the labels that are taken stay out"));
    m_copy->setToolTip(tr("Otherwise the pictures stay where they are."));
    m_megapixels->setRange(kLeastMegapixels, kMostMegapixels);
    m_megapixels->setSingleStep(100);
    m_megapixels->setGroupSeparatorShown(true);
    m_megapixels->setSuffix(tr(" megapixels"));
    m_megapixels->setToolTip(tr("Larger pictures are refused with a message, so that a broken file cannot fill the "
                                "memory."));
    m_megapixels->setValue(m_facts.maxMegapixels);
    addField(QStringLiteral("withLabels"), tr("Options"), m_withLabels);
    addField(QStringLiteral("boxes"), QString(), m_boxes);
    addField(QStringLiteral("hardOnly"), QString(), m_hardOnly);
    addField(QStringLiteral("onlyTaken"), QString(), m_onlyTaken);
    addField(QStringLiteral("copy"), QString(), m_copy);
    addField(QStringLiteral("maxMegapixels"), tr("Largest picture"), m_megapixels);
    setRowVisible(m_boxes, m_facts.isDetection);
    for (QCheckBox* box : {m_withLabels, m_boxes, m_hardOnly}) {
        connect(box, &QCheckBox::toggled, this, &ImportDialog::askLater);
    }
    connect(m_megapixels, &QSpinBox::valueChanged, this, &ImportDialog::askLater);
    m_onlyTaken->setEnabled(m_withLabels->isChecked());
    connect(m_withLabels, &QCheckBox::toggled, m_onlyTaken, &QWidget::setEnabled);
}

} // namespace lw::dialogs
