package org.cometkv.actors;

import java.util.concurrent.Executor;
import org.cometkv.aso.lua.Sandbox;

/**
 * The sandbox, threads, counters and trust that all hosted objects of one node share. Thread-safe.
 *
 * @param waiting the events that wait for an answer
 * @param standings the counts of objects that are slowed or set aside
 */
record HostingContext(
        NodeContext node,
        Sandbox sandbox,
        Handlers handlers,
        WaitingEvents waiting,
        Credentials credentials,
        Standings standings) {

    /** @param threads that run handlers */
    static HostingContext of(NodeContext node, Sandbox sandbox, Executor threads) {
        CometSettings.Requests requests = node.settings().requests();
        return new HostingContext(
                node,
                sandbox,
                new Handlers(threads, sandbox),
                new WaitingEvents(requests.waitingMax(), requests.waitingBytesMax()),
                new Credentials(node.settings().trust()),
                new Standings());
    }

    /** The examination of requests on this node. */
    Admission admission() {
        return new Admission(node, credentials, handlers.executor());
    }
}
