// SPDX-License-Identifier: GPL-3.0-or-later
//! The card that describes one version.
#include "widgets/panels/VersionDetails.h"

#include "models/domain/WholeLabels.h"
#include "models/items/Texts.h"
#include "widgets/common/Badge.h"
#include "widgets/common/ElidedLabel.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace lw::panels {

VersionDetails::VersionDetails(QWidget* parent)
    : QFrame(parent), m_name(new QLabel(this)),
      m_current(new common::Badge(tr("Current"), common::BadgeKind::Accent, this)),
      m_draft(new common::Badge(tr("Draft"), common::BadgeKind::Warning, this)), m_description(new QLabel(this)),
      m_facts(new QFormLayout)
{
    setObjectName(QStringLiteral("versionDetails"));
    common::setRole(this, "card");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    makeHeading();
    m_description->setTextFormat(Qt::PlainText);
    m_description->setWordWrap(true);
    m_description->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_description);
    makeFacts();
    column->addLayout(m_facts);
    makeActions();
    column->addStretch(1);
}

void VersionDetails::makeHeading()
{
    m_name->setTextFormat(Qt::PlainText);
    m_name->setObjectName(QStringLiteral("versionName"));
    common::setRole(m_name, "title");
    auto* line = new QHBoxLayout;
    line->addWidget(m_name);
    line->addWidget(m_current);
    line->addWidget(m_draft);
    line->addStretch(1);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
}

QLabel* VersionDetails::addFact(const QString& name, const QString& text)
{
    auto* value = new QLabel(this);
    value->setObjectName(name);
    value->setTextFormat(Qt::PlainText);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* label = new QLabel(text, this);
    common::setRole(label, "muted");
    m_facts->addRow(label, value);
    return value;
}

void VersionDetails::makeFacts()
{
    m_facts->setHorizontalSpacing(24);
    m_facts->setVerticalSpacing(6);
    m_facts->setLabelAlignment(Qt::AlignLeft);
    m_created = addFact(QStringLiteral("created"), tr("Published"));
    m_samples = addFact(QStringLiteral("samples"), tr("Samples"));
    m_annotations = addFact(QStringLiteral("annotations"), tr("Objects"));
    m_split = addFact(QStringLiteral("split"), tr("Split"));
    m_seed = addFact(QStringLiteral("seed"), tr("Seed"));
    m_hard = addFact(QStringLiteral("hard"), tr("Hard marks"));
    m_manifestRow = new QWidget(this);
    auto* line = new QHBoxLayout(m_manifestRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(4);
    m_manifest = new common::ElidedLabel({}, Qt::ElideMiddle, m_manifestRow);
    m_manifest->setObjectName(QStringLiteral("manifestPath"));
    line->addWidget(m_manifest, 1);
    const auto addButton = [&](const QString& name, const QString& icon, const QString& text) {
        auto* button = new QToolButton(m_manifestRow);
        button->setObjectName(name);
        button->setIcon(common::icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        line->addWidget(button);
        return button;
    };
    connect(addButton(QStringLiteral("copyPath"), QStringLiteral("copy"), tr("Copy the manifest's path")),
            &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_version.manifestPath); });
    connect(addButton(QStringLiteral("openFolder"), QStringLiteral("folder-open"), tr("Open the folder")),
            &QToolButton::clicked, this, [this] { Q_EMIT openFolderClicked(m_version.manifestPath); });
    auto* label = new QLabel(tr("Manifest"), this);
    common::setRole(label, "muted");
    m_facts->addRow(label, m_manifestRow);
}

void VersionDetails::makeActions()
{
    auto* line = new QHBoxLayout;
    line->setSpacing(common::kGrid);
    m_setCurrent = new QPushButton(tr("Set as current"), this);
    m_setCurrent->setObjectName(QStringLiteral("setCurrent"));
    m_setCurrent->setToolTip(tr("The dataset then shows this version's samples and labels"));
    common::setRole(m_setCurrent, "primary");
    m_compare = new QToolButton(this);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setText(tr("Compare with"));
    m_compare->setAccessibleName(tr("Compare with another version"));
    m_compare->setIcon(common::icon(QStringLiteral("compare")));
    m_compare->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_compare->setPopupMode(QToolButton::InstantPopup);
    m_compareMenu = new QMenu(m_compare);
    m_compare->setMenu(m_compareMenu);
    auto* remove = new QPushButton(common::icon(QStringLiteral("delete")), tr("Delete…"), this);
    remove->setObjectName(QStringLiteral("deleteVersion"));
    remove->setToolTip(tr("Removes the version from the list; its files stay on disk"));
    common::setRole(remove, "flat");
    auto* train = new QPushButton(common::icon(QStringLiteral("training")), tr("Train"), this);
    train->setObjectName(QStringLiteral("trainVersion"));
    train->setToolTip(tr("Train a model on the labels of this version"));
    line->addWidget(m_setCurrent);
    line->addWidget(train);
    line->addWidget(m_compare);
    line->addStretch(1);
    line->addWidget(remove);
    connect(m_setCurrent, &QPushButton::clicked, this, [this] { Q_EMIT setCurrentClicked(m_version.id); });
    connect(train, &QPushButton::clicked, this, [this] { Q_EMIT trainClicked(m_version.id); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT deleteClicked(m_version.id); });
    static_cast<QVBoxLayout*>(layout())->addSpacing(common::kGrid);
    static_cast<QVBoxLayout*>(layout())->addLayout(line);
}

void VersionDetails::setDatasetType(domain::DatasetType type)
{
    auto* caption = static_cast<QLabel*>(m_facts->labelForField(m_annotations));
    caption->setText(domain::labelsWholeSamples(type) ? tr("Labels") : tr("Objects"));
}

void VersionDetails::setVersion(const domain::Version& version, bool isCurrent, const std::vector<domain::Version>& all)
{
    m_version = version;
    const QLocale locale;
    setAccessibleName(tr("Version %1").arg(version.name));
    m_name->setText(version.name);
    m_current->setVisible(isCurrent);
    m_draft->setVisible(version.isDraft);
    m_description->setText(version.description);
    m_description->setVisible(!version.description.isEmpty());
    m_created->setText(items::timeText(version.createdAt));
    m_samples->setText(
        tr("%1, of which %2 labelled").arg(locale.toString(version.samples), locale.toString(version.labelled)));
    m_annotations->setText(locale.toString(version.annotations));
    m_split->setText(version.trainRatio ? tr("%1 training, %2 validation")
                                              .arg(items::percentText(*version.trainRatio),
                                                   items::percentText(1 - *version.trainRatio))
                                        : tr("Not split"));
    m_facts->labelForField(m_seed)->setVisible(version.trainRatio.has_value());
    m_seed->setVisible(version.trainRatio.has_value());
    m_seed->setText(QString::number(version.seed));
    m_hard->setText(version.hasHardAttribute ? tr("Written") : tr("Not written"));
    m_facts->labelForField(m_manifestRow)->setVisible(!version.manifestPath.isEmpty());
    m_manifestRow->setVisible(!version.manifestPath.isEmpty());
    m_manifest->setText(version.manifestPath);
    m_setCurrent->setEnabled(!isCurrent);
    fillCompare(all);
}

void VersionDetails::fillCompare(const std::vector<domain::Version>& all)
{
    m_compareMenu->clear();
    bool isNewer = true; // the list runs from the newest on
    for (const domain::Version& other : all) {
        if (other.id == m_version.id) {
            isNewer = false;
            continue;
        }
        const domain::VersionId before = isNewer ? m_version.id : other.id;
        const domain::VersionId after = isNewer ? other.id : m_version.id;
        m_compareMenu->addAction(other.name, this, [this, before, after] { Q_EMIT compareClicked(before, after); });
    }
    m_compare->setEnabled(!m_compareMenu->isEmpty());
}

} // namespace lw::panels
