package org.cometkv.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The walk over sorted ids against sorting all contacts by distance. */
class RoutingViewPropertyTest {

    @Property
    void closest_isTheSortByDistance(
            @ForAll @IntRange(max = 200) int size,
            @ForAll @IntRange(max = 256) int sharedBits,
            @ForAll @IntRange(max = 220) int n,
            @ForAll long seed) {
        Random random = new Random(seed);
        Key prefix = randomKey(random);
        List<Contact> contacts = Stream.generate(() -> sharing(prefix, random.nextInt(sharedBits + 1), random))
                .limit(size)
                .distinct()
                .map(point -> new Contact(new NodeId(point), "host", 1))
                .toList();
        RoutingView view = RoutingView.of(contacts, Set.of());

        for (Key key : List.of(prefix, randomKey(random), sharing(prefix, random.nextInt(257), random))) {
            List<Contact> expected =
                    contacts.stream().sorted(Distance.closestTo(key)).limit(n).toList();
            assertThat(view.closest(key, n)).isEqualTo(expected);
            assertThat(view.owners(key, n)).isEqualTo(expected);
        }
    }

    @Property(tries = 200)
    void neighbor_isWhoeverIsAmongTheTwentyClosest(@ForAll @IntRange(max = 60) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Key key = randomKey(random);
        List<Contact> contacts = Stream.generate(() -> sharing(key, random.nextInt(20), random))
                .limit(size)
                .distinct()
                .map(point -> new Contact(new NodeId(point), "host", 1))
                .toList();
        RoutingView view = RoutingView.of(contacts, Set.of());
        List<Contact> twenty =
                contacts.stream().sorted(Distance.closestTo(key)).limit(20).toList();

        assertThat(view.neighbors(key)).isEqualTo(twenty);
        for (Contact contact : contacts) {
            assertThat(view.isNeighbor(key, contact.id())).isEqualTo(twenty.contains(contact));
            assertThat(view.contact(contact.id())).contains(contact);
        }
    }

    private static Key randomKey(Random random) {
        return new Key(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
    }

    /** A random key that begins with these bits of the prefix; all 256 give the prefix itself. */
    private static Key sharing(Key prefix, int bits, Random random) {
        byte[] shared = prefix.bytes();
        byte[] key = randomKey(random).bytes();
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >>> (bit & 7);
            key[bit >>> 3] = (byte) (key[bit >>> 3] & ~mask | shared[bit >>> 3] & mask);
        }
        return Key.of(key);
    }
}
