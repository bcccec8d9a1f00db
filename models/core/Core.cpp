// SPDX-License-Identifier: GPL-3.0-or-later
//! models/core is headers only; this file gives the library something to archive.
#include "models/core/Error.h"
#include "models/core/Id.h"
#include "models/core/Problem.h"
#include "models/core/Progress.h"
#include "models/core/Result.h"
#include "models/core/WhenDone.h"
