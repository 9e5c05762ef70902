package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.Test;

class MendingQueueTest {

    private static final Key ONE = Key.of("one");
    private static final Key TWO = Key.of("two");
    private static final Key THREE = Key.of("three");

    private final MendingQueue queue = new MendingQueue();

    @Test
    void keysWithTheFewestHolders_comeFirst_andAmongThemWhatCameFirst() {
        add(ONE, 2);
        add(TWO, 1);
        add(THREE, 1);

        assertThat(all()).containsExactly(TWO, THREE, ONE);
        assertThat(queue.size()).isZero();
    }

    @Test
    void keyThatIsAddedAgain_waitsOnce_withTheHoldersToldLast() {
        add(ONE, 1);
        add(TWO, 2);
        add(ONE, 3);

        assertThat(queue.size()).isEqualTo(2);
        assertThat(all()).containsExactly(TWO, ONE);
    }

    private void add(Key key, int holders) {
        queue.add(new MendingQueue.Task(key, holders, List.of()));
    }

    private List<Key> all() {
        List<Key> keys = new ArrayList<>();
        while (queue.size() > 0) {
            queue.poll().ifPresent(task -> keys.add(task.key()));
        }
        return keys;
    }
}
