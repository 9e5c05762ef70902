package org.cometkv.testkit.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.EndCause;
import org.cometkv.actors.GapCause;
import org.cometkv.actors.Subscriber;
import org.cometkv.aso.Value;

/** A subscriber that keeps what it received, and takes each message at once or when it is told to. */
final class Received implements Subscriber {

    final List<Delivery> all = new ArrayList<>();
    private final boolean isSlow;
    private final List<CompletableFuture<Void>> inHand = new ArrayList<>();

    private Received(boolean isSlow) {
        this.isSlow = isSlow;
    }

    static Received atOnce() {
        return new Received(false);
    }

    /** One that has each message in hand until {@link #take}. */
    static Received slowly() {
        return new Received(true);
    }

    /** Has done with all messages that are in hand. */
    void take() {
        List<CompletableFuture<Void>> taken = List.copyOf(inHand);
        inHand.clear();
        taken.forEach(each -> each.complete(null));
    }

    @Override
    public CompletionStage<?> onMessage(Delivery.Message message) {
        all.add(message);
        if (!isSlow) {
            return CompletableFuture.completedFuture(null);
        }
        CompletableFuture<Void> taken = new CompletableFuture<>();
        inHand.add(taken);
        return taken;
    }

    @Override
    public void onSnapshot(Delivery.Snapshot snapshot, Optional<GapCause> after) {
        all.add(snapshot);
    }

    @Override
    public void onGap(OptionalLong missing, GapCause cause) {
        all.add(new Delivery.Gap(missing, cause));
    }

    @Override
    public void onEnd(EndCause cause) {
        all.add(new Delivery.End(cause));
    }

    List<Delivery.Message> messages() {
        return of(Delivery.Message.class);
    }

    <D extends Delivery> List<D> of(Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    List<Value> values() {
        return messages().stream().map(Delivery.Message::value).toList();
    }

    /** The values as whole numbers. */
    List<Long> numbers() {
        return values().stream().map(Value::asLong).toList();
    }

    /** The values of the snapshots, in order. */
    List<Value> snapshots() {
        return of(Delivery.Snapshot.class).stream()
                .map(Delivery.Snapshot::value)
                .toList();
    }

    List<GapCause> gaps() {
        return of(Delivery.Gap.class).stream().map(Delivery.Gap::cause).toList();
    }

    /** Whether it has not ended by itself. */
    boolean isOpen() {
        return of(Delivery.End.class).isEmpty();
    }

    /** The position of the last message or snapshot. */
    String position() {
        String position = "";
        for (Delivery each : all) {
            if (each instanceof Delivery.Message message) {
                position = message.position();
            } else if (each instanceof Delivery.Snapshot snapshot) {
                position = snapshot.position();
            }
        }
        return position;
    }
}
