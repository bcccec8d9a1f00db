// SPDX-License-Identifier: GPL-3.0-or-later
//! TorchScript programs made at test time with Python's torch, where that is installed.
#pragma once

#include <QDir>
#include <QProcess>
#include <QString>

namespace lw::tests {

/// Encoder and decoder of a tiny assistant; empty paths when they could not be made.
struct ScriptPair {
    QString encoder;
    QString decoder;
};

/// The encoder shrinks the picture to a quarter; the decoder finds what has about the colour of the points' middle.
/// With `fits` false the decoder wants something else than what the encoder gives.
inline ScriptPair makeScriptPair(const QString& folder, bool fits = true)
{
    static const char* const kProgram = R"(
import sys
import torch

class Encoder(torch.jit.ScriptModule):
    pass

class Decoder(torch.jit.ScriptModule):
    pass

def save(module, path, text):
    module.define(text)
    module.save(path)

save(Encoder(), sys.argv[1] + "/encoder.pt", """
def forward(self, x):
    return torch.nn.functional.avg_pool2d(x, [4, 4])
""")
save(Decoder(), sys.argv[1] + "/decoder.pt", """
def forward(self, features, points, labels):
    middle = points[0].mean(0) / 4.0
    column = int(middle[0].item())
    row = int(middle[1].item())
    colour = features[:, :, row:row + 1, column:column + 1]
    mask = 1.0 - (features - colour).abs().sum(1, keepdim=True)
    return (torch.cat([mask - 9.0, mask], 1), torch.tensor([[0.2, 0.8]]))
""" if sys.argv[2] == "fits" else """
def forward(self, features, points, labels):
    return features[:, :, 0, 0]
""")
)";
    QDir().mkpath(folder);
    const QStringList arguments = {QStringLiteral("-c"), QString::fromLatin1(kProgram), folder,
                                   fits ? QStringLiteral("fits") : QStringLiteral("not")};
    // The first one in the path may be somebody's own, without torch.
    for (const char* each : {"python3", "/usr/bin/python3"}) {
        QProcess python;
        python.start(QString::fromLatin1(each), arguments);
        const bool isDone = python.waitForFinished(300'000) && python.exitStatus() == QProcess::NormalExit;
        if (isDone && python.exitCode() == 0) {
            return {folder + QStringLiteral("/encoder.pt"), folder + QStringLiteral("/decoder.pt")};
        }
    }
    return {};
}

} // namespace lw::tests

/// Makes the pair in `folder`, or skips the test.
#define LW_REQUIRE_TORCH(variable, folder)                                                                             \
    const lw::tests::ScriptPair variable = lw::tests::makeScriptPair(folder);                                          \
    if (variable.encoder.isEmpty())                                                                                    \
    QSKIP("Python's torch is not installed")
