// SPDX-License-Identifier: GPL-3.0-or-later
//! The log of a job: follows its end, can be searched and copied.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace lw::studio {

class JobLog final : public QWidget {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(JobLog)

public:
    explicit JobLog(QWidget* parent = nullptr);

    void clear();
    void append(const QString& text);
    [[nodiscard]] QString text() const;

private:
    void search(const QString& text, bool isBackward);
    void mark(const QString& text);

    QPlainTextEdit* m_text;
    QCheckBox* m_follow;
    QLabel* m_found;
    QString m_searched;
};

} // namespace lw::studio
