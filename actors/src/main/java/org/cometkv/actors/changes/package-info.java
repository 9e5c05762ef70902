/**
 * The order of changes under one key, and the memory that it needs: the updates taken, and what was taken back.
 *
 * <pre>
 *   a change ──▶ ChangeRule: what it gets before any handler runs
 *          ├───▶ ChangeOutcomes: refused if it was taken back
 *          └───▶ UpdateLog: acknowledged again if it was taken, and not run once more
 *   an image ──▶ UpdateLog.missingFrom: what has to run on it
 * </pre>
 *
 * <p>Decisions. 2026-11-30: apart from the objects, because none of it knows an actor or a script.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.changes;
