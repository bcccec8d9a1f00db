// SPDX-License-Identifier: GPL-3.0-or-later
//! What the worker can be asked in a session.
#pragma once

#include "engine/learn/worker/Session.h"

namespace lw::learn {

/// Adds to the session:
/// - "describe": version of libtorch, devices, cores, networks.
/// - "threads" {threads}: how many threads networks may take.
/// - "inspect" {path, side, convention}: what a weight file is: format, network, outputs, what is missing and left over,
///   and how pictures enter. Mismatch when no network fits it.
/// - "open" {model, device}: loads a trained model for "predict".
/// - "predict" {pictures, leastScore}: its answers, one object for each picture.
/// - "embed" {pictures: [{id, path}], net, weights, convention, side, store}: fills a store of vectors; pictures that
///   are in it are not looked at again. "net" is a network with "weights", or "hand" without.
/// - "suggest" {store, net, weights, convention, side, ids, labels, classes, isPrecise, query}: probabilities for all
///   ids from the labels of some (-1: none), their cross-validated accuracy, and the ids to label next.
void addOperations(Session& session);

} // namespace lw::learn
