// SPDX-License-Identifier: GPL-3.0-or-later
//! The frame of every parameter dialog: an introduction, a form, the first error in words, two buttons.
#pragma once

#include <QDialog>
#include <QHash>

class QGridLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QScrollArea;
class QSettings;
class QVBoxLayout;

namespace lw::dialogs {

/// Subclasses add fields and say in validate() what is wrong. Errors are shown beneath their fields once these were
/// touched or accepting was tried; trying to accept goes to the first field that is wrong.
class FormDialog : public QDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormDialog)

public:
    /// `settings` may be null (nothing is remembered) and must outlive the dialog; `group` names its keys there.
    FormDialog(const QString& title, const QString& intro, QSettings* settings, const QString& group, QWidget* parent);
    ~FormDialog() override;

    void accept() override;
    /// True when every field is acceptable.
    [[nodiscard]] bool isAcceptable() const;
    /// The message beneath `field` now, empty if none is shown.
    [[nodiscard]] QString shownError(const QWidget* field) const;

protected:
    /// Reports what is wrong by calling complain(); called after every change.
    virtual void validate() = 0;
    /// Called when the dialog is accepted: write choices with remember().
    virtual void rememberChoices() {}

    /// A row of the form; `hint` stands beneath in a quiet colour. Sets objectName, accessibleName and buddy.
    void addField(const QString& name, const QString& label, QWidget* field, const QString& hint = {});
    /// A row over the whole width.
    void addWide(QWidget* widget);
    /// Puts a widget beside the form, which keeps its width; it gets all other room.
    void addSide(QWidget* widget);
    /// Shows or hides the row of a field or of a wide widget.
    void setRowVisible(QWidget* field, bool isVisible);
    [[nodiscard]] QPushButton* acceptButton() const { return m_accept; }
    void setAcceptText(const QString& text);

    /// To be called by subclasses when a field changed: marks it as touched and validates.
    void touch(QWidget* field);
    /// In validate(): `field` is not acceptable.
    void complain(QWidget* field, const QString& message);
    /// Runs validate() and shows the result.
    void check();

    [[nodiscard]] QVariant remembered(const QString& key, const QVariant& fallback) const;
    void remember(const QString& key, const QVariant& value);

    void showEvent(QShowEvent* event) override;

private:
    struct Row {
        QLabel* caption = nullptr;
        QLabel* error = nullptr;
        bool isTouched = false;
        QString complaint;
    };

    void addButtons();
    void showErrors();
    void growToContent();
    [[nodiscard]] QSize roomOnScreen() const;
    [[nodiscard]] QWidget* wrapped(QWidget* field, const QString& hint);

    QSettings* m_settings;
    QString m_group;
    QWidget* m_page;
    QVBoxLayout* m_body;
    QHBoxLayout* m_columns; ///< the form, and what stands beside it
    QGridLayout* m_form;
    QScrollArea* m_scroll = nullptr;
    QPushButton* m_accept = nullptr;
    QHash<const QWidget*, Row> m_rows;
    QList<QWidget*> m_order; ///< fields from top to bottom
};

} // namespace lw::dialogs
