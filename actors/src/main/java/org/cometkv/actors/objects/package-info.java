/**
 * The hosted object: its actor, its events and its budgets, and what the objects of a node share.
 *
 * <pre>
 *   ReplicaRequest ──▶ AsoActor ── EventRunner ──▶ Sandbox ──▶ EventHost, SilentHost, LoadingHost (HostView)
 *                         │             │
 *          PendingChange, ImageMerge    └ EffectSender ──▶ Requester
 *                         │
 *                   ReplicaState ── HostedObject ── SendBudget, PreparedSend
 *                         ├ ServedRequests: who waits for an answer
 *                         ├ ChangeMemory: what was taken, and what was taken back (changes)
 *                         ├ ObjectConduct: cost and standing (conduct)
 *                         └ Supervision ──▶ SupervisorMessage
 *   Slot: what a node holds under a key       ArrivingObject: a put or an image on its way
 *   ReplicaContext, HostingContext: what replicas share
 * </pre>
 *
 * <p>Decisions. 2026-11-30: objects know neither their supervisor's class nor the Gateway: they tell a {@code
 * SupervisorMessage} and begin operations through a {@code Requester}. A classic actor, because a million of them
 * weigh half.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.objects;
