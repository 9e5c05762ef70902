package org.cometkv.actors.objects;

import java.util.Optional;

/**
 * An event that waits for the answer of other nodes.
 *
 * @param room its share of what all waiting events of the node may hold
 * @param request that caused it and is answered after it; empty for a timer's
 */
record WaitingEvent(WaitingEvents.Wait room, Optional<ReplicaRequest> request) {}
