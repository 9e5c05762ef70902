package org.cometkv.actors.peers;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.pekko.actor.typed.ActorRef;
import org.cometkv.actors.context.DeadlineTask;
import org.cometkv.actors.requests.ReplyTo;
import org.cometkv.actors.settings.PeerSettings;
import org.cometkv.actors.wire.GatewayMessage;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.actors.wire.WireSize;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;

/**
 * The requests of peers that this node works on, and those that it has answered a short while ago: the same request
 * that comes again runs nothing again. A peer whose request takes long is told again and again that it is being worked
 * on, so that it asks no one else.
 *
 * <p>Not thread-safe; owned by the Gateway.
 */
final class InboundRequests {

    /** A request of a peer by its number, and where its reply goes. */
    static final class Asked implements ReplyTo, PeerAdmission.Decision {

        private final ActorRef<GatewayMessage> gateway;
        private final Contact peer;
        private final long id;
        private final Key key;
        private final int bytes;
        private final long arrivedMillis;
        private boolean isInProgress = true;
        private boolean isKnown;
        private boolean isTold;
        private long toldMillis;
        private Wire.Reply answer;
        private int answerBytes;
        private long answeredMillis;
        /** The list that it is in, and its neighbors there; null while it is in none. */
        ArrivalList list;

        Asked previous;
        Asked next;

        /** @param bytes what it takes on the wire */
        Asked(ActorRef<GatewayMessage> gateway, Contact peer, Wire.Request request, int bytes, long nowMillis) {
            this.gateway = gateway;
            this.peer = peer;
            this.id = request.id();
            this.key = request.key();
            this.bytes = bytes;
            this.arrivedMillis = nowMillis;
        }

        Contact peer() {
            return peer;
        }

        long id() {
            return id;
        }

        Key key() {
            return key;
        }

        @Override
        public void reply(ReplicaReply reply) {
            Wire.Reply item = new Wire.Reply(id, reply);
            // Here, where the reply was just made: the Gateway's thread would fetch all of it from this one's cache.
            // Most refusals are for a rate and travel joined: they are not counted.
            int bytes = reply instanceof ReplicaReply.Refused ? WireSize.UNCOUNTED : WireSize.orUncounted(item);
            gateway.tell(new Gateway.PeerReply(this, item, bytes));
        }

        /** By number and peer. */
        @Override
        public boolean equals(Object other) {
            return other instanceof Asked asked && id == asked.id && peer.equals(asked.peer);
        }

        @Override
        public int hashCode() {
            // Numbers count up in their higher bits, and places in a table in the lower.
            long mixed = id * 0x9E3779B97F4A7C15L;
            return (int) (mixed >>> 32) ^ peer.port();
        }
    }

    private final long patienceMillis;
    private final long repeatMillis;
    private final long giveUpMillis;
    private final PeerSettings.Answers settings;
    private final Map<Asked, Asked> known = new HashMap<>();
    /** Those in progress that were not told yet. */
    private final ArrivalList quiet = new ArrivalList();
    /** Those in progress that were told, in order of when they were told last. */
    private final ArrivalList told = new ArrivalList();
    /** In order of their answers. */
    private final ArrayDeque<Asked> answered = new ArrayDeque<>();

    private int inProgress;
    private long bytesInProgress;
    private long answeredBytes;

    /**
     * Nothing is worked on yet.
     *
     * @param patienceMillis after which a peer is told
     * @param repeatMillis after which it is told once more: it waits no longer for a node that is silent by then
     * @param giveUpMillis after which nobody waits any more: what a bug left without a reply must not count for ever
     */
    InboundRequests(long patienceMillis, long repeatMillis, long giveUpMillis, PeerSettings.Answers settings) {
        this.patienceMillis = patienceMillis;
        this.repeatMillis = repeatMillis;
        this.giveUpMillis = giveUpMillis;
        this.settings = settings;
    }

    /** When a peer is to be told next, or an answer is too old to be kept. */
    long nextDue() {
        long tell = quiet.oldest()
                .map(asked -> asked.arrivedMillis + patienceMillis)
                .orElse(DeadlineTask.NEVER);
        long tellAgain =
                told.oldest().map(asked -> asked.toldMillis + repeatMillis).orElse(DeadlineTask.NEVER);
        long forget = answered.isEmpty() ? DeadlineTask.NEVER : answered.peek().answeredMillis + ageMillis() + 1;
        return Math.min(forget, Math.min(tell, tellAgain));
    }

    int inProgress() {
        return inProgress;
    }

    long bytesInProgress() {
        return bytesInProgress;
    }

    /** The request that this one repeats, if this node knows it. */
    Optional<Asked> known(Asked asked) {
        Asked before = known.get(asked);
        return before != null && isCurrent(before, asked) ? Optional.of(before) : Optional.empty();
    }

    /** A request begins, unless it is {@link #known}: then nothing does, and the one that it repeats is given. */
    Optional<Asked> begin(Asked asked) {
        Asked before = known.putIfAbsent(asked, asked);
        if (before != null) {
            if (isCurrent(before, asked)) {
                return Optional.of(before);
            }
            remove(before);
            known.put(asked, asked);
            leave(before);
        }
        asked.isKnown = true;
        inProgress++;
        bytesInProgress += asked.bytes;
        quiet.add(asked);
        return Optional.empty();
    }

    /** What the peer is told again when it repeats this request; nothing while it need not be told yet. */
    Optional<Wire.Reply> again(Asked asked) {
        if (asked.answer != null) {
            return Optional.of(asked.answer);
        }
        return asked.isTold ? Optional.of(new Wire.Reply(asked.id, new ReplicaReply.Working())) : Optional.empty();
    }

    /** It is worked on no more; false if nobody waits for it. */
    boolean ended(Asked asked) {
        boolean isAwaited = asked.isInProgress;
        leave(asked);
        return isAwaited;
    }

    /** As {@link #ended}, and a retry is served as if it had never been. */
    boolean refused(Asked asked) {
        boolean isAwaited = ended(asked);
        remove(asked);
        return isAwaited;
    }

    /**
     * Keeps the answer of what has ended for a while, unless it says that the node has too much to do: a retry may find
     * it less so.
     *
     * @param bytes what the answer takes on the wire
     */
    void answered(Asked asked, Wire.Reply answer, int bytes, long nowMillis) {
        if (answer.body().isBusy() || bytes > settings.bytesMax()) {
            remove(asked);
            return;
        }
        asked.answer = answer;
        asked.answerBytes = bytes;
        asked.answeredMillis = nowMillis;
        answered.add(asked);
        answeredBytes += bytes;
        while (answered.size() > settings.countMax() || answeredBytes > settings.bytesMax()) {
            evict();
        }
        evictOld(nowMillis);
    }

    /** Nobody waits at that peer any more. */
    void forget(Contact peer) {
        for (Asked asked : List.copyOf(known.values())) {
            if (asked.peer.equals(peer)) {
                remove(asked);
                leave(asked);
            }
        }
    }

    /** Drops the answers that nobody asks for again. */
    void forgetOld(long nowMillis) {
        evictOld(nowMillis);
    }

    /**
     * Whom to tell now, the longest untold first, at most {@code limit}. Requests that nobody can wait for any more are
     * dropped instead.
     */
    List<Asked> overdue(long nowMillis, int limit) {
        List<Asked> overdue = new ArrayList<>();
        tell(quiet, asked -> nowMillis - asked.arrivedMillis >= patienceMillis, nowMillis, limit, overdue);
        tell(told, asked -> nowMillis - asked.toldMillis >= repeatMillis, nowMillis, limit, overdue);
        return overdue;
    }

    private void tell(ArrivalList list, Predicate<Asked> isDue, long nowMillis, int limit, List<Asked> overdue) {
        Optional<Asked> oldest = list.oldest().filter(isDue);
        while (oldest.isPresent() && overdue.size() < limit) {
            Asked asked = oldest.get();
            if (nowMillis - asked.arrivedMillis >= giveUpMillis) {
                refused(asked);
            } else {
                list.remove(asked);
                told.add(asked);
                asked.isTold = true;
                asked.toldMillis = nowMillis;
                overdue.add(asked);
            }
            oldest = list.oldest().filter(isDue);
        }
    }

    /** A number that comes again for another key, or long after, is that of another request. */
    private boolean isCurrent(Asked before, Asked asked) {
        return before.key.equals(asked.key) && (before.isInProgress || !isOld(before, asked.arrivedMillis));
    }

    private boolean isOld(Asked asked, long nowMillis) {
        return nowMillis - asked.answeredMillis > ageMillis();
    }

    private long ageMillis() {
        return settings.ageMax().toMillis();
    }

    private void evictOld(long nowMillis) {
        while (!answered.isEmpty() && isOld(answered.peek(), nowMillis)) {
            evict();
        }
    }

    private void leave(Asked asked) {
        if (asked.isInProgress) {
            asked.isInProgress = false;
            asked.list.remove(asked);
            inProgress--;
            bytesInProgress -= asked.bytes;
        }
    }

    private void evict() {
        Asked oldest = answered.poll();
        answeredBytes -= oldest.answerBytes;
        remove(oldest);
    }

    /** Not one that has its number by now. */
    private void remove(Asked asked) {
        if (asked.isKnown) {
            asked.isKnown = false;
            known.remove(asked);
        }
    }
}
