package org.cometkv.actors;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.requests.Operation;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * A read of the newest replica: all owners are asked what they hold, in brief, then the handler runs at one that holds
 * the highest. Where the highest of several owners took different updates, none of them need have all: then it runs at
 * the first owner that is not suspect, once that has settled the key.
 *
 * <p>It needs a majority of the owners.
 */
final class LatestGetOperation implements Operation<GetReply> {

    private static final int COMPARISONS_MAX = 3;

    private final Key key;
    private final Caller caller;
    private final Value request;
    private final Supplier<ReadOrder> orders;
    private final ReadOrder order;
    private final IntFunction<List<Contact>> ownersOf;
    private final Contact self;
    private final int comparisons;
    private final Map<Contact, KeyDigest> digests = new LinkedHashMap<>();
    private final List<Contact> silent = new ArrayList<>();
    private List<Contact> owners;
    /** Those at which the handler may run, in this order. */
    private List<Contact> readers = List.of();

    private Wire.Read read = Wire.Read.OWN;
    private boolean isRunning;
    private int asked;

    /**
     * A read of what is newest when it begins.
     *
     * @param orders the order by the view of each moment
     * @param ownersOf the owners of the key for so many replicas, closest first
     */
    LatestGetOperation(
            Key key,
            Caller caller,
            Value request,
            Supplier<ReadOrder> orders,
            IntFunction<List<Contact>> ownersOf,
            Contact self) {
        this(key, caller, request, orders, ownersOf, self, 1);
    }

    private LatestGetOperation(
            Key key,
            Caller caller,
            Value request,
            Supplier<ReadOrder> orders,
            IntFunction<List<Contact>> ownersOf,
            Contact self,
            int comparisons) {
        this.key = key;
        this.caller = caller;
        this.request = request;
        this.orders = orders;
        this.order = orders.get();
        this.ownersOf = ownersOf;
        this.owners = order.owners();
        this.self = self;
        this.comparisons = comparisons;
    }

    @Override
    public Wire.Request request(long id) {
        return isRunning ? new Wire.Get(id, key, caller, request, read) : new Wire.Compare(id, key);
    }

    @Override
    public NextStep<GetReply> begin() {
        return owners.isEmpty() ? NextStep.Broken.nobodyKnown(key) : new NextStep.Ask<>(owners);
    }

    @Override
    public NextStep<GetReply> onReply(Contact replica, ReplicaReply reply) {
        if (reply instanceof ReplicaReply.Compared compared) {
            digests.put(replica, compared.digest());
            return isRunning ? new NextStep.Wait<>() : compared(compared.digest());
        }
        if (!isRunning) {
            silent.add(replica);
            return compared();
        }
        if (!readers.subList(0, asked).contains(replica)) {
            return new NextStep.Wait<>();
        }
        boolean isPassedBy = reply.isBusy() || reply.isNotHere();
        if (isPassedBy && asked < readers.size()) {
            return ask();
        }
        return reply instanceof ReplicaReply.Absent
                ? compareAgain()
                : new NextStep.Done<>(GetOperation.of(reply, replica, owners.size()));
    }

    /** It was there when the owners were compared: it has been removed since, or others own it by now. */
    private NextStep<GetReply> compareAgain() {
        if (comparisons == COMPARISONS_MAX) {
            return new NextStep.Done<>(failed("the owners of key " + key + " changed " + comparisons
                    + " times between their telling what they hold and their being read"));
        }
        return new NextStep.Become<>(
                new LatestGetOperation(key, caller, request, orders, ownersOf, self, comparisons + 1));
    }

    private GetReply failed(String sentence) {
        return new GetReply.Failed(Failure.script(sentence), new AnswerSource(self, owners.size(), Usage.NONE));
    }

    @Override
    public NextStep<GetReply> onSilent(Contact replica) {
        if (isRunning) {
            return readers.contains(replica) && asked < readers.size() ? ask() : new NextStep.Wait<>();
        }
        silent.add(replica);
        return compared();
    }

    /** An object may have more owners than was thought: those are asked as well. */
    private NextStep<GetReply> compared(KeyDigest digest) {
        int replicas = digest instanceof KeyDigest.Live live ? live.replicas() : 0;
        List<Contact> all = ownersOf.apply(replicas);
        if (all.size() > owners.size()) {
            List<Contact> more = all.subList(owners.size(), all.size());
            owners = all;
            return new NextStep.Ask<>(more);
        }
        return compared();
    }

    /** Goes on once every owner that is not suspect, and a majority of all, has answered. */
    private NextStep<GetReply> compared() {
        boolean isMajority = digests.size() > owners.size() / 2;
        for (Contact owner : owners) {
            boolean isAwaited = order.nodes().indexOf(owner) < order.live() || !isMajority;
            if (!digests.containsKey(owner) && isAwaited && !(isMajority && silent.contains(owner))) {
                return new NextStep.Wait<>();
            }
        }
        return read();
    }

    private NextStep<GetReply> read() {
        KeyDigest highest = KeyDigest.NOTHING;
        for (KeyDigest digest : digests.values()) {
            highest = digest.beats(highest) ? digest : highest;
        }
        if (!(highest instanceof KeyDigest.Live live)) {
            return new NextStep.Done<>(new GetReply.NotFound(owners.size()));
        }
        isRunning = true;
        List<Contact> holders = new ArrayList<>();
        for (Contact owner : order.nodes()) {
            if (live.equals(digests.get(owner))) {
                holders.add(owner);
            }
        }
        if (digests.values().stream().anyMatch(digest -> differs(digest, live))) {
            read = Wire.Read.SETTLED;
            readers = order.nodes().stream().filter(owners::contains).toList();
        } else {
            readers = holders;
        }
        return ask();
    }

    /** Whether it is of the same object, with other updates. */
    private static boolean differs(KeyDigest digest, KeyDigest.Live highest) {
        return digest instanceof KeyDigest.Live live
                && live.lineage().equals(highest.lineage())
                && !live.updates().equals(highest.updates());
    }

    private NextStep<GetReply> ask() {
        return new NextStep.Ask<>(List.of(readers.get(asked++)));
    }

    @Override
    public GetReply refused(Refusal refusal, Contact itself) {
        return GetOperation.refusal(refusal, itself);
    }

    @Override
    public NextStep<GetReply> onTimeout() {
        if (isRunning) {
            return NextStep.Broken.late(asked, asked, key);
        }
        return new NextStep.Done<>(failed(digests.size() + " of the " + owners.size() + " owners of key " + key
                + " told what they hold; the latest is known from a majority of them"));
    }
}
