package org.cometkv.node.bench;

/** A garbage collector of the JVM; constants are named as users name them. */
enum Collector {
    Serial,
    Parallel,
    G1;

    String flag() {
        return "-XX:+Use" + this + "GC";
    }
}
