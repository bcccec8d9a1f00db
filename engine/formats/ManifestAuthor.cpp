// SPDX-License-Identifier: GPL-3.0-or-later
//! Names of authors, there and back.
#include "engine/formats/ManifestAuthor.h"

#include "engine/formats/JsonText.h"
#include "models/domain/SmartRun.h"

namespace lw::formats {

namespace {

const QString& activeLearning()
{
    static const QString text = QStringLiteral("modelarts/active-learning");
    return text;
}

} // namespace

void appendAuthor(QByteArray& out, const QString& author)
{
    const QString own = domain::modelAuthor({});
    const bool isOwnModel = author.startsWith(own) && author != own;
    out.append(",\"annotated-by\":");
    appendJsonString(out, isOwnModel ? activeLearning() : author);
    if (isOwnModel) {
        out.append(',');
        appendJsonString(out, kModelField);
        out.append(':');
        appendJsonString(out, author.mid(own.size()));
    }
}

QString authorOf(const QString& annotatedBy, std::string_view model)
{
    return model.empty() || annotatedBy != activeLearning()
               ? annotatedBy
               : domain::modelAuthor(QString::fromUtf8(model.data(), qsizetype(model.size())));
}

} // namespace lw::formats
