package org.cometkv.actors.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.cometkv.routing.Contact;
import org.cometkv.routing.NodeId;
import org.cometkv.routing.RoutingView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** A thread that publishes views, and others that read them or begin epochs at the same moment. */
class PublishedViewRaceTest {

    private static final int OTHERS = 3;
    private static final int VIEWS = 20_000;

    private final ExecutorService threads = Executors.newFixedThreadPool(OTHERS + 1);
    private final CyclicBarrier start = new CyclicBarrier(OTHERS + 1);
    private final PublishedView published = new PublishedView();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @RepeatedTest(5)
    void viewThatIsReadAfterTheEpoch_isAtLeastAsNew() throws Exception {
        List<Future<Integer>> readers = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            readers.add(threads.submit(this::read));
        }
        threads.submit(this::publish).get(30, TimeUnit.SECONDS);

        for (Future<Integer> reader : readers) {
            assertThat(reader.get(30, TimeUnit.SECONDS)).as("older views").isZero();
        }
    }

    @RepeatedTest(5)
    void epochsThatBeginAtOneMoment_areAllCounted() throws Exception {
        List<Future<Void>> all = new ArrayList<>();
        for (int i = 0; i < OTHERS; i++) {
            all.add(threads.submit(this::beginEpochs));
        }
        all.add(threads.submit(this::publish));
        for (Future<Void> each : all) {
            each.get(30, TimeUnit.SECONDS);
        }

        assertThat(published.epoch()).isEqualTo(1 + (OTHERS + 1) * VIEWS);
    }

    private Void publish() throws Exception {
        start.await();
        NodeId id = NodeId.of("node");
        for (int i = 1; i <= VIEWS; i++) {
            RoutingView view = RoutingView.of(List.of(new Contact(id, "127.0.0.1", i)), Set.of());
            published.publish(view, Map.of(), false);
        }
        return null;
    }

    private Void beginEpochs() throws Exception {
        start.await();
        for (int i = 0; i < VIEWS; i++) {
            published.beginEpoch();
        }
        return null;
    }

    /** How often the view was older than the epoch that was read before it, or than a view before. */
    private Integer read() throws Exception {
        start.await();
        int older = 0;
        int last = 0;
        while (last < VIEWS) {
            int epoch = published.epoch();
            List<Contact> contacts = published.view().contacts();
            int view = contacts.isEmpty() ? 0 : contacts.get(0).port();
            older += view < epoch - 1 || view < last ? 1 : 0;
            last = view;
        }
        return older;
    }
}
