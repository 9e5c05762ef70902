package org.cometkv.actors.seam;

/**
 * Counts of what a node's Gateway has under way: for the TestKit, which checks that all of it ends.
 *
 * @param operations of this node that have not ended
 * @param out requests that fill windows of peers
 * @param unsent requests that wait for room in these
 * @param inProgress requests of peers that were not answered yet
 * @param bytesInProgress of those
 */
public record UnderWay(int operations, int out, int unsent, int inProgress, long bytesInProgress) {}
