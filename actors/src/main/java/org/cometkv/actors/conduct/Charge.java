package org.cometkv.actors.conduct;

/** A charge for one object or value that a node holds: the writer that it counts for, and its bytes. */
public record Charge(String writer, int bytes) {

    /** The charge for the same with other bytes. */
    public Charge of(int others) {
        return new Charge(writer, others);
    }
}
