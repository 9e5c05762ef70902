package org.cometkv.actors;

/**
 * What one node holds and does at the moment. Each figure is right by itself; together they are not of one instant.
 *
 * @param keys under which the node holds something: objects, values and what is left of removed ones
 * @param awake objects that run; those of which nothing is asked for {@code comet.passivation.after} sleep
 * @param asleep objects that sleep, and objects and values that are on the disk alone
 * @param slowed objects awake that share a small part of the node's time, because they break limits
 * @param setAside objects awake of which no handler runs until they are released, replaced or removed
 * @param waitingEvents events that wait for an answer
 * @param waitingBytes that these hold, about
 * @param unsaved keys whose content is not on the disk of this node as it holds it; 0 without a data directory
 * @param oldestUnsavedMillis how long ago the first of them was changed
 * @param diskBytes that the data directory takes, about
 */
public record NodeStat(
        int keys,
        int awake,
        int asleep,
        int slowed,
        int setAside,
        int waitingEvents,
        long waitingBytes,
        int unsaved,
        long oldestUnsavedMillis,
        long diskBytes) {}
