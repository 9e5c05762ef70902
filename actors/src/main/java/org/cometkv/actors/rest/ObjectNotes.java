package org.cometkv.actors.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.conduct.PenaltyRule;
import org.cometkv.actors.conduct.SendBudget;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Totals;
import org.cometkv.aso.Version;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.codec.TotalsCodec;

/**
 * The notes of a node about an object, which do not travel with its image: they outlast its sleep. Immutable.
 *
 * @param totals what it did and cost
 * @param lastError of one of its events
 * @param log its own lines
 * @param penalty empty if it never broke a limit
 * @param budget empty if it never sent anything
 * @param retracted the changes that were taken back, and for how many milliseconds more each is refused
 */
public record ObjectNotes(
        Totals totals,
        Optional<String> lastError,
        List<String> log,
        Optional<PenaltyRule.Snapshot> penalty,
        Optional<SendBudget.Snapshot> budget,
        Map<Version, Long> retracted) {

    /** An object of which there is nothing to note. */
    public static final ObjectNotes NONE =
            new ObjectNotes(Totals.NONE, Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Map.of());

    private static final Standing[] STANDINGS = Standing.values();
    private static final int LINES_MAX = 256;
    private static final int LINE_BYTES_MAX = 64 * 1_024;
    private static final int RETRACTED_MAX = 4_096;

    /** How the object stands. */
    public Standing standing() {
        return penalty.map(PenaltyRule.Snapshot::standing).orElse(Standing.ORDINARY);
    }

    byte[] encode() {
        if (equals(NONE)) {
            return new byte[0];
        }
        ByteOutput out = new ByteOutput();
        TotalsCodec.write(out, totals);
        out.optional(lastError, (each, error) -> each.text(error, LINE_BYTES_MAX));
        out.list(log, LINES_MAX, (each, line) -> each.text(line, LINE_BYTES_MAX));
        out.optional(penalty, ObjectNotes::penalty);
        out.optional(budget, ObjectNotes::budget);
        out.list(List.copyOf(retracted.entrySet()), RETRACTED_MAX, (each, change) -> {
            PartyCodec.version(each, change.getKey());
            each.number(change.getValue());
        });
        return out.toBytes();
    }

    /**
     * The notes that were encoded.
     *
     * @throws org.cometkv.aso.codec.MalformedInput if they are none
     */
    public static ObjectNotes decode(byte[] encoded) {
        if (encoded.length == 0) {
            return NONE;
        }
        Input in = new Input(encoded);
        ObjectNotes notes = new ObjectNotes(
                TotalsCodec.read(in),
                in.optional(each -> each.text(LINE_BYTES_MAX)),
                in.list(LINES_MAX, each -> each.text(LINE_BYTES_MAX)),
                in.optional(ObjectNotes::penalty),
                in.optional(ObjectNotes::budget),
                retracted(in));
        in.end();
        return notes;
    }

    private static void penalty(Output out, PenaltyRule.Snapshot penalty) {
        out.constant(penalty.standing());
        out.integer(penalty.limits());
        out.number(penalty.sinceMillis());
        out.number(penalty.lastMillis());
        out.integer(penalty.bugs());
        out.number(penalty.bugsSinceMillis());
    }

    private static PenaltyRule.Snapshot penalty(Input in) {
        return new PenaltyRule.Snapshot(
                in.constant(STANDINGS), in.integer(), in.number(), in.number(), in.integer(), in.number());
    }

    private static void budget(Output out, SendBudget.Snapshot budget) {
        out.number(budget.requestNanos());
        out.number(budget.byteNanos());
        out.number(budget.bytesMax());
        out.number(budget.paidBytes());
    }

    private static SendBudget.Snapshot budget(Input in) {
        return new SendBudget.Snapshot(in.number(), in.number(), in.number(), in.number());
    }

    private static Map<Version, Long> retracted(Input in) {
        Map<Version, Long> left = new LinkedHashMap<>();
        in.list(RETRACTED_MAX, each -> Map.entry(PartyCodec.version(each), each.number()))
                .forEach(change -> left.put(change.getKey(), change.getValue()));
        return left;
    }
}
