// SPDX-License-Identifier: GPL-3.0-or-later
//! The line under the picture of the tools that networks help: which way outlines are found, which assistant answers.
#pragma once

#include "app/jobs/CanvasAssistants.h"

#include <QFrame>

#include <vector>

class QComboBox;
class QLabel;
class QToolButton;

namespace lw::studio {

class ClickTeacher;

/// Hidden while another tool is active.
class AssistBar final : public QFrame {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AssistBar)

public:
    /// Both must outlive it. `teach` is the command that teaches four clicks.
    AssistBar(ClickTeacher& teacher, jobs::CanvasAssistants& assistants, QAction* teach, QWidget* parent = nullptr);

    void setTool(const QString& id);
    /// The assistants of the library; the chosen one stays chosen.
    void setAssistants(const std::vector<jobs::AssistantPair>& pairs, const QString& chosenId);
    /// A person prefers the built-in way although what was learned is better.
    void setPrefersBuiltIn(bool prefers);
    [[nodiscard]] bool prefersBuiltIn() const { return m_prefersBuiltIn; }

Q_SIGNALS:
    void wayChosen();
    void assistantChosen(const QString& id);

private:
    void refresh();
    void showTeaching();
    void showWays();

    ClickTeacher& m_teacher;
    jobs::CanvasAssistants& m_assistants;
    std::vector<jobs::AssistantPair> m_pairs;
    QString m_tool;
    bool m_prefersBuiltIn = false;
    QLabel* m_caption;
    QComboBox* m_way;
    QComboBox* m_assistant;
    QLabel* m_note;
    QToolButton* m_teach;
};

} // namespace lw::studio
