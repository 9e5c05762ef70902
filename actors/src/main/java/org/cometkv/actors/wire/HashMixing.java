package org.cometkv.actors.wire;

/** The finalizer of SplitMix64 (Steele, Lea and Flood, 2014): each bit of the result depends on all bits given. */
final class HashMixing {

    private HashMixing() {}

    static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }
}
