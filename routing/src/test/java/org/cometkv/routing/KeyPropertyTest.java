package org.cometkv.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Keys as numbers and the metric on them. */
class KeyPropertyTest {

    @Property
    void textAndBytes_giveTheSameKeyBack(@ForAll("keys") Key key) {
        assertThat(Key.parse(key.toString())).isEqualTo(key).hasSameHashCodeAs(key);
        assertThat(Key.of(key.bytes())).isEqualTo(key);
        assertThat(NodeId.parse(new NodeId(key).toString())).isEqualTo(new NodeId(key));
    }

    @Property
    void order_isThatOfTheUnsignedNumber(@ForAll("keys") Key one, @ForAll("keys") Key other) {
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(number(one).compareTo(number(other)));
        assertThat(one.equals(other)).isEqualTo(number(one).equals(number(other)));
    }

    @Property
    void bits_spellTheNumber(@ForAll("keys") Key key) {
        for (int i = 0; i < 256; i++) {
            assertThat(key.bit(i)).isEqualTo(number(key).testBit(255 - i));
        }
    }

    @Property
    void distance_isSymmetricAndZeroOnlyToItself(@ForAll("keys") Key one, @ForAll("keys") Key other) {
        Distance zero = Distance.of(one, one);

        assertThat(Distance.of(one, other)).isEqualTo(Distance.of(other, one)).isGreaterThanOrEqualTo(zero);
        assertThat(Distance.of(one, other).equals(zero)).isEqualTo(one.equals(other));
        assertThat(zero.xor()).isEqualTo(new Key(0, 0, 0, 0));
    }

    @Property
    void distance_isTheExclusiveOr(@ForAll("keys") Key one, @ForAll("keys") Key other) {
        assertThat(number(Distance.of(one, other).xor())).isEqualTo(number(one).xor(number(other)));
    }

    @Property
    void distance_keepsTheTriangle(@ForAll("keys") Key a, @ForAll("keys") Key b, @ForAll("keys") Key c) {
        BigInteger direct = number(Distance.of(a, c).xor());
        BigInteger around =
                number(Distance.of(a, b).xor()).add(number(Distance.of(b, c).xor()));

        assertThat(direct).isLessThanOrEqualTo(around);
    }

    /** Unidirectional: only one point has a given distance from a key. */
    @Property
    void distance_isUniqueFromAPoint(@ForAll("keys") Key from, @ForAll("keys") Key one, @ForAll("keys") Key other) {
        assertThat(Distance.of(from, one).equals(Distance.of(from, other))).isEqualTo(one.equals(other));
        assertThat(Distance.of(from, Distance.of(from, one).xor()).xor()).isEqualTo(one);
    }

    @Provide
    Arbitrary<Key> keys() {
        Arbitrary<Long> words = Arbitraries.longs();
        return Combinators.combine(words, words, words, words).as(Key::new);
    }

    private static BigInteger number(Key key) {
        return new BigInteger(1, key.bytes());
    }
}
