// SPDX-License-Identifier: GPL-3.0-or-later
//! Filter pages that choose from a list: labels, folder, annotator, hard mark.
#include "models/document/LabelSet.h"
#include "models/domain/HardReasonNames.h"
#include "models/items/HardReasonTexts.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/SearchField.h"
#include "widgets/common/Theme.h"
#include "widgets/gallery/FilterPage.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

namespace lw::gallery {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(lw::gallery::FilterPage)
};

void hideNonMatching(QListWidget* list, const QString& text)
{
    for (int row = 0; row < list->count(); ++row) {
        list->item(row)->setHidden(!list->item(row)->text().contains(text, Qt::CaseInsensitive));
    }
}

class LabelsPage final : public FilterPage {
public:
    LabelsPage(document::LabelSet& labels, QWidget* parent)
        : FilterPage(QStringLiteral("filterLabels"), Words::tr("Labels"), parent), m_labels(labels),
          m_list(new QListWidget(this)), m_any(new QRadioButton(Words::tr("Any of them"), this)),
          m_all(new QRadioButton(Words::tr("All of them"), this))
    {
        auto* search = new common::SearchField(Words::tr("Search labels"), this);
        search->setObjectName(QStringLiteral("searchLabels"));
        m_list->setObjectName(QStringLiteral("labelList"));
        m_list->setAccessibleName(Words::tr("Labels"));
        m_list->setFixedSize(280, 240);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_any->setObjectName(QStringLiteral("anyLabel"));
        m_all->setObjectName(QStringLiteral("allLabels"));
        auto* mode = new QHBoxLayout;
        mode->addWidget(m_any);
        mode->addWidget(m_all);
        mode->addStretch(1);
        column()->addWidget(search);
        column()->addWidget(m_list);
        column()->addLayout(mode);
        connect(search, &common::SearchField::searchChanged, m_list,
                [this](const QString& text) { hideNonMatching(m_list, text); });
        connect(m_list, &QListWidget::itemChanged, this, [this] { reportEdit(); });
        connect(m_all, &QRadioButton::toggled, this, [this] { reportEdit(); });
    }

    void show(const domain::SampleFilter& filter) override
    {
        m_isShowing = true;
        m_list->clear();
        for (const domain::Label& label : m_labels.labels()) {
            auto* item = new QListWidgetItem(common::colourIcon(QColor::fromRgba(label.colour)), label.name, m_list);
            item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
            item->setCheckState(filter.labels.contains(label.id) ? Qt::Checked : Qt::Unchecked);
            item->setData(Qt::UserRole, label.id.value);
            item->setToolTip(Words::tr("%n samples", nullptr, static_cast<int>(label.samples)));
        }
        (filter.needsAllLabels ? m_all : m_any)->setChecked(true);
        m_isShowing = false;
    }

    void apply(domain::SampleFilter& filter) const override
    {
        filter.labels.clear();
        for (int row = 0; row < m_list->count(); ++row) {
            if (m_list->item(row)->checkState() == Qt::Checked) {
                filter.labels.append(domain::LabelId(m_list->item(row)->data(Qt::UserRole).toLongLong()));
            }
        }
        filter.needsAllLabels = m_all->isChecked();
    }

    void reset(domain::SampleFilter& filter) const override
    {
        filter.labels.clear();
        filter.needsAllLabels = false;
    }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        QStringList names;
        for (domain::LabelId id : filter.labels) {
            if (const domain::Label* label = m_labels.find(id)) {
                names.append(label->name);
            }
        }
        if (names.isEmpty()) {
            return {};
        }
        if (names.size() > 2) {
            return filter.needsAllLabels ? Words::tr("All of %n labels", nullptr, static_cast<int>(names.size()))
                                         : Words::tr("Any of %n labels", nullptr, static_cast<int>(names.size()));
        }
        return names.join(filter.needsAllLabels ? QStringLiteral(" + ") : QStringLiteral(" / "));
    }

private:
    document::LabelSet& m_labels;
    QListWidget* m_list;
    QRadioButton* m_any;
    QRadioButton* m_all;
};

class HardPage final : public FilterPage {
public:
    explicit HardPage(QWidget* parent)
        : FilterPage(QStringLiteral("filterHard"), Words::tr("Hard examples"), parent),
          m_choices(new QButtonGroup(this))
    {
        addChoice(QStringLiteral("hardAny"), Words::tr("Hard or not"), kAny);
        addChoice(QStringLiteral("hardOnly"), Words::tr("Only hard"), kHard);
        addChoice(QStringLiteral("hardNot"), Words::tr("Only not hard"), kNotHard);
        m_choices->button(kAny)->setChecked(true);
        auto* heading = new QLabel(Words::tr("Because of"), this);
        common::setRole(heading, "muted");
        column()->addWidget(heading);
        for (const domain::HardReason reason : domain::knownReasons()) {
            auto* box = new QCheckBox(items::hardReasonText(reason), this);
            box->setObjectName(QStringLiteral("hardReason_") + domain::hardReasonName(reason));
            column()->addWidget(box);
            m_reasons.append(box);
            connect(box, &QCheckBox::toggled, this, [this](bool isOn) {
                if (isOn && m_choices->checkedId() == kNotHard) {
                    m_choices->button(kAny)->setChecked(true); // what is not hard has no reason
                }
                reportEdit();
            });
        }
        connect(m_choices, &QButtonGroup::idToggled, this, [this](int choice, bool isOn) {
            if (isOn) {
                for (QCheckBox* box : std::as_const(m_reasons)) {
                    box->setChecked(box->isChecked() && choice != kNotHard);
                }
                reportEdit();
            }
        });
    }

    void show(const domain::SampleFilter& filter) override
    {
        m_isShowing = true;
        m_choices->button(!filter.isHard ? kAny : *filter.isHard ? kHard : kNotHard)->setChecked(true);
        for (qsizetype i = 0; i < m_reasons.size(); ++i) {
            m_reasons[i]->setChecked(filter.hardReasons.contains(domain::knownReasons()[i]));
        }
        m_isShowing = false;
    }

    void apply(domain::SampleFilter& filter) const override
    {
        const int choice = m_choices->checkedId();
        filter.isHard = choice == kAny ? std::nullopt : std::optional(choice == kHard);
        filter.hardReasons.clear();
        for (qsizetype i = 0; i < m_reasons.size(); ++i) {
            if (m_reasons[i]->isChecked()) {
                filter.hardReasons.append(domain::knownReasons()[i]);
            }
        }
    }

    void reset(domain::SampleFilter& filter) const override
    {
        filter.isHard.reset();
        filter.hardReasons.clear();
    }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        if (filter.hardReasons.size() == 1) {
            return items::hardReasonText(filter.hardReasons.front());
        }
        if (!filter.hardReasons.isEmpty()) {
            return Words::tr("Hard, reasons: %1").arg(filter.hardReasons.size());
        }
        return !filter.isHard ? QString() : *filter.isHard ? Words::tr("Hard") : Words::tr("Not hard");
    }

private:
    enum { kAny, kHard, kNotHard };

    void addChoice(const QString& name, const QString& text, int id)
    {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(name);
        m_choices->addButton(button, id);
        column()->addWidget(button);
    }

    QButtonGroup* m_choices;
    QList<QCheckBox*> m_reasons; ///< in the order of domain::knownReasons()
};

/// A searchable list of texts of which one may be chosen.
class TextChoicePage : public ChoicePage {
public:
    TextChoicePage(const QString& name, const QString& title, QWidget* parent)
        : ChoicePage(name, title, parent), m_list(new QListWidget(this)), m_search(new common::SearchField(title, this))
    {
        m_list->setObjectName(QStringLiteral("choices"));
        m_list->setAccessibleName(title);
        m_list->setFixedSize(300, 220);
        m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        m_list->setTextElideMode(Qt::ElideMiddle);
        column()->addWidget(m_search);
        column()->addWidget(m_list);
        connect(m_search, &common::SearchField::searchChanged, m_list,
                [this](const QString& text) { hideNonMatching(m_list, text); });
        connect(m_list, &QListWidget::itemSelectionChanged, this, [this] { reportEdit(); });
    }

    void setChoices(const QStringList& choices) override
    {
        const QString chosen = this->chosen();
        m_choices = choices;
        fill(chosen);
    }

protected:
    /// Empty when none is chosen.
    [[nodiscard]] QString chosen() const
    {
        const QList<QListWidgetItem*> items = m_list->selectedItems();
        return items.isEmpty() ? QString() : items.first()->data(Qt::UserRole).toString();
    }

    void fill(const QString& chosen)
    {
        m_isShowing = true;
        m_list->clear();
        QStringList choices = m_choices;
        if (!chosen.isEmpty() && !choices.contains(chosen)) {
            choices.prepend(chosen);
        }
        auto* any = new QListWidgetItem(Words::tr("Any"), m_list);
        any->setSelected(chosen.isEmpty());
        for (const QString& choice : std::as_const(choices)) {
            if (choice.isEmpty()) {
                continue; // the input location itself: the same as "Any"
            }
            auto* item = new QListWidgetItem(choice, m_list);
            item->setData(Qt::UserRole, choice);
            item->setSelected(choice == chosen);
        }
        m_isShowing = false;
    }

private:
    QStringList m_choices;
    QListWidget* m_list;
    common::SearchField* m_search;
};

class FolderPage final : public TextChoicePage {
public:
    explicit FolderPage(QWidget* parent)
        : TextChoicePage(QStringLiteral("filterFolder"), Words::tr("Folder"), parent),
          m_missing(new QCheckBox(Words::tr("Only samples whose file is missing"), this))
    {
        m_missing->setObjectName(QStringLiteral("onlyMissing"));
        column()->addWidget(m_missing);
        connect(m_missing, &QCheckBox::toggled, this, [this] { reportEdit(); });
    }

    void show(const domain::SampleFilter& filter) override
    {
        fill(filter.folder);
        m_isShowing = true;
        m_missing->setChecked(filter.isMissing.value_or(false));
        m_isShowing = false;
    }

    void apply(domain::SampleFilter& filter) const override
    {
        filter.folder = chosen();
        filter.isMissing = m_missing->isChecked() ? std::optional(true) : std::nullopt;
    }

    void reset(domain::SampleFilter& filter) const override
    {
        filter.folder.clear();
        filter.isMissing.reset();
    }

    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        const bool isMissing = filter.isMissing.value_or(false);
        if (filter.folder.isEmpty()) {
            return isMissing ? Words::tr("File missing") : QString();
        }
        return isMissing ? Words::tr("%1, file missing").arg(filter.folder) : filter.folder;
    }

private:
    QCheckBox* m_missing;
};

class AuthorPage final : public TextChoicePage {
public:
    explicit AuthorPage(QWidget* parent)
        : TextChoicePage(QStringLiteral("filterAuthor"), Words::tr("Annotator"), parent)
    {
    }

    void show(const domain::SampleFilter& filter) override { fill(filter.author); }
    void apply(domain::SampleFilter& filter) const override { filter.author = chosen(); }
    void reset(domain::SampleFilter& filter) const override { filter.author.clear(); }
    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        return filter.author.isEmpty() ? QString() : Words::tr("By %1").arg(filter.author);
    }
};

class PickedPage final : public FilterPage {
public:
    explicit PickedPage(QWidget* parent)
        : FilterPage(QStringLiteral("filterPicked"), Words::tr("Picked samples"), parent)
    {
        auto* text = new QLabel(Words::tr("Only samples that were picked elsewhere are shown, for instance those that "
                                          "differ between two versions. Remove this filter to see the others."),
                                this);
        text->setWordWrap(true);
        text->setFixedWidth(280);
        column()->addWidget(text);
    }

    void show(const domain::SampleFilter& filter) override { m_samples = filter.samples; }
    void apply(domain::SampleFilter& filter) const override { filter.samples = m_samples; }
    void reset(domain::SampleFilter& filter) const override { filter.samples.clear(); }
    [[nodiscard]] QString summary(const domain::SampleFilter& filter) const override
    {
        const auto count = static_cast<int>(filter.samples.size());
        return count == 0 ? QString() : Words::tr("%Ln picked samples", nullptr, count);
    }

private:
    QList<domain::SampleId> m_samples;
};

class ArrangementPage final : public FilterPage {
public:
    explicit ArrangementPage(QWidget* parent)
        : FilterPage(QStringLiteral("filterArrangement"), Words::tr("Own order"), parent)
    {
        auto* text = new QLabel(Words::tr("Only some pictures, in an order of their own. Where a number stands on "
                                          "each, it says in per cent how alike they look. Tabs and filters still apply. "
                                          "Remove this to have all samples in their usual order again."),
                                this);
        text->setWordWrap(true);
        text->setFixedWidth(280);
        column()->addWidget(text);
    }

    void show(const domain::SampleFilter&) override {}
    void apply(domain::SampleFilter&) const override {}
    void reset(domain::SampleFilter&) const override {}
    [[nodiscard]] QString summary(const domain::SampleFilter&) const override { return {}; }
};

} // namespace

FilterPage* makeArrangementPage(QWidget* parent)
{
    return new ArrangementPage(parent);
}

FilterPage* makeLabelsPage(document::LabelSet& labels, QWidget* parent)
{
    return new LabelsPage(labels, parent);
}

FilterPage* makePickedPage(QWidget* parent)
{
    return new PickedPage(parent);
}

FilterPage* makeHardPage(QWidget* parent)
{
    return new HardPage(parent);
}

ChoicePage* makeFolderPage(QWidget* parent)
{
    return new FolderPage(parent);
}

ChoicePage* makeAuthorPage(QWidget* parent)
{
    return new AuthorPage(parent);
}

} // namespace lw::gallery
