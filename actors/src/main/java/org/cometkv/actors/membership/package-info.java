/**
 * The members of the cluster as this node knows them, and the view of who owns keys.
 *
 * <pre>
 *   seam.Members, greetings ──▶ Membership ──▶ RoutingTableManager ──▶ PublishedView, watchers
 * </pre>
 *
 * <p>Decisions. 2026-11-30: a member owns keys only once its greeting is in.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.membership;
