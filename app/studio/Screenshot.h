// SPDX-License-Identifier: GPL-3.0-or-later
//! Takes a picture of the window once its page has settled, for the README and for looking at pages.
#pragma once

#include <QObject>
#include <QSize>
#include <QString>
#include <QTimer>

namespace lw::studio {

class AppContext;
class MainWindow;

/// Waits until no job runs, no picture is being made and nothing was repainted for a moment, then saves and quits.
class Screenshot final : public QObject {
    Q_OBJECT

public:
    /// Everything must outlive it.
    Screenshot(AppContext& context, MainWindow& window, const QString& file, QObject* parent = nullptr);
    Q_DISABLE_COPY_MOVE(Screenshot)

Q_SIGNALS:
    void taken(bool isSaved);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeIfQuiet();

    AppContext& m_context;
    MainWindow& m_window;
    QString m_file;
    QTimer m_quiet;
};

} // namespace lw::studio
