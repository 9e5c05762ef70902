/**
 * The settings of a node: a mirror of {@code reference.conf}, read once and checked.
 *
 * <pre>
 *   Config ──▶ ConfigSection (bounds) ──▶ CometSettings ── PeerSettings
 * </pre>
 *
 * <p>Decisions. 2026-11-30: code has no second default; a test compares keys and components in both directions.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.settings;
