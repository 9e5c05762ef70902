package org.cometkv.actors.membership;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cometkv.actors.context.DeadlineTask;

/**
 * The members of the cluster state that a node joined, and those of them whose greeting it waits for: the rule of when
 * the node is ready. All times are milliseconds of the clock. Not thread-safe; owned by Membership.
 *
 * <p>Whoever does not greet within the wait is no longer waited for, provided that a majority has greeted: a node that
 * knew fewer would take the others' keys for its own.
 */
final class JoinedCluster {

    /** Silent members that are named, in a sentence for people. */
    private static final int NAMED = 10;

    private final Set<String> members = new LinkedHashSet<>();
    private final Set<String> silent = new LinkedHashSet<>();
    private final long waitUntilMillis;

    /**
     * The state at the moment at which the node joined.
     *
     * @param members the addresses of all, the node itself counted
     * @param silent those that have not greeted yet
     */
    JoinedCluster(Collection<String> members, Collection<String> silent, long waitUntilMillis) {
        this.members.addAll(members);
        this.silent.addAll(silent);
        this.waitUntilMillis = waitUntilMillis;
    }

    /** The state of these members by address, at the moment at which the node joined. */
    static JoinedCluster of(Map<String, KnownMember> known, long waitUntilMillis) {
        List<String> all = new ArrayList<>();
        List<String> silent = new ArrayList<>();
        known.forEach((address, member) -> {
            if (member.isMember) {
                all.add(address);
                if (member.contact == null && !member.isForeign) {
                    silent.add(address);
                }
            }
        });
        return new JoinedCluster(all, silent, waitUntilMillis);
    }

    /** The member greeted, or said that it cannot take part. */
    void heard(String address) {
        silent.remove(address);
    }

    /** The member, whose greeting was that of another life, has to greet again. */
    void doubted(String address) {
        if (members.contains(address)) {
            silent.add(address);
        }
    }

    /** The address is no member any more. */
    void gone(String address) {
        members.remove(address);
        silent.remove(address);
    }

    boolean isReady(long nowMillis) {
        boolean isMajority = 2 * silent.size() < members.size();
        return silent.isEmpty() || isMajority && nowMillis >= waitUntilMillis;
    }

    /** When the wait is over; never if that has passed or nobody is waited for. */
    long nextDue(long nowMillis) {
        return silent.isEmpty() || nowMillis >= waitUntilMillis ? DeadlineTask.NEVER : waitUntilMillis;
    }

    boolean isComplete() {
        return silent.isEmpty();
    }

    /** Who is waited for, as the end of a sentence. */
    @Override
    public String toString() {
        String names = silent.stream().limit(NAMED).collect(Collectors.joining(", "));
        String more = silent.size() > NAMED ? " and " + (silent.size() - NAMED) + " more" : "";
        return silent.size() + " of the " + members.size() + " members have not greeted: " + names + more;
    }
}
