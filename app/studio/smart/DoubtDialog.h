// SPDX-License-Identifier: GPL-3.0-or-later
//! "Labels to check": one doubtful label after another, the picture beside it, one key for each answer.
#pragma once

#include "app/scenarios/CheckLabels.h"

#include <QDialog>

#include <vector>

class QLabel;
class QListWidget;
class QPushButton;

namespace lw::studio {

class ProjectSession;

/// Return takes the suggestion, Backspace keeps the label, Ctrl+Z takes the last answer back, Shift+Return opens the
/// picture. GUI thread only.
class DoubtDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DoubtDialog)

public:
    DoubtDialog(ProjectSession& project, domain::DatasetId dataset, const scenarios::CheckLabelsOutcome& found,
                QWidget* parent = nullptr);

Q_SIGNALS:
    /// Give the sample this label instead of what it has.
    void labelRequested(lw::domain::SampleId sample, lw::domain::LabelId label);
    /// Take back the last labelRequested().
    void undoRequested();
    /// The label is right: it is not to be asked about again.
    void keepRequested(lw::domain::SampleId sample, lw::domain::LabelId label);
    /// Take back a keepRequested().
    void keepUndone(lw::domain::SampleId sample);
    /// Ask about those too that were kept before.
    void keptRequested();
    void openRequested(lw::domain::SampleId sample);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Answer { Keep, Take };
    struct Given {
        scenarios::DoubtfulLabel doubt;
        int row = 0;
        Answer answer = Answer::Keep;
    };

    QWidget* makePicture();
    QWidget* makeButtons();
    void addRow(int row, const scenarios::DoubtfulLabel& doubt);
    void answer(Answer answer);
    void takeBack();
    void showCurrent();
    void showPicture();
    bool useKey(const QKeyEvent& event);
    [[nodiscard]] QString nameOf(domain::LabelId label) const;

    ProjectSession& m_project;
    domain::DatasetId m_dataset;
    QString m_inputLocation;
    std::vector<scenarios::DoubtfulLabel> m_doubtful; ///< row by row
    std::vector<Given> m_given;                       ///< the last at the end
    QListWidget* m_list;
    QLabel* m_picture;
    QLabel* m_question;
    QLabel* m_left;
    QPushButton* m_keep = nullptr;
    QPushButton* m_take = nullptr;
    QPushButton* m_back = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace lw::studio
