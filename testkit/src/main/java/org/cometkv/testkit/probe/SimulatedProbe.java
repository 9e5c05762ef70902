package org.cometkv.testkit.probe;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pekko.actor.testkit.typed.FishingOutcome;
import org.apache.pekko.actor.testkit.typed.TestKitSettings;
import org.apache.pekko.actor.testkit.typed.javadsl.FishingOutcomes;
import org.apache.pekko.actor.testkit.typed.javadsl.TestProbe;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.japi.function.Creator;
import org.cometkv.testkit.world.World;

/**
 * A probe of Pekko's TestKit in a {@link World}: its words mean what they mean there, in virtual time. Waiting for a
 * message runs the world until it comes. For the test's thread.
 */
public final class SimulatedProbe<M> extends TestProbe<M> {

    private static final Duration ASSERT_INTERVAL = Duration.ofMillis(100);

    private final World world;
    private final TestKitSettings settings;
    private final ActorRef<Object> actor;
    private final Deque<M> messages = new ArrayDeque<>();
    private final Deque<ActorRef<?>> terminated = new ArrayDeque<>();
    private Optional<Long> endNanos = Optional.empty();

    /** @param name of its actor, unique in the system */
    public SimulatedProbe(World world, ActorSystem<?> system, String name) {
        this.world = world;
        this.settings = TestKitSettings.create(system);
        this.actor = system.systemActorOf(
                // Whoever has its reference sends messages of its type.
                ProbeActor.create(message -> messages.add(cast(message)), terminated::add),
                name,
                org.apache.pekko.actor.typed.Props.empty());
    }

    @Override
    public TestKitSettings settings() {
        return settings;
    }

    @Override
    public ActorRef<M> ref() {
        return actor.unsafeUpcast();
    }

    @Override
    public void tell(M message) {
        actor.tell(message);
    }

    @Override
    public Duration getRemainingOrDefault() {
        return getRemainingOr(
                Duration.ofNanos(settings.SingleExpectDefaultTimeout().toNanos()));
    }

    @Override
    public Duration getRemaining() {
        return endNanos.map(end -> Duration.ofNanos(end - world.nanos()))
                .orElseThrow(() -> failure("getRemaining is for a block of within"));
    }

    @Override
    public Duration getRemainingOr(Duration duration) {
        return endNanos.isPresent() ? getRemaining() : duration;
    }

    @Override
    public <T> T within(Duration min, Duration max, Supplier<T> block) {
        Optional<Long> outer = endNanos;
        long began = world.nanos();
        long most = Math.min(max.toNanos(), outer.map(end -> end - began).orElse(Long.MAX_VALUE));
        if (min.toNanos() > most) {
            throw failure("the block of within is to take " + min + " at least, but only " + Duration.ofNanos(most)
                    + " are left");
        }
        endNanos = Optional.of(began + most);
        try {
            T result = block.get();
            long took = world.nanos() - began;
            if (took < min.toNanos() || took > most) {
                throw failure("the block of within took " + Duration.ofNanos(took) + ", not " + min + " to "
                        + Duration.ofNanos(most));
            }
            return result;
        } finally {
            endNanos = outer;
        }
    }

    @Override
    public <T> T within(Duration max, Supplier<T> block) {
        return within(Duration.ZERO, max, block);
    }

    @Override
    public <T extends M> T expectMessage(T expected) {
        return expectMessage(getRemainingOrDefault(), expected);
    }

    @Override
    public <T extends M> T expectMessage(Duration max, T expected) {
        return expectMessage(max, "", expected);
    }

    @Override
    public <T extends M> T expectMessage(Duration max, String hint, T expected) {
        M message = next(max, "the message " + expected + (hint.isEmpty() ? "" : ", " + hint));
        if (!Objects.equals(expected, message)) {
            throw failure("expected " + expected + ", found " + message + (hint.isEmpty() ? "" : ": " + hint));
        }
        return expected;
    }

    @Override
    public void expectNoMessage(Duration max) {
        if (runs(max, () -> !messages.isEmpty())) {
            throw failure("expected no message, found " + messages.poll());
        }
    }

    @Override
    public void expectNoMessage() {
        expectNoMessage(
                Duration.ofNanos(settings.ExpectNoMessageDefaultTimeout().toNanos()));
    }

    @Override
    public <T extends M> T expectMessageClass(Class<T> type) {
        return expectMessageClass(type, getRemainingOrDefault());
    }

    @Override
    public <T extends M> T expectMessageClass(Class<T> type, Duration max) {
        M message = next(max, "a message of " + type);
        if (!type.isInstance(message)) {
            throw failure("expected a message of " + type + ", found " + message);
        }
        return type.cast(message);
    }

    @Override
    public M receiveMessage() {
        return receiveMessage(getRemainingOrDefault());
    }

    @Override
    public M receiveMessage(Duration max) {
        return next(max, "a message");
    }

    @Override
    public List<M> receiveSeveralMessages(int count) {
        return receiveSeveralMessages(count, getRemainingOrDefault());
    }

    @Override
    public List<M> receiveSeveralMessages(int count, Duration max) {
        long end = world.nanos() + max.toNanos();
        List<M> received = new ArrayList<>();
        while (received.size() < count) {
            received.add(next(
                    Duration.ofNanos(end - world.nanos()), count + " messages, of which " + received.size() + " came"));
        }
        return received;
    }

    @Override
    public List<M> fishForMessage(Duration max, Function<M, FishingOutcome> fisher) {
        return fishForMessage(max, "", fisher);
    }

    @Override
    public List<M> fishForMessage(Duration max, String hint, Function<M, FishingOutcome> fisher) {
        long end = world.nanos() + max.toNanos();
        List<M> kept = new ArrayList<>();
        while (true) {
            M message = next(Duration.ofNanos(end - world.nanos()), "a message that is fished for " + hint);
            FishingOutcome outcome = fisher.apply(message);
            if (outcome.equals(FishingOutcomes.complete())) {
                kept.add(message);
                return kept;
            }
            if (outcome.equals(FishingOutcomes.continueAndCollect())) {
                kept.add(message);
            } else if (!outcome.equals(FishingOutcomes.continueAndIgnore())) {
                throw failure("fishing ended with " + outcome + " " + hint);
            }
        }
    }

    @Override
    public <U> void expectTerminated(ActorRef<U> watched, Duration max) {
        actor.tell(new ProbeActor.Watch(watched));
        if (!runs(max, () -> terminated.contains(watched))) {
            throw failure("expected that " + watched + " is terminated within " + max);
        }
        terminated.remove(watched);
    }

    @Override
    public <U> void expectTerminated(ActorRef<U> watched) {
        expectTerminated(watched, getRemainingOrDefault());
    }

    @Override
    public <A> A awaitAssert(Duration max, Duration interval, Creator<A> check) {
        long end = world.nanos() + max.toNanos();
        while (true) {
            try {
                return check.create();
            } catch (AssertionError | RuntimeException e) {
                if (world.hasFailed() || world.nanos() + interval.toNanos() > end) {
                    throw e;
                }
            } catch (Exception e) {
                // The one type of Pekko's functions that are checked.
                throw new IllegalStateException(e);
            }
            world.advance(interval);
        }
    }

    @Override
    public <A> A awaitAssert(Duration max, Creator<A> check) {
        return awaitAssert(max, ASSERT_INTERVAL, check);
    }

    @Override
    public <A> A awaitAssert(Creator<A> check) {
        return awaitAssert(getRemainingOrDefault(), check);
    }

    @Override
    public void stop() {
        actor.tell(ProbeActor.Stop.STOP);
    }

    private M next(Duration max, String what) {
        if (!runs(max, () -> !messages.isEmpty())) {
            throw failure("no message within " + max + " of virtual time; expected " + what);
        }
        return messages.poll();
    }

    /** Runs until the condition holds, or so much time is over; whether it holds. */
    private boolean runs(Duration max, BooleanSupplier condition) {
        world.advanceUntil(condition, max);
        return condition.getAsBoolean();
    }

    private AssertionError failure(String sentence) {
        return new AssertionError(world.at(sentence));
    }

    // Its actor gets what is sent to a reference of its type.
    @SuppressWarnings("unchecked")
    private M cast(Object message) {
        return (M) message;
    }
}
