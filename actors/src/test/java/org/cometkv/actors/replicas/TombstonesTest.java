package org.cometkv.actors.replicas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.context.PublishedView;
import org.cometkv.actors.objects.Slot;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.seam.ManualClock;
import org.cometkv.actors.storage.ObjectStore;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class TombstonesTest {

    private static final long AGE = 1_000;

    private final Directory directory = new Directory(new PublishedView(), ObjectStore.inMemory(new ManualClock()));
    private final Tombstones graves = new Tombstones(directory, 3, AGE);

    @Test
    void bury_setsTheTombstone_untilItsTimeIsOver() {
        bury("a", 1, 0);

        assertThat(graves.nextDue()).isEqualTo(AGE);
        graves.clear(AGE - 1, 10);
        assertThat(directory.slot(Key.of("a"))).isInstanceOf(Slot.Tombstone.class);

        graves.clear(AGE, 10);
        assertThat(directory.slot(Key.of("a"))).isNull();
        assertThat(graves.nextDue()).isEqualTo(DeadlineTask.NEVER);
    }

    @Test
    void bury_overTheLimit_letsGoOfTheOldest() {
        for (int i = 0; i < 4; i++) {
            bury("key-" + i, i, i);
        }

        assertThat(directory.slot(Key.of("key-0"))).isNull();
        assertThat(directory.size()).isEqualTo(3);
    }

    @Test
    void clear_isBounded() {
        for (int i = 0; i < 3; i++) {
            bury("key-" + i, i, 0);
        }

        graves.clear(AGE, 2);

        assertThat(directory.size()).isEqualTo(1);
    }

    @Test
    void clear_leavesWhatIsUnderTheKeyByThen() {
        bury("a", 1, 0);
        bury("a", 2, 500);

        graves.clear(AGE, 10);

        assertThat(directory.slot(Key.of("a"))).isEqualTo(tombstone(2));
    }

    @Test
    void oneKeyBuriedAgainAndAgain_pushesOutNoOther() {
        bury("other", 1, 0);

        for (int i = 0; i < 10; i++) {
            bury("again", 2 + i, i);
        }

        assertThat(directory.slot(Key.of("other"))).isEqualTo(tombstone(1));
        assertThat(directory.slot(Key.of("again"))).isEqualTo(tombstone(11));
    }

    @Test
    void buryAgain_makesTheKeyTheYoungest() {
        bury("a", 1, 0);
        bury("b", 2, 1);
        bury("a", 3, 2);

        graves.clear(AGE + 1, 10);

        assertThat(directory.slot(Key.of("b"))).isNull();
        assertThat(directory.slot(Key.of("a"))).isEqualTo(tombstone(3));
    }

    private void bury(String key, long version, long now) {
        graves.add(Key.of(key), tombstone(version), now);
    }

    private static Slot.Tombstone tombstone(long version) {
        return new Slot.Tombstone(Replicas.version(version), Optional.empty(), 0);
    }
}
