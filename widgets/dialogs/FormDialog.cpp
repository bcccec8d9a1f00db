// SPDX-License-Identifier: GPL-3.0-or-later
//! Lays a form out, validates it and shows what is wrong where it is wrong.
#include "widgets/dialogs/FormDialog.h"

#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QVBoxLayout>

namespace lw::dialogs {

namespace {

constexpr int kWidth = 560;
constexpr int kSideGap = 24;
/// Height of a one-line field.
constexpr int kFieldHeight = 32;

} // namespace

FormDialog::FormDialog(const QString& title, const QString& intro, QSettings* settings, const QString& group,
                       QWidget* parent)
    : QDialog(parent), m_settings(settings), m_group(group), m_page(new QWidget(this)), m_body(new QVBoxLayout(m_page)),
      m_columns(new QHBoxLayout), m_form(new QGridLayout)
{
    setObjectName(group);
    setWindowTitle(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_body->setContentsMargins(24, 20, 24, 20);
    m_body->setSpacing(12);
    auto* heading = new QLabel(title, m_page);
    common::setRole(heading, "title");
    m_body->addWidget(heading);
    if (!intro.isEmpty()) {
        auto* text = new QLabel(intro, m_page);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        common::setRole(text, "muted");
        m_body->addWidget(text);
    }
    m_form->setHorizontalSpacing(16);
    m_form->setVerticalSpacing(12);
    m_form->setColumnStretch(1, 1);
    auto* form = new QVBoxLayout;
    form->addLayout(m_form);
    form->addStretch(1);
    m_columns->addLayout(form, 1);
    m_body->addLayout(m_columns, 1);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidget(m_page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    common::setRole(m_page, "page");
    column->addWidget(m_scroll, 1);
    addButtons();
}

FormDialog::~FormDialog() = default;

void FormDialog::addButtons()
{
    auto* line = new QFrame(this);
    common::setRole(line, "separator");
    auto* box = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    box->setContentsMargins(24, 12, 24, 12);
    m_accept = box->addButton(tr("OK"), QDialogButtonBox::AcceptRole);
    m_accept->setObjectName(QStringLiteral("accept"));
    m_accept->setDefault(true);
    common::setRole(m_accept, "primary");
    box->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    box->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancel"));
    connect(box, &QDialogButtonBox::accepted, this, &FormDialog::accept);
    connect(box, &QDialogButtonBox::rejected, this, &FormDialog::reject);
    layout()->addWidget(line);
    layout()->addWidget(box);
}

void FormDialog::setAcceptText(const QString& text)
{
    m_accept->setText(text);
}

void FormDialog::addField(const QString& name, const QString& label, QWidget* field, const QString& hint)
{
    field->setObjectName(name);
    if (field->accessibleName().isEmpty()) {
        field->setAccessibleName(label);
    }
    if (!hint.isEmpty()) {
        field->setAccessibleDescription(hint);
    }
    // At the top of its row, level with the field's first line.
    auto* caption = new QLabel(label, m_page);
    const int line = qMin(field->sizeHint().height(), kFieldHeight);
    caption->setContentsMargins(0, qMax(0, (line - caption->fontMetrics().height()) / 2), 0, 0);
    caption->setBuddy(field);
    const int row = m_form->rowCount();
    m_form->addWidget(caption, row, 0, Qt::AlignTop | Qt::AlignLeft);
    m_form->addWidget(wrapped(field, hint), row, 1);
    m_rows[field].caption = caption;
    m_order.append(field);
}

void FormDialog::addSide(QWidget* widget)
{
    m_columns->setSpacing(kSideGap);
    m_columns->setStretch(0, 0);
    m_columns->addWidget(widget, 1);
}

void FormDialog::addWide(QWidget* widget)
{
    m_form->addWidget(widget, m_form->rowCount(), 0, 1, 2);
}

QWidget* FormDialog::wrapped(QWidget* field, const QString& hint)
{
    auto* box = new QWidget(m_page);
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(field);
    if (!hint.isEmpty()) {
        auto* text = new QLabel(hint, box);
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
        common::setRole(text, "muted");
        column->addWidget(text);
    }
    auto* error = new QLabel(box);
    error->setObjectName(QString(field->objectName() + QStringLiteral("Error")));
    error->setTextFormat(Qt::PlainText);
    error->setWordWrap(true);
    error->hide();
    common::setRole(error, "error");
    column->addWidget(error);
    m_rows[field].error = error;
    return box;
}

void FormDialog::setRowVisible(QWidget* field, bool isVisible)
{
    if (m_rows.contains(field)) {
        field->parentWidget()->setVisible(isVisible);
        m_rows[field].caption->setVisible(isVisible);
    } else {
        field->setVisible(isVisible);
    }
    QMetaObject::invokeMethod(this, &FormDialog::growToContent, Qt::QueuedConnection);
}

void FormDialog::touch(QWidget* field)
{
    if (m_rows.contains(field)) {
        m_rows[field].isTouched = true;
    }
    check();
}

void FormDialog::complain(QWidget* field, const QString& message)
{
    Row& row = m_rows[field];
    if (row.complaint.isEmpty()) {
        row.complaint = message;
    }
}

void FormDialog::check()
{
    for (Row& row : m_rows) {
        row.complaint.clear();
    }
    validate();
    showErrors();
}

void FormDialog::showErrors()
{
    for (auto it = m_rows.begin(); it != m_rows.end(); ++it) {
        const bool isShown = it->isTouched && !it->complaint.isEmpty();
        it->error->setText(isShown ? it->complaint : QString());
        it->error->setVisible(isShown);
        QWidget* field = it.key()->focusProxy() ? it.key()->focusProxy() : const_cast<QWidget*>(it.key());
        if (field->property("invalid").toBool() != isShown) {
            field->setProperty("invalid", isShown);
            field->style()->unpolish(field);
            field->style()->polish(field);
        }
    }
}

bool FormDialog::isAcceptable() const
{
    return std::none_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.complaint.isEmpty(); });
}

QString FormDialog::shownError(const QWidget* field) const
{
    return m_rows.value(field).error ? m_rows.value(field).error->text() : QString();
}

void FormDialog::accept()
{
    for (Row& row : m_rows) {
        row.isTouched = true;
    }
    check();
    if (isAcceptable()) {
        rememberChoices();
        QDialog::accept();
        return;
    }
    // To the first field that is wrong, in the order of the form.
    for (QWidget* field : std::as_const(m_order)) {
        if (!m_rows[field].complaint.isEmpty()) {
            growToContent();
            m_scroll->ensureWidgetVisible(m_rows[field].error);
            field->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

void FormDialog::showEvent(QShowEvent* event)
{
    check();
    const int wanted =
        qMax(kWidth, m_page->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width());
    resize(qMin(qMax(width(), wanted), roomOnScreen().width()), height());
    growToContent();
    QDialog::showEvent(event);
}

void FormDialog::growToContent()
{
    const int inner = width() - m_scroll->verticalScrollBar()->sizeHint().width();
    const int content = m_page->layout()->hasHeightForWidth() ? m_page->layout()->totalHeightForWidth(inner)
                                                              : m_page->sizeHint().height();
    const int buttons = layout()->sizeHint().height() - m_scroll->sizeHint().height();
    const int wanted = qMin(content + buttons + 2, roomOnScreen().height());
    if (wanted > height() || !isVisible()) {
        resize(width(), wanted);
    }
}

QSize FormDialog::roomOnScreen() const
{
    return screen()->availableSize() * 0.92;
}

QVariant FormDialog::remembered(const QString& key, const QVariant& fallback) const
{
    return m_settings ? m_settings->value(QString(m_group + u'/' + key), fallback) : fallback;
}

void FormDialog::remember(const QString& key, const QVariant& value)
{
    if (m_settings) {
        m_settings->setValue(QString(m_group + u'/' + key), value);
    }
}

} // namespace lw::dialogs
