package org.cometkv.examples.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.examples.Replica;
import org.cometkv.examples.ThreeNodes;
import org.junit.jupiter.api.Test;

class AccessLogTest {

    private static final Value DATA = Value.of("data");
    private static final Value LOG = Value.of("log");

    private final Replica replica =
            new Replica(Aso.script(new AccessLog().script()).with("value", DATA), "a", "owner");

    @Test
    void fiveReadsOfThreeReadersAreThereInOrder_withAddressesAndTimes() {
        long put = replica.now;
        List<String> readers = List.of("x", "y", "z", "y", "x");
        for (String reader : readers) {
            replica.now += 1_500;
            assertThat(replica.get(Replica.caller(reader, "stranger"), Value.NIL))
                    .isEqualTo(DATA);
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
        assertThat(replica.get(Replica.caller("nosy", "stranger"), LOG)).isEqualTo(DATA);

        assertThat(log()).last().isEqualTo(entry(replica.now, "get", "nosy:7400"));
        assertThat(log()).as("the owner's look is not logged").hasSize(2);
    }

    @Test
    void aHundredThousandReadsBreakNoLimit() {
        for (int i = 0; i < 100_000; i++) {
            replica.now++;
            assertThat(replica.get(Replica.caller("reader-" + i, "stranger"), Value.NIL))
                    .isEqualTo(DATA);
        }

        assertThat(log()).hasSize(100);
        assertThat(log().get(0)).isEqualTo(entry(replica.now - 99, "get", "reader-99900:7400"));
        assertThat(log()).last().isEqualTo(entry(replica.now, "get", "reader-99999:7400"));
        assertThat(replica.encoded()).hasSizeLessThan(Limits.DEFAULTS.liveBytes() / 10);
    }

    @Test
    void theRingIsFullAtItsSize_andTheOldestGoesFirst() {
        read(99);
        assertThat(log()).hasSize(100).first().isEqualTo(entry(replica.now, "put", "putter:7400"));

        read(1);

        assertThat(log()).hasSize(100).first().isEqualTo(entry(replica.now, "get", "reader:7400"));
    }

    @Test
    void onThreeNodesTheMergedLogIsTheUnion() {
        assertThat(ThreeNodes.tell(new AccessLog())).contains("noted by A", "noted by B", "noted by C");
    }

    private void read(int times) {
        for (int i = 0; i < times; i++) {
            replica.get(Replica.caller("reader", "stranger"), Value.NIL);
        }
    }

    private List<Value> log() {
        return new java.util.ArrayList<>(((Value.Table) replica.get(Replica.caller("home", "owner"), LOG)).list());
    }

    private static Value entry(long at, String what, String from) {
        return Value.table(java.util.Map.of("at", Value.of(at), "what", Value.of(what), "from", Value.of(from)));
    }
}
