package org.cometkv.actors;

/** What a message of an object costs beyond its value: key, caller, number and its share of a frame. */
final class Envelope {

    /** Bytes charged for it, about what they are. */
    static final int BYTES = 256;

    private Envelope() {}
}
