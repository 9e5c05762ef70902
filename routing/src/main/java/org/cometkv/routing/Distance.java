package org.cometkv.routing;

import java.util.Comparator;

/** The XOR distance of two points, ordered as an unsigned number. */
public record Distance(Key xor) implements Comparable<Distance> {

    /** The distance of two points; zero only from a point to itself. */
    public static Distance of(Key one, Key other) {
        return new Distance(
                new Key(one.a() ^ other.a(), one.b() ^ other.b(), one.c() ^ other.c(), one.d() ^ other.d()));
    }

    /** Orders contacts by their distance from {@code key}, closest first. */
    public static Comparator<Contact> closestTo(Key key) {
        return Comparator.comparing(contact -> of(key, contact.id().point()));
    }

    @Override
    public int compareTo(Distance other) {
        return xor.compareTo(other.xor);
    }
}
