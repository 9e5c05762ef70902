package org.cometkv.aso;

import org.cometkv.routing.NodeId;

/**
 * A reference to whoever waits for a later answer: a node and 128 random bits of that node's Gateway.
 *
 * <p>Scripts hold it as an opaque handle and cannot build one.
 */
public record Inbox(NodeId node, long high, long low) {}
