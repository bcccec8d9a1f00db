// SPDX-License-Identifier: GPL-3.0-or-later
//! Opens the model in the worker's session and asks about one picture after the other.
#include "app/studio/learning/TryDialog.h"

#include "app/scenarios/Messages.h"
#include "app/studio/AppContext.h"
#include "engine/jobs/ModelLibrary.h"
#include "engine/media/ImageDecoder.h"
#include "models/core/WhenDone.h"
#include "models/items/LibraryModelListModel.h"
#include "widgets/common/DroppedFiles.h"
#include "widgets/common/FileDialogs.h"
#include "widgets/common/Icons.h"
#include "widgets/common/Theme.h"

#include <QDialogButtonBox>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QLabel>
#include <QMimeData>
#include <QPolygonF>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace lw::studio {

namespace {
constexpr double kLowestAsked = 0.05;
constexpr int kUsualPercent = 40;

/// A mask by its outline.
template <typename NameOf> panels::AnswerItem maskItem(const QJsonObject& object, NameOf nameOf)
{
    const int label = object.value(QLatin1String("label")).toInt();
    panels::AnswerItem item{nameOf(label), object.value(QLatin1String("score")).toDouble(), {}, label, {}};
    for (const QJsonValue& ring : object.value(QLatin1String("polygon")).toArray()) {
        QPolygonF points;
        for (const QJsonValue& point : ring.toArray()) {
            points.append({point[0].toDouble(), point[1].toDouble()});
        }
        item.box |= points.boundingRect();
        item.rings.append(points);
    }
    return item;
}

} // namespace

TryDialog::TryDialog(AppContext& context, const domain::LibraryModel& model, QWidget* parent)
    : QDialog(parent), m_context(context), m_model(model), m_view(new panels::AnswerView(this)),
      m_least(new QSlider(Qt::Horizontal, this)), m_state(new QLabel(this))
{
    setObjectName(QStringLiteral("tryDialog"));
    setWindowTitle(tr("Try %1").arg(items::modelTitle(model)));
    setAcceptDrops(true);
    resize(860, 600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(12);
    auto* row = new QHBoxLayout;
    auto* choose = new QPushButton(common::icon(QStringLiteral("image")), tr("Choose a picture…"), this);
    choose->setObjectName(QStringLiteral("tryChoose"));
    m_state->setObjectName(QStringLiteral("tryState"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    common::setRole(m_state, "muted");
    row->addWidget(choose);
    row->addWidget(m_state, 1);
    auto* caption = new QLabel(tr("Lowest confidence"), this);
    m_least->setObjectName(QStringLiteral("tryLeast"));
    m_least->setAccessibleName(caption->text());
    m_least->setRange(int(kLowestAsked * 100), 99);
    m_least->setValue(kUsualPercent);
    m_least->setFixedWidth(160);
    const bool hasObjects = model.type != domain::DatasetType::ImageClassification;
    caption->setVisible(hasObjects);
    m_least->setVisible(hasObjects);
    row->addWidget(caption);
    row->addWidget(m_least);
    column->addLayout(row);
    m_view->setMessage(tr("Choose a picture, or drop one here."));
    m_view->setLeastConfidence(kUsualPercent / 100.0);
    column->addWidget(m_view, 1);
    auto* box = new QDialogButtonBox(QDialogButtonBox::Close, this);
    box->button(QDialogButtonBox::Close)->setText(tr("Close"));
    column->addWidget(box);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(choose, &QPushButton::clicked, this, [this] {
        const QString path = common::chooseOpenFile(this, tr("Choose a picture"));
        if (!path.isEmpty()) {
            tryPicture(path);
        }
    });
    connect(m_least, &QSlider::valueChanged, this, [this](int percent) {
        m_view->setLeastConfidence(percent / 100.0);
        m_state->setText(tr("%Ln answers", nullptr, m_view->shownCount()));
    });
}

TryDialog::~TryDialog()
{
    m_asking.request_stop();
}

void TryDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!common::droppedFiles(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void TryDialog::dropEvent(QDropEvent* event)
{
    tryPicture(common::droppedFiles(event->mimeData()).value(0));
}

void TryDialog::tryPicture(const QString& path)
{
    if (path.isEmpty()) {
        return;
    }
    m_asking.request_stop(); // the picture before
    m_asking = std::stop_source();
    m_path = path;
    ++m_turn;
    m_view->setPicture({}, {});
    m_view->setAnswers({});
    m_view->setMessage(tr("Reading the picture…"));
    m_state->clear();
    constexpr int kShownSide = 1600;
    const auto read = [path, limit = m_context.settings().maxPixels()](store::Store&) {
        media::DecodeOptions options;
        options.maxPixels = limit;
        options.targetSize = QSize(kShownSide, kShownSide);
        return media::decodeImage(path, options);
    };
    core::whenDone(m_context.project()->inBackground(read), this,
                   [this, path](const core::Result<media::DecodedImage>& decoded) {
                       if (path != m_path) {
                           return;
                       }
                       if (!decoded) {
                           showFailure(decoded.error());
                           return;
                       }
                       m_view->setPicture(decoded->picture, decoded->info.size);
                       ask(path);
                   });
}

void TryDialog::ask(const QString& path)
{
    m_state->setText(tr("Asking the model…"));
    const int turn = ++m_turn;
    jobs::EngineService& engine = m_context.engine();
    // Opening an open model again costs little; somebody else may have opened another one meanwhile.
    const auto opened =
        engine.ask(QStringLiteral("open"), {{QStringLiteral("model"), worker::descriptionFile(m_model)}},
                   m_asking.get_token());
    core::whenDone(opened, this, [this, turn](const jobs::EngineService::Answer& answer) {
        if (!answer && turn == m_turn) {
            showFailure(answer.error());
        }
    });
    const auto asked = engine.ask(QStringLiteral("predict"),
                                  {{QStringLiteral("pictures"), QJsonArray{path}},
                                   {QStringLiteral("leastScore"), kLowestAsked}},
                                  m_asking.get_token());
    core::whenDone(asked, this, [this, opened, turn](const jobs::EngineService::Answer& answer) {
        if (turn != m_turn || !opened.result()) {
            return;
        }
        if (!answer) {
            showFailure(answer.error());
        } else {
            showAnswer(answer->value(QLatin1String("answers")).toArray().at(0).toObject());
        }
    });
}

void TryDialog::showAnswer(const QJsonObject& answer)
{
    std::vector<panels::AnswerItem> items;
    const auto nameOf = [this](int label) { return m_model.labels.value(label, QString::number(label)); };
    const QJsonArray scores = answer.value(QLatin1String("scores")).toArray();
    for (int label = 0; label < int(scores.size()); ++label) {
        items.push_back({nameOf(label), scores.at(label).toDouble(), {}, label});
    }
    for (const QJsonValue& each : answer.value(QLatin1String("objects")).toArray()) {
        const QJsonObject object = each.toObject();
        const int label = object.value(QLatin1String("label")).toInt();
        items.push_back({nameOf(label), object.value(QLatin1String("score")).toDouble(),
                         QRectF(object.value(QLatin1String("x")).toDouble(), object.value(QLatin1String("y")).toDouble(),
                                object.value(QLatin1String("width")).toDouble(),
                                object.value(QLatin1String("height")).toDouble()),
                         label});
    }
    for (const QJsonValue& each : answer.value(QLatin1String("masks")).toArray()) {
        items.push_back(maskItem(each.toObject(), nameOf));
    }
    m_view->setAnswers(items);
    const QString problem = answer.value(QLatin1String("error")).toString();
    m_state->setText(problem.isEmpty() ? tr("%Ln answers", nullptr, m_view->shownCount()) : problem);
}

void TryDialog::showFailure(const core::Error& error)
{
    const QString text = scenarios::errorText(error);
    m_state->setText(text);
    m_view->setMessage(text);
}

} // namespace lw::studio
