/**
 * The node: its actors, the Java API in front of them and the configuration behind them.
 *
 * <pre>
 * CometNode (NodeGuardian)
 *  ├ Gateway               peers        requests and their deadlines
 *  ├ RoutingTableManager   membership   owns the routing view that every thread reads
 *  ├ ReplicaManager        replicas     key → AsoActor, passive values, tombstones; the timer wheel
 *  │   └ AsoActor *        objects      one hosted object
 *  └ Membership            membership   cluster events and greetings → who may own keys
 *
 *  actors ─▶ coordination ─▶ requests
 *  actors ─▶ replicas ─▶ objects ─▶ authorization, dispatch      membership ─▶ peers
 *            all ─▶ context ─▶ requests, settings, seam ─▶ wire ─▶ trust      pekko: the seams in production
 * </pre>
 *
 * <p>The walks, as files that are passed; that of a get is in the README.
 *
 * <pre>
 * put   Comet ▸ ApplicationRequests ▸ DryRun ▸ ChangeOperation ▸ Gateway ▸ RequestTable ▸ Egress ▸ Wire ▸
 *       Ingress ▸ RequestRouter ▸ ReplicaManager ▸ AsoActor ▸ ArrivingObject ▸ EventRunner ▸ Instance ▸ Interpreter
 * tick  ReplicaManager (its wheel) ▸ AsoActor ▸ HostedObject (its schedule) ▸ EventRunner ▸ Instance ▸ Interpreter ▸
 *       EffectSender ▸ Gateway
 * </pre>
 *
 * <p>Names that are API beside those of types: of metrics, {@link org.cometkv.actors.Metric}; of loggers,
 * {@code org.cometkv.members}, which says with INFO what becomes of members and with WARN that a node is suspect, was
 * removed while it was, speaks another protocol, claims a taken id, or that this node itself was removed;
 * {@code org.cometkv.objects}, which says with WARN that an object is set aside. {@code org.cometkv} is above all
 * loggers of Comet.
 *
 * <p>What a node does when it has too much to do, in this order, each kind at a bound of its own
 * ({@code comet.peers.load}): lookups of peers are refused as {@code BUSY}, then gets, of which a reader asks the next
 * replica, then puts, updates, removes and copies; then what its own applications begin
 * ({@code comet.requests.operations-max}), as it is called. So no mailbox is filled: the Gateway's holds at most those
 * and the windows of its peers, the ReplicaManager's those and what the load of peers lets in. Replies are always
 * taken: they end what is in progress. Before that, no peer may ask more than its rate, no object more than its own
 * ({@code RATE_LIMITED}), and no node sends a peer more than a window of requests.
 *
 * <p>Decisions. 2026-11: decisions are made in plain classes ({@code Operation}, {@code HostedObject},
 * {@code RequestTable}) that know no actor. 2026-11: a get whose first owner is this node goes straight to the object's
 * actor and does not pass the Gateway; an object's end never swallows a request, because its mailbox and the dead
 * letters hand it back. 2026-11-30: each request of an application has a place in {@code PendingReplies} until it ends,
 * which bounds them and ends by the deadline what a bug lost; the table is looked through once a timeout, so that the
 * path above sets no timer. Races are tested by threads and repetition in the build: JCStress needs JVMs of its own for
 * each test, Fray a JVM that it instruments. 2026-11-30: this package is what applications import, the
 * operations behind it and the wiring of a node; everything else is in packages below, with arrows downward only.
 * 2026-11-30: an update takes the options of a put, because it is one; what it cannot be (of an empty key) throws.
 * 2026-11-30: no call may take longer than {@code comet.requests.timeout}, because what other nodes keep of a request
 * they keep for a time that follows from it. 2026-11-30: {@code orElseThrow} throws the one exception there is, so that
 * a caller who wants no replies has one thing to catch.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors;
