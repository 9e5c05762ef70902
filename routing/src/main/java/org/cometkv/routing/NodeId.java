package org.cometkv.routing;

/** A node's point in the key space. */
public record NodeId(Key point) implements Comparable<NodeId> {

    /**
     * Parses 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if the text has another length or another character
     */
    public static NodeId parse(String hex) {
        return new NodeId(Key.parse(hex));
    }

    /** The id at the key of a name: a fixed id for a node that is configured by name. */
    public static NodeId of(String name) {
        return new NodeId(Key.of(name));
    }

    @Override
    public int compareTo(NodeId other) {
        return point.compareTo(other.point);
    }

    /** The first eight digits: enough to tell nodes apart in a log line. */
    public String brief() {
        return toString().substring(0, 8);
    }

    @Override
    public String toString() {
        return point.toString();
    }
}
