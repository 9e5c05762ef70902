package org.cometkv.examples.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccessLogTest {

    private static final Value DATA = Value.of("data");
    private static final Value LOG = Value.of("log");

    private final ScriptTester object =
            ScriptTester.of(Aso.script(new AccessLog().script()).with("value", DATA));

    @BeforeEach
    void put() {
        object.put(ScriptTester.caller("putter", "owner"));
    }

    @Test
    void fiveReadsOfThreeReadersAreThereInOrder_withAddressesAndTimes() {
        long put = now();
        List<String> readers = List.of("x", "y", "z", "y", "x");
        for (String reader : readers) {
            object.advance(Duration.ofMillis(1_500));
            assertThat(read(reader)).isEqualTo(DATA);
        }

        List<Value> log = log();

        assertThat(log.remove(0)).isEqualTo(entry(put, "put", "putter:7400"));
        assertThat(log)
                .containsExactlyElementsOf(IntStream.range(0, 5)
                        .mapToObj(i -> entry(put + 1_500 * (i + 1), "get", readers.get(i) + ":7400"))
                        .toList());
    }

    @Test
    void whoDidNotPutTheObjectDoesNotSeeTheLog_andTryingIsLogged() {
        assertThat(object.get(ScriptTester.caller("nosy", "stranger"), LOG).value())
                .isEqualTo(DATA);

        assertThat(log()).last().isEqualTo(entry(now(), "get", "nosy:7400"));
        assertThat(log()).as("the owner's look is not logged").hasSize(2);
    }

    @Test
    void aHundredThousandReadsBreakNoLimit() {
        for (int i = 0; i < 100_000; i++) {
            object.advance(Duration.ofMillis(1));
            assertThat(read("reader-" + i)).isEqualTo(DATA);
        }

        assertThat(log()).hasSize(100);
        assertThat(log().get(0)).isEqualTo(entry(now() - 99, "get", "reader-99900:7400"));
        assertThat(log()).last().isEqualTo(entry(now(), "get", "reader-99999:7400"));
        assertThat(object.encoded()).hasSizeLessThan(Limits.DEFAULTS.liveBytes() / 10);
    }

    @Test
    void theRingIsFullAtItsSize_andTheOldestGoesFirst() {
        read(99);
        assertThat(log()).hasSize(100).first().isEqualTo(entry(now(), "put", "putter:7400"));

        read(1);

        assertThat(log()).hasSize(100).first().isEqualTo(entry(now(), "get", "reader:7400"));
    }

    @Test
    void onThreeNodesTheMergedLogIsTheUnion() {
        assertThat(ThreeNodes.tell(new AccessLog())).contains("noted by A", "noted by B", "noted by C");
    }

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            read("reader");
        }
    }

    private List<Value> log() {
        return new ArrayList<>(
                object.get(ScriptTester.caller("home", "owner"), LOG).list());
    }

    private Value read(String reader) {
        return object.get(ScriptTester.caller(reader, "stranger"), null).value();
    }

    private long now() {
        return object.now().toEpochMilli();
    }

    private static Value entry(long at, String what, String from) {
        return Value.table(Map.of("at", Value.of(at), "what", Value.of(what), "from", Value.of(from)));
    }
}
