// SPDX-License-Identifier: GPL-3.0-or-later
//! Nothing but the carrier of the precompiled headers that all tests share.
