/**
 * The coordination of changes: a put, update or remove on its way to the owners of a key, and the rule by which it is
 * acknowledged.
 *
 * <pre>
 *   ChangeKind (put, remove) ─▶ ChangeOperation ─┬ replies ─▶ Said ─▶ Acknowledgement: wait, acknowledged, refused,
 *                                    │           │                                     repeat, absent
 *                                    │           └ again: refused for now, silent, not an owner
 *                                    └ afterwards ─▶ ResolveOperation: retracted, overruled, confirmed
 * </pre>
 *
 * <p>Decisions. 2026-11-30: a change that is acknowledged goes on until every owner answered, and what follows a
 * refusal or an acknowledgement is an operation of its own, so that the deadline of the change does not end it. A
 * refused change is not retracted where every node that was asked has said that it did not take it. An owner that says
 * absent to an update or remove does not count: it has settled the key before it says so.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.coordination;
