// SPDX-License-Identifier: GPL-3.0-or-later
//! A list, a picture, a question and its answers.
#include "app/studio/smart/DoubtDialog.h"

#include "app/studio/ProjectSession.h"
#include "models/store/DatasetRepository.h"
#include "models/store/SampleRepository.h"
#include "widgets/common/ColourButton.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace lw::studio {

namespace {

constexpr int kPictureEdge = 512;

} // namespace

DoubtDialog::DoubtDialog(ProjectSession& project, domain::DatasetId dataset,
                         const scenarios::CheckLabelsOutcome& found, QWidget* parent)
    : QDialog(parent), m_project(project), m_dataset(dataset), m_list(new QListWidget(this)),
      m_picture(new QLabel(this)), m_question(new QLabel(this)), m_left(new QLabel(this))
{
    setObjectName(QStringLiteral("doubtDialog"));
    setWindowTitle(tr("Labels to check"));
    if (const auto facts = store::DatasetRepository(project.store()).find(dataset)) {
        m_inputLocation = facts->inputLocation;
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    auto* heading = new QLabel(tr("Labels to check"), this);
    common::setRole(heading, "title");
    column->addWidget(heading);
    auto* note = new QLabel(tr("Pictures like these have other labels. The most suspicious come first."), this);
    common::setRole(note, "muted");
    column->addWidget(note);
    if (found.kept > 0) {
        auto* again = new QPushButton(tr("%Ln labels were kept before: ask about them too", nullptr, int(found.kept)), this);
        again->setObjectName(QStringLiteral("doubtKept"));
        again->setToolTip(tr("Look for doubtful labels anew, kept ones among them"));
        again->setAutoDefault(false);
        common::setRole(again, "link");
        column->addWidget(again, 0, Qt::AlignLeft);
        connect(again, &QPushButton::clicked, this, [this] {
            close();
            Q_EMIT keptRequested();
        });
    }
    auto* middle = new QHBoxLayout;
    m_list->setObjectName(QStringLiteral("doubtList"));
    m_list->setAccessibleName(tr("Doubtful labels"));
    m_list->setFixedWidth(260);
    m_list->installEventFilter(this);
    middle->addWidget(m_list);
    middle->addWidget(makePicture(), 1);
    column->addLayout(middle, 1);
    column->addWidget(makeButtons());
    for (const scenarios::DoubtfulLabel& doubt : found.doubtful) {
        addRow(int(m_doubtful.size()), doubt);
    }
    connect(m_list, &QListWidget::currentRowChanged, this, &DoubtDialog::showCurrent);
    connect(&project.thumbnails(), &gallery::ThumbnailSource::ready, this, &DoubtDialog::showPicture);
    m_list->setCurrentRow(0);
    showCurrent();
    m_list->setFocus();
    resize(960, 660);
}

QString DoubtDialog::nameOf(domain::LabelId label) const
{
    const domain::Label* known = m_project.labels(m_dataset).find(label);
    return known ? known->name : QString();
}

QWidget* DoubtDialog::makePicture()
{
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(common::kGrid, 0, 0, 0);
    m_picture->setObjectName(QStringLiteral("doubtPicture"));
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(320, 240);
    m_picture->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    column->addWidget(m_picture, 1);
    m_question->setObjectName(QStringLiteral("doubtQuestion"));
    m_question->setAlignment(Qt::AlignCenter);
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    common::setRole(m_question, "heading");
    column->addWidget(m_question);
    return part;
}

QWidget* DoubtDialog::makeButtons()
{
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(common::kGrid);
    m_left->setObjectName(QStringLiteral("doubtLeft"));
    common::setRole(m_left, "muted");
    row->addWidget(m_left, 1);
    const auto add = [&](const char* name, const QString& text, const QString& tip, auto slot) {
        auto* button = new QPushButton(text, part);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
        row->addWidget(button);
        connect(button, &QPushButton::clicked, this, slot);
        return button;
    };
    m_open = add("doubtOpen", tr("Open the picture"), tr("Shift+Return"), [this] {
        if (m_list->currentRow() >= 0) {
            Q_EMIT openRequested(m_doubtful[size_t(m_list->currentRow())].sample);
        }
    });
    m_back = add("doubtBack", tr("Take back"), tr("Ctrl+Z"), [this] { takeBack(); });
    m_keep = add("doubtKeep", tr("Keep the label"), tr("Backspace"), [this] { answer(Answer::Keep); });
    m_take = add("doubtTake", tr("Take the suggestion"), tr("Return"), [this] { answer(Answer::Take); });
    common::setRole(m_take, "primary");
    add("doubtClose", tr("Close"), tr("Esc"), [this] { close(); });
    return part;
}

void DoubtDialog::addRow(int row, const scenarios::DoubtfulLabel& doubt)
{
    m_doubtful.insert(m_doubtful.begin() + row, doubt);
    const domain::Label* suggested = m_project.labels(m_dataset).find(doubt.suggested);
    auto* item = new QListWidgetItem;
    //: the label that a picture has, then the one that is suggested
    item->setText(tr("%1 → %2").arg(nameOf(doubt.label), nameOf(doubt.suggested)));
    if (suggested) {
        item->setIcon(common::colourIcon(QColor::fromRgb(suggested->colour)));
    }
    m_list->insertItem(row, item);
}

void DoubtDialog::answer(Answer given)
{
    const int row = m_list->currentRow();
    if (row < 0) {
        return;
    }
    const scenarios::DoubtfulLabel doubt = m_doubtful[size_t(row)];
    m_given.push_back({doubt, row, given});
    if (given == Answer::Take) {
        Q_EMIT labelRequested(doubt.sample, doubt.suggested);
    } else {
        Q_EMIT keepRequested(doubt.sample, doubt.label);
    }
    m_doubtful.erase(m_doubtful.begin() + row);
    delete m_list->takeItem(row);
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    showCurrent();
}

void DoubtDialog::takeBack()
{
    if (m_given.empty()) {
        return;
    }
    const Given last = m_given.back();
    m_given.pop_back();
    if (last.answer == Answer::Take) {
        Q_EMIT undoRequested();
    } else {
        Q_EMIT keepUndone(last.doubt.sample);
    }
    addRow(last.row, last.doubt);
    m_list->setCurrentRow(last.row);
    showCurrent();
}

void DoubtDialog::showCurrent()
{
    const int row = m_list->currentRow();
    const bool isOpen = row >= 0 && row < int(m_doubtful.size());
    for (QPushButton* button : {m_open, m_keep, m_take}) {
        button->setEnabled(isOpen);
    }
    m_back->setEnabled(!m_given.empty());
    m_left->setText(tr("%Ln labels to check", nullptr, int(m_doubtful.size())));
    m_question->setText(!isOpen ? tr("Every label was checked.")
                                //: the label that a picture has, the suggested one, and its confidence in per cent
                                : tr("It says “%1”. Rather “%2” (%3%)?")
                                      .arg(nameOf(m_doubtful[size_t(row)].label),
                                           nameOf(m_doubtful[size_t(row)].suggested))
                                      .arg(qRound(m_doubtful[size_t(row)].confidence * 100)));
    showPicture();
}

void DoubtDialog::showPicture()
{
    const int row = m_list->currentRow();
    const auto sample = row >= 0 && row < int(m_doubtful.size())
                            ? store::SampleRepository(m_project.store()).find(m_doubtful[size_t(row)].sample)
                            : core::failure(core::ErrorCode::NotFound);
    if (!sample) {
        m_picture->clear();
        return;
    }
    const gallery::Thumbnail thumbnail = m_project.thumbnails().request(
        {sample->id, domain::absolutePath(*sample, m_inputLocation), kPictureEdge, sample->modifiedAt});
    if (thumbnail.state == gallery::ThumbnailState::Broken) {
        m_picture->setText(thumbnail.reason);
    } else if (!thumbnail.pixmap.isNull()) {
        m_picture->setPixmap(
            thumbnail.pixmap.scaled(m_picture->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    }
}

bool DoubtDialog::useKey(const QKeyEvent& event)
{
    const bool isReturn = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isReturn && event.modifiers() == Qt::ShiftModifier) {
        m_open->click();
    } else if (isReturn) {
        m_take->click();
    } else if (event.key() == Qt::Key_Backspace) {
        m_keep->click();
    } else if (event.matches(QKeySequence::Undo)) {
        takeBack();
    } else {
        return false;
    }
    return true;
}

void DoubtDialog::keyPressEvent(QKeyEvent* event)
{
    if (!useKey(*event)) {
        QDialog::keyPressEvent(event);
    }
}

bool DoubtDialog::eventFilter(QObject* watched, QEvent* event)
{
    return (event->type() == QEvent::KeyPress && useKey(static_cast<QKeyEvent&>(*event))) ||
           QDialog::eventFilter(watched, event);
}

} // namespace lw::studio
