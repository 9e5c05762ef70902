package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Comet;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveOptions;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.wire.WireSamples;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application hands in that is out of bounds: one sentence names the value and the bound. */
class ApplicationMistakesTest {

    private static final CometTestKit KIT = Kits.of(1);
    private static final Comet COMET = KIT.node(0).comet();
    private static final String HANDLER = "function aso:onTimer() end";

    @AfterAll
    static void close() {
        KIT.close();
    }

    static Stream<Arguments> fieldsWithinBounds() {
        return Stream.of(
                Arguments.of("replicas", Value.of(1)),
                Arguments.of("replicas", Value.of(20)),
                Arguments.of("timer", Value.of(0)),
                Arguments.of("timer", Value.of(1)),
                Arguments.of("timer", Value.of(100.0 * 365 * 24 * 3_600)),
                Arguments.of("ttl", Value.of(0.001)),
                Arguments.of("replication", Value.of("self")));
    }

    static Stream<Arguments> fieldsOutOfBounds() {
        String replicas = "it must be a whole number from 1 to 20";
        String timer = "it must be 0 (off) or 1 to 3153600000 seconds";
        String ttl = "it must be 0.001 to 3153600000 seconds";
        return Stream.of(
                Arguments.of("replicas", Value.of(0), replicas),
                Arguments.of("replicas", Value.of(21), replicas),
                Arguments.of("replicas", Value.of(1.5), replicas),
                Arguments.of("replicas", Value.of("3"), replicas),
                Arguments.of("replicas", Value.of(Double.NaN), replicas),
                Arguments.of("timer", Value.of(0.5), timer),
                Arguments.of("timer", Value.of(-1), timer),
                Arguments.of("timer", Value.of(Double.POSITIVE_INFINITY), timer),
                Arguments.of("timer", Value.of(100.0 * 365 * 24 * 3_600 + 1), timer),
                Arguments.of("ttl", Value.of(0), ttl),
                Arguments.of("ttl", Value.of(-60), ttl),
                Arguments.of("ttl", Value.of(Double.NaN), ttl),
                Arguments.of("replication", Value.of("both"), "it must be \"system\" or \"self\""),
                Arguments.of("replication", Value.of(1), "it must be \"system\" or \"self\""));
    }

    @ParameterizedTest
    @MethodSource("fieldsWithinBounds")
    void aReservedFieldAtItsBound_passes(String field, Value value) {
        assertThat(KIT.await(COMET.put("fine", Aso.script(HANDLER).with(field, value))))
                .isInstanceOf(PutReply.Stored.class);
        assertThat(KIT.await(COMET.put("fine value", Aso.value("x").with(field, value))))
                .isInstanceOf(PutReply.Stored.class);
    }

    @ParameterizedTest
    @MethodSource("fieldsOutOfBounds")
    void aReservedFieldOverItsBound_isRefusedByNameValueAndBound(String field, Value value, String bound) {
        String expected = "aso." + field + " is " + value + "; " + bound;

        assertThat(no(KIT.await(COMET.put("object", Aso.script(HANDLER).with(field, value)))))
                .contains(expected);
        assertThat(no(KIT.await(COMET.put("value", Aso.value("x").with(field, value)))))
                .contains(expected);
    }

    @Test
    void aReservedFieldThatAHandlerSets_failsItsEvent() {
        KIT.await(
                COMET.put("sets", Aso.script("function aso:onGet(caller, timer) self.timer = timer return 'set' end")));

        assertThat(KIT.await(COMET.get("sets", Value.of(1)))).isInstanceOf(GetReply.Found.class);
        assertThat(((GetReply.Failed) KIT.await(COMET.get("sets", Value.of(0.5))))
                        .failure()
                        .message())
                .contains("aso.timer is 0.5; it must be 0 (off) or 1 to");
    }

    @Test
    void aValueNestedAsDeepAsItMay_passes_andOneDeeperIsRefused() {
        Value deepest = WireSamples.nested(Limits.VALUE_DEPTH);
        Value tooDeep = WireSamples.nested(Limits.VALUE_DEPTH + 1);
        KIT.await(COMET.put("echo", Aso.script("function aso:onGet(caller, request) return request end")));

        assertThat(found(KIT.await(COMET.get("echo", deepest)))).isEqualTo(deepest);
        assertThat(((GetReply.Refused) KIT.await(COMET.get("echo", tooDeep)))
                        .refusal()
                        .message())
                .contains("deeper than 32");
        // The fields of a put are a table, and the value is within it.
        Value within = WireSamples.nested(Limits.VALUE_DEPTH - 1);
        assertThat(KIT.await(COMET.put("deep", Aso.value(within)))).isInstanceOf(PutReply.Stored.class);
        assertThat(found(KIT.await(COMET.get("deep")))).isEqualTo(within);
        assertThat(no(KIT.await(COMET.put("deep", Aso.value(deepest))))).contains("deeper than 32");
        assertThat(((RemoveReply.Refused) KIT.await(COMET.remove("deep", RemoveOptions.DEFAULT.request(tooDeep))))
                        .refusal()
                        .message())
                .contains("deeper than 32");
    }

    @Test
    void aRequestAtItsLimit_passes_andOneByteMoreIsRefused() {
        KIT.await(COMET.put("length", Aso.script("function aso:onGet(caller, request) return #request end")));
        int max = Limits.DEFAULTS.answerBytes();
        int around = WireSize.of(Value.of("x".repeat(max))) - max;

        assertThat(found(KIT.await(COMET.get("length", Value.of("x".repeat(max - around))))))
                .isEqualTo(Value.of(max - around));
        assertThat(((GetReply.Refused) KIT.await(COMET.get("length", Value.of("x".repeat(max - around + 1)))))
                        .refusal())
                .isEqualTo(Refusal.of(
                        Refusal.Reason.INVALID,
                        "the request has " + (max + 1) + " bytes; the limit is " + max + " bytes"));
    }

    @Test
    void aNumberOfAcknowledgementsOutOfRange_isNamed() {
        assertThatThrownBy(() -> PutOptions.DEFAULT.acks(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
        assertThatThrownBy(() -> PutOptions.DEFAULT.acks(21))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("21")
                .hasMessageContaining("20");
    }

    private static Value found(GetReply reply) {
        assertThat(reply).isInstanceOf(GetReply.Found.class);
        return ((GetReply.Found) reply).value();
    }

    /** Why a put came to nothing. */
    private static String no(PutReply reply) {
        return reply instanceof PutReply.Failed failed
                ? failed.failure().message()
                : ((PutReply.Refused) reply).refusal().message();
    }
}
