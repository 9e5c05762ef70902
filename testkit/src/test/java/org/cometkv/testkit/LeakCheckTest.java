package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.seam.Clock;
import org.cometkv.actors.seam.Seams;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.node.Kits;
import org.cometkv.testkit.world.WorldFailure;
import org.junit.jupiter.api.Test;

/** The check at the end of a kit. What is under way leaks because the deadlines of node 0 never come. */
class LeakCheckTest {

    private static final String WAITS = "function onGet() return comet.get(comet.key(), nil, 'plain') end";

    private static final Contact READER = new Contact(NodeId.of("reader"), "reader", 7);

    private boolean isLosing;
    private final CometTestKit kit = Kits.builder(2, "comet.peers.window.requests = 1")
            .seams((node, own) -> node == 0 ? losing(own) : own)
            .build();

    @Test
    void requestThatNobodyAnswers_endsByItself_andLeavesNothing() {
        kit.cut(0, 1);
        kit.node(0).comet().get(Kits.keyOwnedBy(kit, 1));

        assertThatCode(kit::close).doesNotThrowAnyException();
    }

    @Test
    void operationThatNeverEnds_isTold() {
        getOfASilentNode();

        assertLeft("1 operations of node-0 do not end");
    }

    @Test
    void callThatNeverEnds_isTold() {
        getOfASilentNode();

        assertLeft("1 calls at node-0 have no end");
    }

    @Test
    void requestThatIsOutForEver_isTold() {
        getOfASilentNode();

        assertLeft("1 requests of node-0 still fill windows of its peers");
    }

    @Test
    void requestThatWaitsForRoomForEver_isTold() {
        getOfASilentNode();
        getOfASilentNode();

        assertLeft("1 requests of node-0 still wait for room in these");
    }

    @Test
    void requestOfAPeerThatIsNeverAnswered_isTold() {
        peerAsksAnObjectThatWaits();

        assertLeft("1 requests of peers at node-0 were never answered");
    }

    @Test
    void loadOfARequestThatIsNeverAnswered_isTold() {
        peerAsksAnObjectThatWaits();

        assertLeft("100 bytes of requests of peers at node-0 still count as load");
    }

    @Test
    void eventThatWaitsForEver_isTold() {
        peerAsksAnObjectThatWaits();

        assertLeft("1 events of node-0 wait for an answer that does not come");
    }

    @Test
    void bytesOfAnEventThatWaitsForEver_areTold() {
        peerAsksAnObjectThatWaits();

        assertLeft("bytes of waiting events of node-0 are not given back");
    }

    private void getOfASilentNode() {
        String key = Kits.keyOwnedBy(kit, 1);
        // The repair after the join is over: what it asks would be left as well.
        kit.advance(Duration.ofSeconds(6));
        isLosing = true;
        // Not cut off, or the node would take its peer for suspect and ask itself.
        kit.drop(0, 1, 1);
        kit.node(0).comet().get(key);
    }

    /** The object at node 0 asks the one at node 1, which does not hear it and is not suspect. */
    private void peerAsksAnObjectThatWaits() {
        Key key = Key.of(Kits.keyOwnedBy(kit, 0));
        kit.await(kit.node(0).comet().put(key, Aso.script(WAITS), PutOptions.DEFAULT.acks(2)));
        kit.awaitQuiet();
        isLosing = true;
        kit.drop(0, 1, 1);
        Caller caller = Caller.local(READER, "tester");
        kit.inject(new Wire.Frame(READER, 0, List.of(new Wire.Get(1, key, caller, Value.NIL)), 100), 0);
        kit.advance(Duration.ofMillis(100));
    }

    private void assertLeft(String sentence) {
        assertThatThrownBy(kit::close)
                .isInstanceOf(WorldFailure.class)
                .hasMessageStartingWith("seed " + kit.seed() + ", at ")
                .hasMessageContaining(sentence);
    }

    private Seams losing(Seams own) {
        Clock clock = own.clock();
        Clock losing = new Clock() {
            @Override
            public ScheduledTask after(Duration delay, Runnable task) {
                return clock.after(delay, () -> {
                    if (!isLosing) {
                        task.run();
                    }
                });
            }

            @Override
            public long nanos() {
                return clock.nanos();
            }

            @Override
            public long wallMillis() {
                return clock.wallMillis();
            }
        };
        return new Seams(losing, own.network(), own.members(), own.chance(), own.store(), own.witness());
    }
}
