package org.cometkv.examples.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.CometAssertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptOutcome;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static final String PASSWORD = "correct horse";
    private static final Proof RIGHT = Proof.of(PASSWORD, "key");
    private static final Proof WRONG = Proof.of("password1", "key");
    private static final Caller CALLER = ScriptTester.caller("reader");
    private static final Value DATA = Value.of("data");
    private static final String REFUSAL = "no proof of the password";

    private final ScriptTester object = ScriptTester.of(
            Aso.script(new Password().script()).with("value", DATA).with("verifier", Value.of(RIGHT.verifier())));

    @BeforeEach
    void put() {
        object.put();
    }

    @Test
    void theRightProofReturnsTheData() {
        assertThat(object.get(RIGHT.get(now())).value()).isEqualTo(DATA);
    }

    @Test
    void aWrongOrMissingProofReturnsNothing() {
        for (Value request : List.of(
                Value.NIL,
                Value.of(PASSWORD),
                Value.of(RIGHT.verifier()),
                Value.of(1),
                Value.table(),
                Value.list(Value.of(1), Value.of(2)),
                Value.table(Map.of("at", Value.list(), "value", Value.list(), "proof", Value.list())),
                Value.table(Map.of("at", Value.of(Double.NaN), "proof", Value.of(""))),
                WRONG.get(now()),
                RIGHT.remove(now()),
                RIGHT.update(now(), "x"))) {
            assertThat(object.get(request)).as("%s", request).hasValue(null);
        }
    }

    @Test
    void aProofIsGoodForAMinute() {
        assertThat(object.get(RIGHT.get(now() - 60_000))).hasValue(DATA);
        assertThat(object.get(RIGHT.get(now() + 60_000))).hasValue(DATA);
        assertThat(object.get(RIGHT.get(now() - 60_001))).hasValue(Value.NIL);
        assertThat(object.get(RIGHT.get(now() + 60_001))).hasValue(Value.NIL);
    }

    @Test
    void aRequestWithAnotherTimeOrValueThanItsProofIsWorthNothing() {
        Value.Table proven = (Value.Table) RIGHT.update(now(), "proven");
        Value other =
                Value.table(Map.of("at", proven.get("at"), "value", Value.of("another"), "proof", proven.get("proof")));
        Value later = Value.table(
                Map.of("at", Value.of(now() + 1), "value", proven.get("value"), "proof", proven.get("proof")));

        assertThat(update(other)).isRefused(REFUSAL);
        assertThat(update(later)).isRefused(REFUSAL);
        assertThat(update(proven)).isCompleted();
        assertThat(object.get(RIGHT.get(now())).value()).isEqualTo(Value.of("proven"));
    }

    @Test
    void updateAndRemoveWithoutTheProofLeaveItUnchanged() {
        byte[] before = object.encoded();

        for (Value value : List.of(Value.NIL, Value.of("mine"), WRONG.update(now(), "mine"), RIGHT.get(now()))) {
            assertThat(update(value)).isRefused(REFUSAL);
        }
        for (Value request : List.of(Value.NIL, WRONG.remove(now()), RIGHT.get(now()))) {
            assertThat(object.remove(CALLER, request)).isRefused(REFUSAL);
        }

        assertThat(object.encoded()).isEqualTo(before);
        assertThat(object.remove(CALLER, RIGHT.remove(now()))).isCompleted();
        assertThat(object).isGone();
    }

    @Test
    void thePasswordIsInNoStateAndNoRequest() {
        for (Value request : List.of(RIGHT.get(now()), RIGHT.update(now(), "x"), RIGHT.remove(now()))) {
            assertThat(request.toString()).doesNotContain(PASSWORD);
        }
        assertThat(new String(object.encoded(), StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
    }

    @Test
    void anObjectWithoutAVerifierOpensToNobody() {
        ScriptTester forgotten =
                ScriptTester.of(Aso.script(new Password().script()).with("value", DATA));
        forgotten.put();

        assertThat(forgotten.get()).hasValue(null);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Password()))
                .contains("no proof of the password")
                .doesNotContain("correct horse");
    }

    private long now() {
        return object.now().toEpochMilli();
    }

    private ScriptOutcome update(Value value) {
        return object.update(CALLER, value);
    }
}
