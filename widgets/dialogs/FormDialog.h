// SPDX-License-Identifier: GPL-3.0-or-later
//! The frame of every parameter dialog: an introduction, a form, the first error in words, two buttons.
#pragma once

#include <QDialog>
#include <QHash>

class QFormLayout;
class QLabel;
class QPushButton;
class QSettings;
class QVBoxLayout;

namespace lw::dialogs {

/// Subclasses add fields and say in validate() what is wrong. The accept button is enabled when nothing is. Errors are
/// shown beneath their fields once these were touched or accepting was tried.
class FormDialog : public QDialog
{
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
    void addHeading(const QString& text);
    [[nodiscard]] QPushButton* acceptButton() const { return m_accept; }
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    void setAcceptText(const QString& text);

    /// To be called by subclasses when a field changed: marks it as touched and validates.
    void touch(QWidget* field);
    /// In validate(): `field` is not acceptable.
    void complain(QWidget* field, const QString& message);
    /// Runs validate() and shows the result.
    void check();

    [[nodiscard]] QVariant remembered(const QString& key, const QVariant& fallback) const;
    void remember(const QString& key, const QVariant& value);

private:
    struct Row {
        QLabel* error = nullptr;
        bool isTouched = false;
        QString complaint;
    };

    void showErrors();
    [[nodiscard]] QWidget* wrapped(QWidget* field, const QString& hint);

    QSettings* m_settings;
    QString m_group;
    QVBoxLayout* m_body;
    QFormLayout* m_form;
    QPushButton* m_accept;
    QHash<const QWidget*, Row> m_rows;
};

} // namespace lw::dialogs
