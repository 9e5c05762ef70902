package org.cometkv.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class KeyTest {

    /** SHA-256 of "abc": the first example of FIPS 180-4. */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void name_isHashedWithSha256() {
        assertThat(Key.of("abc")).hasToString(ABC);
        assertThat(Key.digest("abc".getBytes(StandardCharsets.UTF_8))).hasToString(ABC);
    }

    @Test
    void nameLength_1024BytesPassAnd1025AreRefused() {
        assertThat(Key.of("x".repeat(1_024))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of("x".repeat(1_025)))
                .withMessage("the key has 1025 bytes; the limit is 1024 bytes");
    }

    @Test
    void nameLength_isCountedInBytesOfUtf8() {
        assertThat(Key.of("\u00e4".repeat(512))).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of("\u00e4".repeat(512) + "x"))
                .withMessageContaining("1025 bytes");
    }

    @Test
    void emptyName_isRefusedAndOneByteIsNot() {
        assertThat(Key.of("x")).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(""))
                .withMessage("the key is empty; a key has 1 to 1024 bytes");
    }

    @Test
    void nameThatIsNoText_isRefused() {
        // Every lone surrogate would be encoded as '?', and different names would share a key.
        assertThatIllegalArgumentException().isThrownBy(() -> Key.of("a\ud800")).withMessageContaining("surrogate");
        assertThat(Key.of("\ud83d\ude00")).isNotEqualTo(Key.of("?"));
    }

    @Test
    void ownedKeys_areKnownByTheirLastBytesAndSpreadByTheirFirst() {
        Key key = Key.owned(new byte[32], new byte[0]);

        assertThat(key.isOwned()).isTrue();
        assertThat(key.toString()).endsWith("636f6d65742d6f77");
        assertThat(key).isNotEqualTo(Key.owned(new byte[32], new byte[1]));
        assertThat(key.a()).isNotEqualTo(Key.owned(new byte[32], new byte[1]).a());
        assertThat(Key.of("abc").isOwned()).isFalse();
        assertThat(key.child(1).isOwned()).isFalse();
    }

    @Test
    void salt_of64BytesPassesAnd65AreRefused() {
        assertThat(Key.owned(new byte[32], new byte[64])).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.owned(new byte[32], new byte[65]))
                .withMessage("the salt has 65 bytes; the limit is 64 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.owned(new byte[31], new byte[0]))
                .withMessage("a public key has 32 bytes, not 31");
    }

    @Test
    void bytes_areBigEndianAndExactly32() {
        Key key = new Key(0x0102030405060708L, 0, 0, 0xff);

        assertThat(key.bytes()).hasSize(32).startsWith(1, 2, 3, 4, 5, 6, 7, 8).endsWith(0, 0xff);
        assertThat(Key.of(key.bytes())).isEqualTo(key);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(new byte[31]))
                .withMessage("a key has 32 bytes, not 31");
        assertThatIllegalArgumentException().isThrownBy(() -> Key.of(new byte[33]));
    }

    @Test
    void hexText_parsesInEitherCase() {
        assertThat(Key.parse(ABC)).isEqualTo(Key.of("abc"));
        assertThat(Key.parse(ABC.toUpperCase(Locale.ROOT))).isEqualTo(Key.of("abc"));
    }

    @Test
    void hexTextOfOtherLengthOrDigits_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.parse(ABC.substring(1)))
                .withMessageContaining("64 digits, not 63");
        assertThatIllegalArgumentException().isThrownBy(() -> Key.parse(ABC + "0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Key.parse("g" + ABC.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> Key.parse(""));
    }

    @Test
    void veryLongHexText_isNotRepeatedInTheMessage() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.parse("0".repeat(1_000_000)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(200));
    }

    @Test
    void child_isTheDigestAppliedThatManyTimes() {
        Key key = Key.of("abc");

        assertThat(key.child(1)).isEqualTo(Key.digest(key.bytes()));
        for (int n = 2; n <= 5; n++) {
            assertThat(key.child(n))
                    .as("child %d", n)
                    .isEqualTo(key.child(n - 1).child(1));
        }
        assertThat(key.child(1)).isNotEqualTo(key);
    }

    @Test
    void childNumber_1And5PassAnd0And6AreRefused() {
        Key key = Key.of("abc");

        assertThat(key.child(1)).isNotEqualTo(key.child(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key.child(0))
                .withMessage("a child key is numbered 1 to 5, not 0");
        assertThatIllegalArgumentException().isThrownBy(() -> key.child(6)).withMessageContaining("not 6");
    }

    @Test
    void order_isUnsignedInEveryWord() {
        assertThat(new Key(-1, 0, 0, 0)).isGreaterThan(new Key(1, 0, 0, 0));
        assertThat(new Key(7, -1, 0, 0)).isGreaterThan(new Key(7, 1, 0, 0));
        assertThat(new Key(7, 7, -1, 0)).isGreaterThan(new Key(7, 7, 1, 0));
        assertThat(new Key(7, 7, 7, -1)).isGreaterThan(new Key(7, 7, 7, 1));
    }

    @Test
    void bit_countsFromTheMostSignificant() {
        Key key = new Key(Long.MIN_VALUE, 1, 0, 1);

        assertThat(key.bit(0)).isTrue();
        assertThat(key.bit(1)).isFalse();
        assertThat(key.bit(127)).isTrue();
        assertThat(key.bit(255)).isTrue();
        assertThat(key.bit(254)).isFalse();
    }
}
