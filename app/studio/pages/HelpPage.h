// SPDX-License-Identifier: GPL-3.0-or-later
//! The embedded help: contents, search, text.
#pragma once

#include "app/studio/Page.h"

class QListWidget;
class QTextBrowser;

namespace lw::studio {

class HelpPage final : public Page {
    Q_OBJECT

public:
    explicit HelpPage(AppContext& context, QWidget* parent = nullptr);
    Q_DISABLE_COPY_MOVE(HelpPage)

    /// The anchor names a topic: "start", "annotating", …
    void open(const Route& route) override;
    [[nodiscard]] QString title() const override;

private:
    struct Topic {
        QString name;
        QString title;
        QString text; ///< Markdown
    };

    void loadTopics();
    void showTopic(const QString& name);
    void search(const QString& text);
    void highlight();

    QList<Topic> m_topics;
    QListWidget* m_contents;
    QTextBrowser* m_text;
    QString m_current;
    QString m_wanted; ///< what is searched for
};

} // namespace lw::studio
