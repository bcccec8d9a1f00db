// SPDX-License-Identifier: GPL-3.0-or-later
//! Asks what to import, from where and how, and shows what it would bring before anything is written.
#pragma once

#include "widgets/dialogs/FormDialog.h"
#include "widgets/dialogs/ImportFacts.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QSpinBox;
class QTimer;

namespace lw::dialogs {

class ImportPreviewPanel;
class PathField;

/// Looks into no file itself: it asks with its signals, and somebody answers with recognised() and findings() or the
/// failures, later and off the window's thread. Answers to older questions must not be given.
class ImportDialog final : public FormDialog {
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)

public:
    explicit ImportDialog(ImportFacts facts, QSettings* settings, QWidget* parent = nullptr);

    [[nodiscard]] ImportRequest request() const;
    void setFrom(const QString& path);
    /// Takes it as the person's choice.
    void setFormat(const QString& id);

    /// Answers recogniseRequested(): the surest first; none if nothing is known.
    void setRecognised(const std::vector<RecognisedFormat>& formats);
    /// Answers previewRequested().
    void setFindings(const ImportFindings& findings);
    void setProgress(qint64 done, qint64 total);
    /// Answers either question: `sentence` says why it failed.
    void setFailed(const QString& sentence);

Q_SIGNALS:
    /// Which formats does this folder or file look like? A new question makes older ones void, previews too.
    void recogniseRequested(const QString& path);
    /// What would request() bring? A new question makes older ones void.
    void previewRequested();
    /// The last question need not be answered any more.
    void questionDropped();

protected:
    void validate() override;
    void rememberChoices() override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeSource();
    QWidget* makeFormat();
    void addVocPart();
    void addOptions();
    void chooseFile();
    void fillFormats(const QString& chosen);
    void sourceChanged();
    void formatChosen();
    void askNow();
    void askLater();
    void showFormat();
    [[nodiscard]] QString format() const;
    [[nodiscard]] bool isPair() const;

    ImportFacts m_facts;
    PathField* m_from;
    QWidget* m_source;
    QComboBox* m_format;
    QLabel* m_reason;
    QWidget* m_formatBox;
    QCheckBox* m_isPair;
    PathField* m_annotations;
    PathField* m_pictures;
    QCheckBox* m_withLabels;
    QCheckBox* m_boxes;
    QCheckBox* m_hardOnly;
    QCheckBox* m_onlyTaken;
    QCheckBox* m_copy;
    QSpinBox* m_megapixels;
    ImportPreviewPanel* m_preview;
    QTimer* m_pause; ///< waits until typing pauses
    std::vector<RecognisedFormat> m_recognised;
    bool m_mustRecognise = false; ///< the source changed since the last question
    bool m_isOwnFormat = false;   ///< the person chose it
    bool m_isWaiting = false;     ///< for an answer on the formats
};

} // namespace lw::dialogs
