package org.cometkv.actors.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.RangeDigest;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.Test;

class RangeRefreshTest {

    private static final int KEYS = 20_000;
    private static final RoutingView VIEW = RoutingView.of(Replicas.nodes(3), Set.of());
    private static final NodeId SELF = Replicas.node(0).id();

    private final KeyIndex index = new KeyIndex();
    private final ChangedRanges changed = new ChangedRanges();
    private final ArrayDeque<Runnable> later = new ArrayDeque<>();
    private final List<Integer> refreshed = new ArrayList<>();
    private long digested;

    private final PairDigests digests = new PairDigests(
            index,
            changed,
            new PairDigests.Held() {
                @Override
                public KeyDigest digest(Key key) {
                    digested++;
                    return new KeyDigest.Gone(Replicas.version(1));
                }

                @Override
                public int replicas(Key key) {
                    return 3;
                }

                @Override
                public int replicas(KeyDigest digest) {
                    return 3;
                }

                @Override
                public boolean isOnItsOwn(Key key) {
                    return false;
                }
            },
            SELF);

    private final RangeRefresh refresh = new RangeRefresh(
            () -> new RangeRefresh.Pass(1, VIEW, PairDigests.hash(VIEW)), index, digests, refreshed::add, later::add);

    @Test
    void manyKeys_areDigestedInSmallSteps() {
        IntStream.range(0, KEYS).forEach(i -> index.add(Key.of("key-" + i)));
        int most = RangeRefresh.KEYS_A_STEP
                + IntStream.range(0, RangeDigest.RANGES).map(index::count).max().orElse(0);
        List<Long> steps = new ArrayList<>();
        boolean[] isDone = new boolean[1];

        refresh.then(pass -> isDone[0] = true);
        steps.add(digested);
        while (!later.isEmpty()) {
            long before = digested;
            later.poll().run();
            steps.add(digested - before);
        }

        assertThat(isDone[0]).isTrue();
        assertThat(digested).isEqualTo(KEYS);
        assertThat(steps).allMatch(keys -> keys <= most).hasSizeGreaterThan(KEYS / most);
    }

    @Test
    void onlyWhatHasChanged_isDigestedAgain() {
        Key key = Key.of("key");
        index.add(key);
        refresh();
        refreshed.clear();

        changed.changed(key);
        refresh();

        assertThat(refreshed).containsExactly(RangeDigest.range(key));
    }

    @Test
    void whoAsksWhileItIsUnderWay_waitsForTheNextTime() {
        IntStream.range(0, KEYS).forEach(i -> index.add(Key.of("key-" + i)));
        List<String> order = new ArrayList<>();

        refresh.then(pass -> order.add("first"));
        refresh.then(pass -> order.add("second"));
        assertThat(refresh.waiting()).isOne();
        runAll();

        assertThat(order).containsExactly("first", "second");
        assertThat(refresh.waiting()).isZero();
    }

    private void refresh() {
        refresh.then(pass -> {});
        runAll();
    }

    private void runAll() {
        while (!later.isEmpty()) {
            later.poll().run();
        }
    }
}
