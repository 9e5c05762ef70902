package org.cometkv.actors.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.apache.pekko.actor.AbstractActorWithTimers;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.actor.PoisonPill;
import org.apache.pekko.actor.Props;
import org.apache.pekko.actor.testkit.typed.javadsl.ActorTestKit;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.javadsl.Adapter;
import org.apache.pekko.dispatch.Envelope;
import org.cometkv.aso.Refusal;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Option;

class RateMailboxTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BURST = 5;
    private static final int QUEUE = 3;
    private static final long INTERVAL_NANOS = 100_000_000;

    private static final Config CONFIG = ConfigFactory.parseString("""
                    pekko.loglevel = OFF
                    pekko.stdout-loglevel = OFF
                    pekko.log-dead-letters = off
                    pekko.coordinated-shutdown.exit-jvm = off
                    comet.rate.object { per-second = 10, burst = 5, queue = 100 }
                    short { per-second = 10, burst = 50, queue = 3 }
                    short-queue { mailbox-type = "org.cometkv.actors.dispatch.RateMailbox", rate = short }
                    one-thread {
                      executor = thread-pool-executor
                      thread-pool-executor.fixed-pool-size = 1
                      throughput = 64
                    }
                    one-handler {
                      executor = "org.cometkv.actors.dispatch.HandlerPoolConfigurator"
                      handler-threads { per-processor = 1, min = 1, max = 1, slowed-share = 0.1 }
                      throughput = 64
                    }
                    one-worker {
                      executor = fork-join-executor
                      fork-join-executor { parallelism-min = 1, parallelism-max = 1 }
                      throughput = 64
                    }
                    """).withFallback(ConfigFactory.load());

    private static ActorSystem system;

    private final TestProbe<Object> seen = TestProbe.create(Object.class, Adapter.toTyped(system));
    private final TestProbe<Object> told = TestProbe.create(Object.class, Adapter.toTyped(system));

    @BeforeAll
    static void start() {
        system = ActorSystem.create("rates", CONFIG);
    }

    @AfterAll
    static void stop() {
        ActorTestKit.shutdown(Adapter.toTyped(system), PATIENCE);
    }

    record Abandoned(int number) {}

    record Asked(int number, long arrivedNanos, org.apache.pekko.actor.typed.ActorRef<Object> told)
            implements RatedRequest {

        @Override
        public void refuse(Refusal refusal) {
            told.tell(refusal);
        }

        @Override
        public void abandoned() {
            told.tell(new Abandoned(number));
        }
    }

    /** A request that changes the object. */
    record Change(Asked asked) implements RatedRequest {

        @Override
        public long arrivedNanos() {
            return asked.arrivedNanos();
        }

        @Override
        public boolean isChange() {
            return true;
        }

        @Override
        public void refuse(Refusal refusal) {
            asked.refuse(refusal);
        }

        @Override
        public void abandoned() {
            asked.abandoned();
        }
    }

    record Slice(int number) implements YieldMessage {}

    /** The next slice of an order. */
    record Next(Order order) implements YieldMessage, Order {

        @Override
        public void accept(Subject self, ActorRef ref) {
            order.accept(self, ref);
        }
    }

    /** Something for the actor to do on its own thread. */
    interface Order extends BiConsumer<Subject, ActorRef> {}

    @Test
    void flood_admitsTheBurstAndRefusesTheRest() {
        ActorRef object = object("comet.object-mailbox");

        for (int i = 0; i < 50; i++) {
            object.tell(asked(i, 0), ActorRef.noSender());
        }

        assertThat(numbers(BURST)).containsExactly(0, 1, 2, 3, 4);
        List<Object> refusals = told.receiveSeveralMessages(50 - BURST, PATIENCE);
        assertThat(refusals)
                .allMatch(refusal -> refusal.equals(Refusal.retry(
                        Refusal.Reason.RATE_LIMITED, "the object takes 10 requests/s and a burst of 5", 100)));
        object.tell("control", ActorRef.noSender());
        assertThat(seen.receiveMessage(PATIENCE)).isEqualTo("control");
    }

    @Test
    void refusedRequest_passesAfterTheTimeItWasTold() {
        ActorRef object = object("comet.object-mailbox");
        for (int i = 0; i < BURST; i++) {
            object.tell(asked(i, 7), ActorRef.noSender());
        }
        assertThat(numbers(BURST)).hasSize(BURST);

        object.tell(asked(5, 7 + INTERVAL_NANOS - 1), ActorRef.noSender());
        assertThat(((Refusal) told.receiveMessage(PATIENCE)).retryAfterMillis()).hasValue(1);
        object.tell(asked(6, 7 + INTERVAL_NANOS), ActorRef.noSender());
        assertThat(numbers(1)).containsExactly(6);
    }

    @Test
    void changes_passWhereOthersTookTheWholeRate_atATenthOfIt_andNotOneMore() {
        RateMailbox.RequestQueue queue = new RateMailbox(10, 20, 100).create(Option.empty(), Option.empty());
        for (int i = 0; i < 20; i++) {
            queue.enqueue(null, envelope(asked(i, 0)));
        }
        queue.enqueue(null, envelope(asked(20, 0)));
        assertThat(told.receiveMessage(PATIENCE)).isInstanceOf(Refusal.class);

        queue.enqueue(null, envelope(change(21, 0)));
        queue.enqueue(null, envelope(change(22, 0)));
        told.expectNoMessage(Duration.ZERO);
        queue.enqueue(null, envelope(change(23, 0)));

        assertThat(((Refusal) told.receiveMessage(PATIENCE)).retryAfterMillis())
                .as("when the bucket of all has one again")
                .hasValue(100);
        assertThat(queue.numberOfMessages()).isEqualTo(22);
    }

    @Test
    void changes_findRoomWhereOthersFillTheQueue_aTenthOfIt_andNotOneMore() {
        RateMailbox.RequestQueue queue = new RateMailbox(10, 1_000, 20).create(Option.empty(), Option.empty());
        for (int i = 0; i < 20; i++) {
            queue.enqueue(null, envelope(asked(i, 0)));
        }
        queue.enqueue(null, envelope(asked(20, 0)));
        assertThat(told.receiveMessage(PATIENCE)).isInstanceOf(Refusal.class);

        queue.enqueue(null, envelope(change(21, 0)));
        queue.enqueue(null, envelope(change(22, 0)));
        told.expectNoMessage(Duration.ZERO);
        queue.enqueue(null, envelope(change(23, 0)));

        assertThat(told.receiveMessage(PATIENCE)).isInstanceOf(Refusal.class);
        assertThat(queue.numberOfMessages()).isEqualTo(22);
        queue.dequeue();
        queue.enqueue(null, envelope(asked(24, 0)));
        assertThat(told.receiveMessage(PATIENCE))
                .as("others wait until the queue is theirs")
                .isInstanceOf(Refusal.class);
        queue.enqueue(null, envelope(change(25, 0)));
        told.expectNoMessage(Duration.ZERO);
    }

    @Test
    void bucketIsFull_whateverTheOriginOfTheClock() {
        for (long origin : new long[] {Long.MIN_VALUE, Long.MIN_VALUE + 3, -1, 0, Long.MAX_VALUE}) {
            ActorRef object = object("comet.object-mailbox");
            for (int i = 0; i <= BURST; i++) {
                object.tell(asked(i, origin), ActorRef.noSender());
            }
            assertThat(numbers(BURST)).hasSize(BURST);
            assertThat(told.receiveMessage(PATIENCE)).isInstanceOf(Refusal.class);
        }
    }

    @Test
    void saturatedObject_stillHearsItsTimersAndItsEnd() {
        ActorRef object = object("comet.object-mailbox");
        for (int i = 0; i < 20; i++) {
            object.tell(asked(i, 0), ActorRef.noSender());
        }
        told.receiveSeveralMessages(20 - BURST, PATIENCE);
        numbers(BURST);

        object.tell(order((self, ref) -> self.getTimers().startSingleTimer("t", "tick", Duration.ofMillis(1))), null);
        assertThat(seen.receiveMessage(PATIENCE)).isEqualTo("tick");
        object.tell(PoisonPill.getInstance(), ActorRef.noSender());
        seen.expectTerminated(Adapter.<Object>toTyped(object), PATIENCE);
    }

    @Test
    void queueTakesItsBound_andNotOneMore() {
        ActorRef object = object("short-queue");

        // Nothing leaves the mailbox while the actor is at this.
        object.tell(
                order((self, ref) -> IntStream.rangeClosed(0, QUEUE).forEach(i -> ref.tell(asked(i, 0), ref))), null);

        assertThat(numbers(QUEUE)).containsExactly(0, 1, 2);
        assertThat(told.receiveMessage(PATIENCE))
                .isEqualTo(Refusal.retry(
                        Refusal.Reason.RATE_LIMITED, "the object's queue is full; it holds 3 requests", 300));
        object.tell(asked(9, 0), ActorRef.noSender());
        assertThat(numbers(1)).containsExactly(9);
    }

    @Test
    void fullQueue_doesNotSpendTheRate() {
        ActorRef object = object("short-queue");

        object.tell(order((self, ref) -> IntStream.range(0, 100).forEach(i -> ref.tell(asked(i, 0), ref))), null);

        assertThat(numbers(QUEUE)).hasSize(QUEUE);
        told.receiveSeveralMessages(100 - QUEUE, PATIENCE);
        for (int i = 0; i < 47; i++) {
            object.tell(asked(i, 0), ActorRef.noSender());
            assertThat(numbers(1)).containsExactly(i);
        }
        object.tell(asked(47, 0), ActorRef.noSender());
        assertThat(((Refusal) told.receiveMessage(PATIENCE)).message()).contains("burst of 50");
    }

    @Test
    void controlMessages_overtakeRequests() {
        ActorRef object = object("comet.object-mailbox");

        object.tell(
                order((self, ref) -> {
                    ref.tell(asked(1, 0), ref);
                    ref.tell("first", ref);
                    ref.tell(asked(2, 0), ref);
                    ref.tell("second", ref);
                }),
                null);

        assertThat(seen.receiveSeveralMessages(2, PATIENCE)).containsExactly("first", "second");
        assertThat(numbers(2)).containsExactly(1, 2);
    }

    @RepeatedTest(20)
    void breather_givesTheThreadToTheNext() {
        List<Object> events = sliced("one-thread");

        assertThat(events)
                .containsExactly("a 1", "b 1", "a 2", "b 2", "a 3", "b 3", "a 4", "a asked", "a asked", "b 4");
    }

    /** Not so in a fork-join pool: there the worker's own queue comes first, and the slices are in it. */
    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "one-handler"})
    void breather_givesTheThreadToMessagesOfOtherThreads(String dispatcher) {
        ActorRef object =
                system.actorOf(subject().withMailbox("comet.object-mailbox").withDispatcher(dispatcher));
        ActorRef other = system.actorOf(subject().withDispatcher(dispatcher));
        // A top-level actor is started by its guardian in its own time; until then it has no turn in any pool.
        other.tell("started", ActorRef.noSender());
        assertThat(seen.receiveMessage(PATIENCE)).isEqualTo("started");
        Order[] slice = new Order[1];
        int[] slices = {0};
        slice[0] = (self, ref) -> {
            slices[0]++;
            if (slices[0] == 10) {
                CompletableFuture.runAsync(() -> other.tell("from outside", ActorRef.noSender()))
                        .join();
            }
            if (slices[0] < 1_000) {
                ref.tell(new Next(slice[0]), ref);
            } else {
                seen.ref().tell("done");
            }
        };

        object.tell(slice[0], ActorRef.noSender());

        assertThat(seen.receiveSeveralMessages(2, PATIENCE)).containsExactly("from outside", "done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-thread", "one-worker", "one-handler"})
    void requestsOfAnObject_doNotRunBetweenItsSlices(String dispatcher) {
        List<Object> events = sliced(dispatcher);

        List<Object> first = events.stream()
                .filter(event -> event.toString().startsWith("a"))
                .toList();
        assertThat(first).containsExactly("a 1", "a 2", "a 3", "a 4", "a asked", "a asked");
    }

    @Test
    void requestsOfAnEndedObject_areTold() {
        ActorRef object = object("comet.object-mailbox");

        object.tell(
                order((self, ref) -> {
                    ref.tell(asked(1, 0), ref);
                    ref.tell(asked(2, 0), ref);
                    self.getContext().stop(ref);
                    ref.tell(asked(3, 0), ref);
                }),
                null);

        assertThat(told.receiveSeveralMessages(3, PATIENCE))
                .containsExactly(new Abandoned(1), new Abandoned(2), new Abandoned(3));
        seen.expectNoMessage(Duration.ZERO);
    }

    @Test
    void requestsBehindThePoison_areTold() {
        ActorRef object = object("comet.object-mailbox");

        object.tell(
                order((self, ref) -> {
                    ref.tell(asked(1, 0), ref);
                    ref.tell(PoisonPill.getInstance(), ref);
                }),
                null);

        assertThat(told.receiveMessage(PATIENCE)).isEqualTo(new Abandoned(1));
    }

    @Test
    void ratesOutOfRange_areRefusedWithTheKey() {
        new RateMailbox(1, 1, 1);
        new RateMailbox(1_000_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE - 1);
        assertThatThrownBy(() -> new RateMailbox(0, 1, 1)).hasMessageContaining("per-second is 0");
        assertThatThrownBy(() -> new RateMailbox(1_000_000_001, 1, 1)).hasMessageContaining("1000000001");
        assertThatThrownBy(() -> new RateMailbox(1, 0, 1)).hasMessageContaining("burst is 0");
        assertThatThrownBy(() -> new RateMailbox(1, 1, 0)).hasMessageContaining("queue is 0");
    }

    @Test
    void firstMessage_comesFirst_andTakesNoRequestsPlace() {
        RateMailbox.RequestQueue queue = new RateMailbox(10, 5, QUEUE).create(Option.empty(), Option.empty());
        List<RateMailbox.RequestQueue> met = new ArrayList<>();
        RateMailbox.MailboxAware first = met::add;
        queue.enqueue(null, Envelope.apply(first, ActorRef.noSender()));
        for (int i = 0; i <= QUEUE; i++) {
            queue.enqueue(null, Envelope.apply(asked(i, 0), ActorRef.noSender()));
        }

        assertThat(met).containsExactly(queue);
        assertThat(((Refusal) told.receiveMessage(PATIENCE)).message()).contains("it holds " + QUEUE);
        assertThat(queue.dequeue().message()).isSameAs(first);
        for (int i = 0; i < QUEUE; i++) {
            assertThat(((Asked) queue.dequeue().message()).number()).isEqualTo(i);
        }
        assertThat(queue.dequeue()).isNull();
        assertThat(queue.numberOfMessages()).isZero();
    }

    @Test
    void theEndBeforeTheFirstMessage_tellsTheRequestsBehindIt() {
        RateMailbox type = new RateMailbox(10, 5, QUEUE);
        RateMailbox.RequestQueue queue = type.create(Option.empty(), Option.empty());
        RateMailbox.RequestQueue dead = type.create(Option.empty(), Option.empty());
        RateMailbox.MailboxAware first = itself -> {};
        queue.enqueue(null, Envelope.apply(first, ActorRef.noSender()));
        queue.enqueue(null, Envelope.apply(asked(1, 0), ActorRef.noSender()));

        queue.cleanUp(null, dead);

        assertThat(told.receiveMessage(PATIENCE)).isEqualTo(new Abandoned(1));
        assertThat(dead.dequeue().message()).isSameAs(first);
        assertThat(queue.hasMessages()).isFalse();
    }

    @Test
    void mailboxIsLight() {
        RateMailbox type = new RateMailbox(10, 5, 100);
        RateMailbox.RequestQueue[] many = new RateMailbox.RequestQueue[10_000];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        for (int i = 0; i < many.length; i++) {
            many[i] = type.create(Option.empty(), Option.empty());
        }
        long each = (threads.getThreadAllocatedBytes(thread) - before) / many.length;

        // Pekko's own unbounded one takes 48.
        assertThat(each).isBetween(48L, 80L);
    }

    /** Two objects that start in the same moment and take four slices each; the first is asked twice meanwhile. */
    private List<Object> sliced(String dispatcher) {
        ActorRef conductor = system.actorOf(subject().withDispatcher(dispatcher));
        conductor.tell(
                order((self, ref) -> {
                    // Children are there at once; a top-level actor is started by its guardian in its own time.
                    ActorRef a = self.getContext().actorOf(named("a", dispatcher));
                    ActorRef b = self.getContext().actorOf(named("b", dispatcher));
                    a.tell("start", ref);
                    b.tell("start", ref);
                    a.tell(asked(1, 0), ref);
                    a.tell(asked(2, 0), ref);
                }),
                null);
        return seen.receiveSeveralMessages(10, PATIENCE);
    }

    private List<Integer> numbers(int count) {
        List<Integer> numbers = new ArrayList<>();
        seen.receiveSeveralMessages(count, PATIENCE).forEach(asked -> numbers.add(((Asked) asked).number()));
        return numbers;
    }

    private static Envelope envelope(Object message) {
        return Envelope.apply(message, ActorRef.noSender());
    }

    private Change change(int number, long arrivedNanos) {
        return new Change(asked(number, arrivedNanos));
    }

    private Asked asked(int number, long arrivedNanos) {
        return new Asked(number, arrivedNanos, told.ref());
    }

    private static Order order(Order order) {
        return order;
    }

    private ActorRef object(String mailbox) {
        return system.actorOf(subject().withMailbox(mailbox));
    }

    private Props subject() {
        return Props.create(Subject.class, () -> new Subject(seen.ref()));
    }

    private Props named(String name, String dispatcher) {
        return Props.create(Slicer.class, () -> new Slicer(name, seen.ref()))
                .withMailbox("comet.object-mailbox")
                .withDispatcher(dispatcher);
    }

    /** Follows orders, and shows whatever else it receives. */
    static class Subject extends AbstractActorWithTimers {

        private final org.apache.pekko.actor.typed.ActorRef<Object> seen;

        Subject(org.apache.pekko.actor.typed.ActorRef<Object> seen) {
            this.seen = seen;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .match(Order.class, order -> order.accept(this, getSelf()))
                    .matchAny(seen::tell)
                    .build();
        }
    }

    /** Works in slices and breathes between them. */
    static final class Slicer extends AbstractActorWithTimers {

        private static final int SLICES = 4;

        private final String name;
        private final org.apache.pekko.actor.typed.ActorRef<Object> seen;

        Slicer(String name, org.apache.pekko.actor.typed.ActorRef<Object> seen) {
            this.name = name;
            this.seen = seen;
        }

        @Override
        public Receive createReceive() {
            return receiveBuilder()
                    .matchEquals("start", start -> work(1))
                    .match(Slice.class, slice -> work(slice.number()))
                    .match(Asked.class, asked -> seen.tell(name + " asked"))
                    .build();
        }

        private void work(int slice) {
            seen.tell(name + " " + slice);
            if (slice < SLICES) {
                getSelf().tell(new Slice(slice + 1), getSelf());
            }
        }
    }
}
