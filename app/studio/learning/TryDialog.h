// SPDX-License-Identifier: GPL-3.0-or-later
//! What a model says about one picture, tried out.
#pragma once

#include "models/core/Error.h"
#include "models/domain/EngineJob.h"
#include "widgets/panels/AnswerView.h"

#include <QDialog>

#include <stop_token>

class QLabel;
class QSlider;

namespace lw::studio {

class AppContext;

class TryDialog final : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TryDialog)

public:
    TryDialog(AppContext& context, const domain::LibraryModel& model, QWidget* parent);
    ~TryDialog() override;

    /// Shows the picture and asks the model.
    void tryPicture(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void ask(const QString& path);
    void showAnswer(const QJsonObject& answer);
    void showFailure(const core::Error& error);

    AppContext& m_context;
    domain::LibraryModel m_model;
    panels::AnswerView* m_view;
    QSlider* m_least;
    QLabel* m_state;
    QString m_path;
    int m_turn = 0; ///< answers to earlier questions are dropped
    std::stop_source m_asking;
};

} // namespace lw::studio
