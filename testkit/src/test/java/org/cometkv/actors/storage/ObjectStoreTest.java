package org.cometkv.actors.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.cometkv.actors.seam.ManualClock;
import org.cometkv.actors.seam.StoreFailure;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.StoredHead;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Version;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.testkit.disk.SimulatedDisk;
import org.junit.jupiter.api.Test;

/** The store of a node writes what changed when it is due, and says that it is on the disk when it is. */
class ObjectStoreTest {

    private static final NodeId NODE = NodeId.of("n");
    private static final Key KEY = Key.of("k");

    private final ManualClock clock = new ManualClock();
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final SimulatedDisk disk = new SimulatedDisk().open(work::add);
    private final Map<Key, Source.Held> held = new HashMap<>();
    private final List<String> told = new ArrayList<>();
    private final List<Consumer<Source.Held>> asked = new ArrayList<>();
    private ObjectStore store = started(false);
    private boolean answersLate;

    private ObjectStore started(boolean isInMemory) {
        ObjectStore started = new ObjectStore(disk, clock, isInMemory, Duration.ofSeconds(60));
        started.bind((key, reader) -> {
            if (answersLate) {
                asked.add(reader);
            } else {
                reader.accept(held.getOrDefault(key, Source.Other.NOTHING));
            }
        });
        return started;
    }

    @Test
    void acknowledgedChange_isSyncedWithin100ms() {
        hold(KEY, 1);
        store.changed(KEY);
        advance(35);
        assertThat(disk.syncs()).isZero();

        advance(65);
        assertThat(disk.unsynced()).isZero();
        assertThat(afterCrash()).containsExactly(version(1));
    }

    @Test
    void changeOfAHandler_isWrittenOnceASecond() {
        hold(KEY, 1);
        store.drifted(KEY);
        advance(990);
        assertThat(disk.bytes()).isZero();
        hold(KEY, 2);
        store.drifted(KEY);

        advance(110);
        assertThat(disk.syncs()).isEqualTo(1);
        assertThat(afterCrash()).containsExactly(version(2));
    }

    @Test
    void whoeverWaitsForASync_isToldAfterARealOne() {
        hold(KEY, 1);
        store.changed(KEY);
        store.whenSynced(KEY, failure -> told.add("done after " + disk.syncs() + " syncs"));
        assertThat(told).isEmpty();

        run();
        assertThat(told).containsExactly("done after 1 syncs");
        assertThat(afterCrash()).containsExactly(version(1));
    }

    @Test
    void hundredWhoWaitTogether_shareOneSync() {
        for (int i = 0; i < 100; i++) {
            Key key = Key.of("k" + i);
            hold(key, i);
            store.changed(key);
            store.whenSynced(key, failure -> told.add("done"));
        }
        run();

        assertThat(told).hasSize(100);
        assertThat(disk.syncs()).isEqualTo(1);
    }

    @Test
    void changeWhileTheKeyIsRead_isWrittenAfterwards() {
        answersLate = true;
        store.changed(KEY);
        advance(40);
        assertThat(asked).hasSize(1);
        store.changed(KEY);
        store.whenSynced(KEY, failure -> told.add("second"));
        run();

        hold(KEY, 1);
        asked.remove(0).accept(held.get(KEY));
        run();
        assertThat(told).isEmpty();
        hold(KEY, 2);
        asked.remove(0).accept(held.get(KEY));
        run();
        assertThat(told).containsExactly("second");
        assertThat(afterCrash()).containsExactly(version(2));
    }

    @Test
    void keyThatIsBeingDecided_isReadAgainUntilItIsSettled() {
        held.put(KEY, Source.Other.UNSETTLED);
        store.changed(KEY);
        store.whenSynced(KEY, failure -> told.add("done"));
        advance(200);
        assertThat(told).isEmpty();

        hold(KEY, 1);
        advance(100);
        assertThat(told).containsExactly("done");
    }

    @Test
    void removedKey_leavesTheDisk() {
        hold(KEY, 1);
        store.changed(KEY);
        advance(100);
        held.remove(KEY);
        store.changed(KEY);
        advance(100);

        assertThat(afterCrash()).isEmpty();
        assertThat(disk.bytes()).isZero();
    }

    @Test
    void failedSync_endsTheStoreAndTellsWhoWaits() {
        hold(KEY, 1);
        disk.failNextSync();
        store.changed(KEY);
        store.whenSynced(KEY, failure -> told.add(failure.orElse("done")));
        run();

        assertThat(told).singleElement().asString().contains("has ended");
        assertThat(store.refusal().map(Refusal::isFinal)).hasValue(true);
        store.whenSynced(KEY, failure -> told.add(failure.orElse("done")));
        store.changed(KEY);
        advance(1_000);
        assertThat(told).hasSize(2).allMatch(each -> each.contains("has ended"));
        assertThat(disk.syncs()).isZero();
    }

    @Test
    void fullDisk_refusesChangesUntilThereIsRoom() {
        hold(KEY, 1);
        disk.full(true);
        store.changed(KEY);
        store.whenSynced(KEY, failure -> told.add(failure.orElse("done")));
        run();
        assertThat(told).singleElement().asString().contains("full");
        assertThat(store.refusal().map(Refusal::reason)).hasValue(Refusal.Reason.QUOTA);

        disk.full(false);
        advance(1_100);
        assertThat(store.refusal()).isEmpty();
        assertThat(afterCrash()).containsExactly(version(1));
    }

    @Test
    void changesThatAreNotWrittenForHalfOfTheirTime_slowWriters() {
        answersLate = true;
        store.changed(KEY);
        advance(29_900);
        assertThat(store.refusal()).isEmpty();
        assertThat(store.oldestUnsavedMillis()).isEqualTo(29_900);

        advance(200);
        assertThat(store.refusal().map(Refusal::reason)).hasValue(Refusal.Reason.RATE_LIMITED);
        asked.get(0).accept(Source.Other.NOTHING);
        run();
        assertThat(store.refusal()).isEmpty();
        assertThat(store.oldestUnsavedMillis()).isZero();
    }

    @Test
    void orderlyStop_writesEverythingAndTheClock() {
        store = started(true);
        hold(KEY, 1);
        store.changed(KEY);
        store.close(77L << Version.COUNTER_BITS, () -> told.add("closed"));
        run();

        assertThat(told).containsExactly("closed");
        disk.crash(0);
        assertThat(recovered().clock()).isEqualTo(77L << Version.COUNTER_BITS);
        assertThat(afterCrash()).containsExactly(version(1));
    }

    @Test
    void idleStore_hasNoTask() {
        hold(KEY, 1);
        store.changed(KEY);
        advance(1_000);

        assertThat(clock.tasks()).isZero();
        assertThat(work).isEmpty();
    }

    @Test
    void damagedHead_isLeftOutAndCounted() {
        hold(KEY, 1);
        hold(Key.of("other"), 2);
        store.changed(KEY);
        store.changed(Key.of("other"));
        advance(100);
        disk.damage(org.cometkv.actors.seam.Store.Table.HEAD, KEY.bytes(), 9);

        Recovered recovered = recovered();
        assertThat(recovered.damaged()).isEqualTo(1);
        assertThat(recovered.heads()).extracting(StoredHead::key).containsExactly(Key.of("other"));
    }

    @Test
    void storeOfAnotherNode_isRefusedInOneSentence() {
        store.recover(NODE, (recovered, failure) -> told.add("mine " + failure.isEmpty()));
        store.recover(
                NodeId.of("other"),
                (recovered, failure) -> told.add(failure.orElseThrow().getMessage()));
        run();

        assertThat(told).hasSize(2).first().isEqualTo("mine true");
        assertThat(told.get(1)).contains("is that of node " + NODE);
    }

    private void hold(Key key, int millis) {
        Version version = version(millis);
        Header header = new Header(key, version, version, "w", OptionalLong.empty(), 3, Replication.SYSTEM);
        held.put(key, new Source.Live(new Image(header, Script.NONE, new byte[] {1}, Map.of()), 500));
    }

    private static Version version(int millis) {
        return new Version((long) millis << Version.COUNTER_BITS, NODE);
    }

    private List<Version> afterCrash() {
        disk.crash(0);
        List<Version> versions = recovered().heads().stream()
                .map(head -> ((StoredHead.Live) head).header().version())
                .toList();
        disk.open(work::add);
        return versions;
    }

    private Recovered recovered() {
        run();
        try {
            return new StoredNode(disk).recover();
        } catch (StoreFailure e) {
            throw new AssertionError(e);
        }
    }

    private void advance(long millis) {
        run();
        for (long i = 0; i < millis; i++) {
            clock.advance(Duration.ofMillis(1));
            run();
        }
    }

    private void run() {
        for (Runnable next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }
}
