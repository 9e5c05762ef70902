package org.cometkv.actors.changes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.cometkv.actors.wire.RecentUpdates;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.aso.Version;

/**
 * A log of the updates that an object took a short while ago, so that none runs twice.
 *
 * <p>Not thread-safe; owned by an AsoActor. Times are milliseconds since 1970, as those of versions are.
 */
public final class UpdateLog {

    /** So much younger than what may be forgotten an update has to be: clocks of nodes differ. */
    private static final long MARGIN_MILLIS = 2_000;

    private final long keptMillis;
    private final Map<Version, Optional<RecentUpdates.Call>> updates = new LinkedHashMap<>();
    private Optional<Version> forgotten = Optional.empty();
    private int bytes;

    /** A log without updates. */
    public UpdateLog(long keptMillis) {
        this.keptMillis = keptMillis;
    }

    /** The log that came with an image. */
    public static UpdateLog of(RecentUpdates recent, long keptMillis) {
        UpdateLog log = new UpdateLog(keptMillis);
        log.forgotten = recent.forgotten();
        recent.updates().forEach(update -> log.put(update.version(), update.call()));
        log.keepBounds();
        return log;
    }

    /** Whether the update of this version is among those that are remembered. */
    public boolean has(Version update) {
        return updates.containsKey(update);
    }

    /** Whether the object may have taken an update of this version without that being remembered. */
    public boolean mayHaveForgotten(Version update, long wallMillis) {
        return update.millis() < wallMillis - keptMillis + MARGIN_MILLIS
                || forgotten.isPresent() && !update.isNewerThan(forgotten.get());
    }

    /**
     * Adds an update that the object took.
     *
     * @param call its arguments, if it has to run wherever it is lacking
     */
    public void add(Version update, Optional<RecentUpdates.Call> call, long wallMillis) {
        put(update, call);
        forgetOld(wallMillis);
        keepBounds();
    }

    /** What is remembered, in the order in which the updates were taken. */
    public RecentUpdates recent() {
        List<RecentUpdates.Update> all = new ArrayList<>(updates.size());
        updates.forEach((version, call) -> all.add(new RecentUpdates.Update(version, call)));
        return new RecentUpdates(all, forgotten);
    }

    /** The versions of the updates that are remembered. */
    public Stream<Version> versions() {
        return updates.keySet().stream();
    }

    /** The updates of one replica that another one lacks, may not have run and can run: those with their arguments. */
    public static List<RecentUpdates.Update> lacking(RecentUpdates from, UpdateLog at, long wallMillis) {
        return from.updates().stream()
                .filter(update -> update.call().isPresent())
                .filter(update -> !at.has(update.version()) && !at.mayHaveForgotten(update.version(), wallMillis))
                .toList();
    }

    private void put(Version update, Optional<RecentUpdates.Call> call) {
        updates.put(update, call);
        bytes += size(call);
    }

    private static int size(Optional<RecentUpdates.Call> call) {
        return call.isPresent() ? WireSize.of(call.get().data()) : 0;
    }

    /** Forgets the updates that are too old to come again. */
    public void forgetOld(long wallMillis) {
        while (!updates.isEmpty() && oldest().millis() < wallMillis - keptMillis) {
            forgetOldest();
        }
    }

    private void keepBounds() {
        while (updates.size() > RecentUpdates.COUNT_MAX || bytes > RecentUpdates.BYTES_MAX) {
            forgetOldest();
        }
    }

    private Version oldest() {
        return updates.keySet().iterator().next();
    }

    private void forgetOldest() {
        Version oldest = oldest();
        bytes -= size(updates.remove(oldest));
        if (forgotten.isEmpty() || oldest.isNewerThan(forgotten.get())) {
            forgotten = Optional.of(oldest);
        }
    }
}
