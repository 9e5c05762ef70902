package org.cometkv.actors.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

/** The canonical encoding of values: one for each value, and no two values share one. */
class CanonicalFormTest {

    @Test
    void theOrderOfEntriesAndTheFormOfAListDoNotMatter() {
        Map<String, Value> one = new LinkedHashMap<>();
        one.put("a", Value.of(1));
        one.put("b", Value.list(Value.of(true)));
        Map<String, Value> other = new LinkedHashMap<>();
        other.put("b", Value.Table.wrap(new Value[0], new Value[] {Value.of(1), Value.of(true)}));
        other.put("a", Value.of(1));

        assertThat(hex(Value.table(one))).isEqualTo(hex(Value.table(other)));
    }

    @Test
    void thereIsOneNanAndTwoZeros_asForAScript() {
        double otherNan = Double.longBitsToDouble(0x7ff8_0000_0000_0001L);
        assertThat(hex(Value.of(otherNan))).isEqualTo(hex(Value.of(Double.NaN))).isEqualTo("037ff8000000000000");
        assertThat(hex(Value.of(-0.0))).isNotEqualTo(hex(Value.of(0.0)));
        assertThat(hex(Value.Table.wrap(new Value[0], new Value[] {Value.of(-0.0), Value.of(1)})))
                .isEqualTo(hex(Value.Table.wrap(new Value[0], new Value[] {Value.of(0.0), Value.of(1)})));
    }

    @Test
    void differentValuesDiffer() {
        Value[] values = {
            Value.NIL,
            Value.of(false),
            Value.of(true),
            Value.of(0),
            Value.of(1),
            Value.of(""),
            Value.of("0"),
            Value.of("\0"),
            Value.table(),
            Value.list(Value.of("")),
            Value.list(Value.of("ab"), Value.of("c")),
            Value.list(Value.of("a"), Value.of("bc")),
            Value.list(Value.table()),
            Value.table(Map.of("a", Value.of("b"))),
            Value.table(Map.of("b", Value.of("a")))
        };
        assertThat(values).extracting(CanonicalFormTest::hex).doesNotHaveDuplicates();
    }

    @Test
    void aKeyThatComesTwice_andTooDeepANesting_areRefused() {
        Value.Table twice = Value.Table.wrap(new Value[] {Value.of("x")}, new Value[] {Value.of(1), Value.of("y")});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CanonicalForm.object(Key.of("k"), Script.NONE, twice))
                .withMessage("a table has the key 1 twice");
        Value.Table nested = Value.table();
        for (int i = 1; i < Limits.VALUE_DEPTH; i++) {
            nested = Value.list(nested);
        }
        assertThat(CanonicalForm.encode(nested)).isNotEmpty();
        Value.Table deeper = Value.list(nested);
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalForm.encode(deeper));
    }

    @Test
    void aSignedObjectIsChangedNoMore() throws NoSuchAlgorithmException {
        Signer author =
                Signer.of(SigningKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()));
        Aso signed = Aso.script("return 1").with("x", 1).signed(author, "key");

        assertThat(signed.signature().orElseThrow().forgery()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> signed.with("y", 2))
                .withMessage("field 'y' is set after the object was signed; sign it last");
    }

    private static String hex(Value value) {
        return HexFormat.of().formatHex(CanonicalForm.encode(value));
    }
}
