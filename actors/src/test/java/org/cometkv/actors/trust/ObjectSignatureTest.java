package org.cometkv.actors.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is signed is what is checked, byte for byte. The golden vectors were made by another implementation, of the
 * encoding and of Ed25519, from the text of package-info and RFC 8032.
 */
class ObjectSignatureTest {

    private static final SigningKey AUTHOR = key(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    private static final SigningKey STRANGER = key(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    private static final SigningKey ISSUER = key(
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
    private static final Instant EXPIRY = Instant.parse("2100-01-01T00:00:00Z");
    private static final long NOW = 1_800_000_000_000L;
    private static final Grant GRANT = Grant.issue(
            ISSUER,
            AUTHOR.identity(),
            KeyPrefix.parse("8/1"),
            new Rights(true, 2, 100, Map.of(RaisedLimit.LIVE, 300_000, RaisedLimit.FUEL, 200_000)),
            EXPIRY);
    private static final SignedContent CONTENT =
            CanonicalForm.object(Key.of("golden"), Script.of("return 1"), Value.table(fields()));
    private static final ObjectSignature SIGNATURE =
            Signer.of(AUTHOR).serial(7).grant(GRANT).sign(CONTENT);
    private static final Signer OWNER = Signer.of(AUTHOR).salt("salt".getBytes(StandardCharsets.UTF_8));
    private static final TrustPolicy TRUST = TrustPolicy.in(Set.of(ISSUER.identity()));

    @Test
    void goldenVectors() {
        assertThat(hex(GRANT.encode())).isEqualTo(golden("GRANT"));
        assertThat(hex(SIGNATURE.encode())).isEqualTo(golden("OBJECT"));
        assertThat(OWNER.ownedKey()).hasToString(golden("OWNED"));
        assertThat(hex(CanonicalForm.remove(OWNER, OWNER.ownedKey()).encode())).isEqualTo(golden("REMOVE"));
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(Grant.decode(GRANT.encode())).isEqualTo(GRANT);
        assertThat(Grant.decode(GRANT.encode()).rights()).isEqualTo(GRANT.rights());
        assertThat(ObjectSignature.decode(SIGNATURE.encode())).isEqualTo(SIGNATURE);
        ObjectSignature remove = CanonicalForm.remove(OWNER, OWNER.ownedKey());
        assertThat(ObjectSignature.decode(remove.encode())).isEqualTo(remove);
        assertThat(remove.forgery()).isEmpty();
    }

    @Test
    void everyChangedByte_isSeen() {
        byte[] encoded = SIGNATURE.encode();
        for (int i = 0; i < encoded.length; i++) {
            byte[] changed = encoded.clone();
            changed[i] ^= (byte) (1 << i % 8);
            Optional<ObjectSignature> read = read(changed);
            if (read.isPresent()) {
                assertThat(hex(read.get().encode())).isEqualTo(hex(changed));
                assertThat(TRUST.judge(read.get(), CONTENT, NOW))
                        .as("byte " + i)
                        .isInstanceOf(TrustVerdict.Refused.class);
            }
        }
    }

    @Test
    void everyChangedByteOfAGrant_isSeen() {
        byte[] encoded = GRANT.encode();
        for (int i = 0; i < encoded.length; i++) {
            byte[] changed = encoded.clone();
            changed[i] ^= (byte) (1 << i % 8);
            try {
                assertThat(Grant.decode(changed).isGenuine()).as("byte " + i).isFalse();
            } catch (IllegalArgumentException unreadable) {
                assertThat(unreadable).hasMessageMatching(".+");
            }
        }
    }

    @Test
    void everyTruncationAndEveryByteMore_isRefused() {
        byte[] encoded = SIGNATURE.encode();
        for (int i = 0; i < encoded.length; i++) {
            byte[] cut = Arrays.copyOf(encoded, i);
            assertThatIllegalArgumentException().isThrownBy(() -> ObjectSignature.decode(cut));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectSignature.decode(Arrays.copyOf(encoded, encoded.length + 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectSignature.decode(new byte[ObjectSignature.BYTES_MAX + 1]));
    }

    /** Whatever comes in is a signature with one encoding, or is refused; nothing else is thrown. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void mutations_areReadAsThemselvesOrNotAtAll(long seed) {
        Random random = new Random(seed);
        byte[][] samples = {
            SIGNATURE.encode(),
            GRANT.encode(),
            CanonicalForm.remove(OWNER, OWNER.ownedKey()).encode()
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = samples[i % samples.length].clone();
            for (int j = random.nextInt(4); j >= 0; j--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            read(bytes).ifPresent(read -> assertThat(read.encode()).isEqualTo(bytes));
            try {
                assertThat(Grant.decode(bytes).encode()).isEqualTo(bytes);
            } catch (IllegalArgumentException refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }

    @Test
    void trust_isWhatMakesRights() {
        assertThat(TRUST.judge(SIGNATURE, CONTENT, NOW)).isEqualTo(new TrustVerdict.Verified(AUTHOR.identity(), GRANT));
        assertThat(TrustPolicy.in(Set.of()).judge(SIGNATURE, CONTENT, NOW))
                .isEqualTo(new TrustVerdict.Identified(
                        AUTHOR.identity(), "this node does not trust the issuer fc51cd8e of the grant"));
        assertThat(TRUST.judge(Signer.of(AUTHOR).sign(CONTENT), CONTENT, NOW))
                .isEqualTo(new TrustVerdict.Identified(AUTHOR.identity(), "the object has no grant"));
    }

    @Test
    void aGrantEndsAtItsInstant() {
        long end = EXPIRY.toEpochMilli();
        assertThat(TRUST.judge(SIGNATURE, CONTENT, end - 1)).isInstanceOf(TrustVerdict.Verified.class);
        assertThat(TRUST.judge(SIGNATURE, CONTENT, end))
                .isEqualTo(new TrustVerdict.Refused("the grant expired at 2100-01-01T00:00:00Z"));
        assertThat(TRUST.standing(SIGNATURE, end)).isInstanceOf(TrustVerdict.Identified.class);
    }

    @Test
    void aGrantIsForItsAuthorAndItsPrefix() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signer.of(STRANGER).grant(GRANT).sign(CONTENT))
                .withMessage("the grant is for the author d75a9801, not for 3d4017c3");
        Key outside = new Key(Long.MAX_VALUE, 0, 0, 0);
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Signer.of(AUTHOR).grant(GRANT).sign(CanonicalForm.object(outside, Script.NONE, Value.table())))
                .withMessageStartingWith("the grant is for keys that begin with \"8/1\", and the object's key is 7fff");
    }

    @Test
    void anotherKeyScriptOrField_isNamed() {
        Script script = Script.of("return 1");
        Value.Table fields = Value.table(fields());
        assertThat(TRUST.judge(SIGNATURE, CanonicalForm.object(Key.of("other"), script, fields), NOW))
                .isEqualTo(new TrustVerdict.Refused("the signature is for another key, " + Key.of("golden")));
        assertThat(TRUST.judge(SIGNATURE, CanonicalForm.object(Key.of("golden"), Script.of("return 2"), fields), NOW))
                .isEqualTo(new TrustVerdict.Refused("the script is not the one that was signed"));
        assertThat(TRUST.judge(SIGNATURE, CanonicalForm.object(Key.of("golden"), script, Value.table()), NOW))
                .isEqualTo(new TrustVerdict.Refused("the fields are not those that were signed"));
    }

    @Test
    void anotherSerialOrSalt_isAForgery() {
        ObjectSignature higher = new ObjectSignature(
                AUTHOR.identity(), CONTENT, 8, SIGNATURE.salt(), SIGNATURE.grant(), SIGNATURE.bytes());
        assertThat(higher.forgery()).hasValue("the author d75a9801 did not sign it as it is");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalForm.remove(Signer.of(STRANGER), OWNER.ownedKey()))
                .withMessage("the key does not belong to the author 3d4017c3 with this salt");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Signer.of(AUTHOR).serial(0).sign(CONTENT))
                .withMessage("serial is 0; it must be 1 or more");
    }

    @Test
    void rightsHaveBounds() {
        assertThat(new Rights(false, 5, 65_535, Map.of())).isNotNull();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rights(false, 6, 1, Map.of()))
                .withMessage("depth is 6; it must be 0 to 5");
        assertThatIllegalArgumentException().isThrownBy(() -> new Rights(false, -1, 1, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rights(false, 1, 65_536, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rights(false, 1, 0, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Rights(true, 0, 0, Map.of(RaisedLimit.FUEL, 0)));
    }

    @Test
    void prefixes_holdTheKeysThatBeginWithThem() {
        Key key = Key.parse("a8" + "0".repeat(62));
        assertThat(KeyPrefix.parse("").contains(key)).isTrue();
        assertThat(KeyPrefix.parse("a8").contains(key)).isTrue();
        assertThat(KeyPrefix.parse("a9").contains(key)).isFalse();
        assertThat(KeyPrefix.parse("a8/5").contains(key)).isTrue();
        assertThat(KeyPrefix.parse("a0/5").contains(key)).isFalse();
        assertThat(KeyPrefix.of(key, 256).contains(key)).isTrue();
        for (String text : new String[] {"", "a", "a8", "8/1", "a8/5", "f".repeat(64)}) {
            assertThat(KeyPrefix.parse(text)).hasToString(text);
        }
        for (String wrong : new String[] {"g", "a/", "a8/300", "f/1", "0".repeat(65), "a8/1"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> KeyPrefix.parse(wrong));
        }
    }

    @Test
    void identities_areUsableKeysOnly() {
        String hex = AUTHOR.identity().toString();
        assertThat(Identity.parse(hex.toUpperCase(java.util.Locale.ROOT))).isEqualTo(AUTHOR.identity());
        assertThat(Identity.parse(java.util.Base64.getEncoder()
                        .encodeToString(AUTHOR.identity().bytes())))
                .isEqualTo(AUTHOR.identity());
        for (String wrong : new String[] {
            "",
            "abc",
            hex.substring(2),
            "0".repeat(64),
            "01" + "0".repeat(62),
            "ff".repeat(32),
            "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"
        }) {
            assertThatIllegalArgumentException().as(wrong).isThrownBy(() -> Identity.parse(wrong));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(AUTHOR.seed(), STRANGER.identity()));
        assertThat(AUTHOR.toString()).doesNotContain(hex(AUTHOR.seed()));
    }

    private static Map<String, Value> fields() {
        Map<String, Value> fields = new LinkedHashMap<>();
        fields.put("value", Value.of("x"));
        fields.put("n", Value.of(-0.0));
        fields.put("list", Value.list(Value.of(true), Value.of(false)));
        return fields;
    }

    private static Optional<ObjectSignature> read(byte[] bytes) {
        try {
            return Optional.of(ObjectSignature.decode(bytes));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private static SigningKey key(String seed, String identity) {
        return SigningKey.of(HexFormat.of().parseHex(seed), Identity.parse(identity));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String golden(String name) {
        try (InputStream in = ObjectSignatureTest.class.getResourceAsStream("/signed/golden.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow()
                    .substring(name.length() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
