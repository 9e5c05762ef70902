package org.cometkv.actors.wire;

/**
 * The name of a stream: of the messages that one replica sends to its subscribers from when it began to number them
 * until it changed without sending one. No two streams of all nodes have the same.
 *
 * @param node the incarnation of the node
 * @param count of the streams of that node
 */
public record StreamId(long node, long count) {}
