// SPDX-License-Identifier: GPL-3.0-or-later
//! Rows of numbers.
#include "app/studio/learning/EvaluationTables.h"

#include "models/items/EngineTexts.h"

#include <QHeaderView>
#include <QLocale>

namespace lw::studio {

namespace {

constexpr int kSortRole = Qt::UserRole + 1;

/// Sorted by numbers, not by how they are written.
class NumberRow final : public QTreeWidgetItem {
public:
    using QTreeWidgetItem::QTreeWidgetItem;

    bool operator<(const QTreeWidgetItem& other) const override
    {
        const int column = treeWidget()->sortColumn();
        return column == 0 ? text(0).localeAwareCompare(other.text(0)) < 0
                           : data(column, kSortRole).toDouble() < other.data(column, kSortRole).toDouble();
    }

    void setNumber(int column, double value, const QString& text)
    {
        setText(column, text);
        setData(column, kSortRole, value);
        setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
};

QString shareText(double share)
{
    return share < 0 ? QStringLiteral("–") : items::metricText(QStringLiteral("accuracy"), share);
}

} // namespace

LabelScoreTable::LabelScoreTable(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("labelScores"));
    setAccessibleName(tr("Results by label"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSortingEnabled(true);
    setHeaderLabels({tr("Label"), tr("True"), tr("Answered"), tr("Right"), tr("Precision"), tr("Recall"),
                     tr("F1 score"), tr("AP"), tr("AP 50"), tr("Objects"), tr("IoU")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < columnCount(); ++column) {
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        setColumnWidth(column, 96);
    }
    header()->moveSection(9, 1);
    header()->moveSection(10, 2);
    headerItem()->setToolTip(4, tr("Share of the answers with the label that are right"));
    headerItem()->setToolTip(5, tr("Share of what has the label that is found"));
    headerItem()->setToolTip(6, tr("Precision and recall in one number"));
    headerItem()->setToolTip(9, tr("Objects with the label that people drew"));
    headerItem()->setToolTip(10, tr("Pixels that truth and answer share, by all pixels of either"));
    headerItem()->setToolTip(7, tr("Average precision over all confidences; of boxes, over overlaps from 50 to 95%"));
}

void LabelScoreTable::setEvaluation(const domain::Evaluation& evaluation)
{
    const QLocale locale;
    clear();
    setColumnHidden(8, !evaluation.coco);
    const bool isOfMasks = evaluation.isOfMasks();
    for (const int column : {1, 2, 3}) { // pixels: millions that tell nobody anything
        setColumnHidden(column, isOfMasks);
    }
    setColumnHidden(9, !isOfMasks);
    setColumnHidden(10, !isOfMasks);
    setSortingEnabled(false); // or each row would be moved while it is filled
    for (const domain::LabelScore& score : evaluation.scores) {
        auto* row = new NumberRow(this);
        row->setText(0, score.label);
        row->setNumber(1, double(score.isTrue), locale.toString(score.isTrue));
        row->setNumber(2, double(score.isSaid), locale.toString(score.isSaid));
        row->setNumber(3, double(score.isRight), locale.toString(score.isRight));
        row->setNumber(4, score.precision, shareText(score.isSaid > 0 ? score.precision : -1));
        row->setNumber(5, score.recall, shareText(score.isTrue > 0 ? score.recall : -1));
        row->setNumber(6, score.f1, shareText(score.f1));
        row->setNumber(7, score.ap.value_or(-1), shareText(score.ap.value_or(-1)));
        row->setNumber(8, score.ap50.value_or(-1), shareText(score.ap50.value_or(-1)));
        row->setNumber(9, double(score.objects), locale.toString(score.objects));
        row->setNumber(10, score.iou.value_or(-1), shareText(score.iou.value_or(-1)));
    }
    setSortingEnabled(true);
    sortByColumn(isOfMasks ? 10 : 6, Qt::AscendingOrder); // the weakest first
}

CocoTable::CocoTable(QWidget* parent) : QTreeWidget(parent)
{
    setObjectName(QStringLiteral("cocoNumbers"));
    setAccessibleName(tr("Numbers of COCO"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setSelectionMode(NoSelection);
    setHeaderLabels({tr("By the protocol of COCO"), tr("Value")});
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
}

void CocoTable::setNumbers(const std::array<double, 12>& numbers)
{
    const QStringList names{tr("AP, overlap 50 to 95%"),
                            tr("AP, overlap 50%"),
                            tr("AP, overlap 75%"),
                            tr("AP, small objects (below 32² pixels)"),
                            tr("AP, medium objects (32² to 96²)"),
                            tr("AP, large objects (above 96²)"),
                            tr("AR, 1 answer a picture"),
                            tr("AR, 10 answers a picture"),
                            tr("AR, 100 answers a picture"),
                            tr("AR, small objects"),
                            tr("AR, medium objects"),
                            tr("AR, large objects")};
    clear();
    for (int i = 0; i < 12; ++i) {
        const double number = numbers[size_t(i)];
        auto* row = new QTreeWidgetItem(
            this, {names.at(i), number < 0 ? QStringLiteral("–") : QLocale().toString(number, 'f', 3)});
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        if (number < 0) {
            row->setToolTip(1, tr("There is no such object."));
        }
    }
}

} // namespace lw::studio
