package org.cometkv.examples.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.junit.jupiter.api.Test;

class PasswordTest {

    private static final String PASSWORD = "correct horse";
    private static final Proof RIGHT = Proof.of(PASSWORD, "key");
    private static final Proof WRONG = Proof.of("password1", "key");
    private static final Caller CALLER = Replica.caller("reader", "comet");
    private static final Value DATA = Value.of("data");

    private final Replica replica = new Replica(
            Aso.script(new Password().script()).with("value", DATA).with("verifier", Value.of(RIGHT.verifier())),
            "a",
            "comet");

    @Test
    void theRightProofReturnsTheData() {
        assertThat(replica.get(RIGHT.get(replica.now))).isEqualTo(DATA);
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
                WRONG.get(replica.now),
                RIGHT.remove(replica.now),
                RIGHT.update(replica.now, "x"))) {
            assertThat(replica.get(request)).as("%s", request).isEqualTo(Value.NIL);
        }
    }

    @Test
    void aProofIsGoodForAMinute() {
        assertThat(replica.get(RIGHT.get(replica.now - 60_000))).isEqualTo(DATA);
        assertThat(replica.get(RIGHT.get(replica.now + 60_000))).isEqualTo(DATA);
        assertThat(replica.get(RIGHT.get(replica.now - 60_001))).isEqualTo(Value.NIL);
        assertThat(replica.get(RIGHT.get(replica.now + 60_001))).isEqualTo(Value.NIL);
    }

    @Test
    void aRequestWithAnotherTimeOrValueThanItsProofIsWorthNothing() {
        Value.Table proven = (Value.Table) RIGHT.update(replica.now, "proven");
        Value other =
                Value.table(Map.of("at", proven.get("at"), "value", Value.of("another"), "proof", proven.get("proof")));
        Value later = Value.table(
                Map.of("at", Value.of(replica.now + 1), "value", proven.get("value"), "proof", proven.get("proof")));

        assertThat(update(other)).isInstanceOf(Result.Refused.class);
        assertThat(update(later)).isInstanceOf(Result.Refused.class);
        assertThat(update(proven)).isInstanceOf(Result.Completed.class);
        assertThat(replica.get(RIGHT.get(replica.now))).isEqualTo(Value.of("proven"));
    }

    @Test
    void updateAndRemoveWithoutTheProofLeaveItUnchanged() {
        byte[] before = replica.encoded();

        for (Value value :
                List.of(Value.NIL, Value.of("mine"), WRONG.update(replica.now, "mine"), RIGHT.get(replica.now))) {
            assertThat(update(value)).isInstanceOf(Result.Refused.class);
        }
        for (Value request : List.of(Value.NIL, WRONG.remove(replica.now), RIGHT.get(replica.now))) {
            assertThat(replica.handle(new Event.Remove(CALLER, request)).result())
                    .isInstanceOf(Result.Refused.class);
        }

        assertThat(replica.encoded()).isEqualTo(before);
        assertThat(replica.handle(new Event.Remove(CALLER, RIGHT.remove(replica.now)))
                        .result())
                .isInstanceOf(Result.Completed.class);
    }

    @Test
    void thePasswordIsInNoStateAndNoRequest() {
        for (Value request :
                List.of(RIGHT.get(replica.now), RIGHT.update(replica.now, "x"), RIGHT.remove(replica.now))) {
            assertThat(request.toString()).doesNotContain(PASSWORD);
        }
        assertThat(new String(replica.encoded(), StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
    }

    @Test
    void anObjectWithoutAVerifierOpensToNobody() {
        Replica forgotten = new Replica(Aso.script(new Password().script()).with("value", DATA), "a", "comet");

        assertThat(forgotten.get(Value.NIL)).isEqualTo(Value.NIL);
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Password()))
                .contains("no proof of the password")
                .doesNotContain("correct horse");
    }

    private Result update(Value value) {
        return replica.handle(new Event.Update(CALLER, value, Value.table())).result();
    }
}
