/**
 * The hosted object: its actor, its events and its budgets, and what the objects of a node share.
 *
 * <pre>
 *   ReplicaRequest ──▶ AsoActor ── EventRunner ──▶ Sandbox ──▶ EventHost, LoadingHost (HostView)
 *                         │             │
 *                   PendingChange       └ EffectSender ──▶ Requester
 *                         │
 *                   ReplicaState ── HostedObject ── SendBudget, PreparedSend
 *                         ├ PenaltyRule ── PenaltyCounts
 *                         └ ObjectUsage
 *   ChangeRule: what a change gets before any handler runs (pure)
 *   SupervisorMessage ◀── ReplicaState        ReplicaContext, HostingContext: what replicas share
 *   Slot: what a node holds under a key       ArrivingObject: a put or copy on its way
 * </pre>
 *
 * <p>Decisions. 2026-11-30: objects know neither their supervisor's class nor the Gateway: they tell a {@code
 * SupervisorMessage} and begin operations through a {@code Requester}. A classic actor, because a million of them
 * weigh half.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.objects;
