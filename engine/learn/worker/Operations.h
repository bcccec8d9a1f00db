// SPDX-License-Identifier: GPL-3.0-or-later
//! What the worker can be asked in a session.
#pragma once

#include "engine/learn/worker/Session.h"

namespace lw::learn {

/// Adds to the session:
/// - "describe": version of libtorch, devices, cores, networks.
/// - "threads" {threads}: how many threads networks may take.
/// - "inspect" {path, side, convention}: what a weight file is: format, network, outputs, what is missing and left
/// over,
///   and how pictures enter. Mismatch when no network fits it.
/// - "open" {model, device}: loads a trained model for "predict".
/// - "predict" {pictures, leastScore}: its answers, one object for each picture.
/// Those that work on vectors take {store, net, weights, convention, side}: a file that keeps them, and the lens, a
/// network with weights or the net "hand" without.
/// - "embed" {…, pictures: [{id, path}]}: fills the store; pictures that are in it and whose file is the same are not
///   looked at again. Answers with the pictures that cannot be read.
/// - "suggest" {…, ids, labels, classes, isPrecise, validates, query}: the best class for each id and its probability,
///   from the labels of some (-1: none), their cross-validated accuracy unless "validates" is false, and the ids to label
///   next.
/// - "group" {…, ids, groups, starts, measures: {sharpness, brightness, colour}}: the group of each picture, 0 for the
///   greatest, and its distance to the group's centre. What each measure weighs is 0 … 1.
/// - "similar" {…, ids, sources, count}: the ids by likeness to the nearest of the sources; count 0: all.
/// - "pairs" {…, ids, least, most}: [a, b, cosine] of pictures that may be copies of each other.
/// - "map" {…, ids}: x and y of each picture, 0 … 1; kept beside the store until pictures or lens change.
/// - "check" {…, ids, labels, classes}: how suspicious each label is, the class that fits best, and how well.
/// Ids without a vector are left out: the answers to "suggest" and the last five say which "ids" they are about.
/// - "contour" {model, path, clicks}: the object between four clicks, by a trained contour assistant: {mask: {x, y, width,
///   height, runs}, polygon: [rings], confidence}. The window uses it only from 30 confirmed masks on, and only when
/// - "contour-score" {model, objects: [{path, polygon or mask}]} says that it does better on the last confirmed masks
///   than the way without a network: {overlaps, iou, good}.
/// - "assistant-open" {encoder, decoder, side, seconds}: a pair of TorchScript files of the kind of MobileSAM, tried on an
///   empty picture before they are accepted; "assistant-embed" {pictures}: looks at pictures ahead of time;
///   "assistant-mask" {path, points: [[x, y, 1 or 0]], box}: {mask, polygon, confidence}. See PromptDesk.
void addOperations(Session& session);

} // namespace lw::learn
