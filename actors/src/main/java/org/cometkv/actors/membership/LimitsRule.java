package org.cometkv.actors.membership;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cometkv.actors.settings.CometSettings;
import org.cometkv.aso.Limits;

/**
 * The rule of which limits of objects are in force in a cluster, and which members own no keys because theirs are
 * lower.
 *
 * <p>In force are the lowest of all owners. Whoever joins with a lower one is no owner; whoever has a higher one is,
 * and once all have it, it is in force. Not thread-safe; owned by Membership.
 */
final class LimitsRule {

    /*
     * A node that joins learns what is in force from those that are ready, and judges itself by it; they judge it by
     * the same. Where some of them already know that an owner with lower limits is gone and others do not, they may not
     * agree for a moment: the highest that it is told counts, and it says itself, in its next greeting, that it owns
     * nothing. Among nodes that all join at once nobody is ready, and the lowest of all is in force.
     */

    private final Limits own;
    private final KnownMember self;
    private final Collection<KnownMember> members;
    private Optional<Limits> told = Optional.empty();
    private Optional<Limits> inForce = Optional.empty();
    private boolean isSettled;
    private boolean hasChanged;

    /**
     * The rule of a node that is not ready yet.
     *
     * @param self the member that the node itself is, or will be
     * @param members all that there are at any moment
     */
    LimitsRule(Limits own, KnownMember self, Collection<KnownMember> members) {
        this.own = own;
        this.self = self;
        this.members = members;
    }

    /** Limits as the rule compares them: of the slice, which each node has for itself, it has one alone. */
    private Limits shared(Limits limits) {
        Limits shared = limits.with(Limits.Name.SLICE, own.slice());
        return shared.equals(own) ? own : shared;
    }

    /**
     * A member greeted, or this node became one.
     *
     * @param said the limits in force, by one that is ready
     */
    void greeted(KnownMember member, Limits limits, Optional<Limits> said) {
        member.limits = shared(limits);
        said.map(this::shared).ifPresent(theirs -> {
            told = Optional.of(told.map(theirs::highest).orElse(theirs));
            if (isSettled) {
                judge(self, theirs);
            }
        });
        if (isSettled) {
            inForce.ifPresent(lowest -> judge(member, lowest));
            refresh();
        }
        // It may have said that it owns nothing any more.
        hasChanged |= member.isAnnounced && member.isAnnouncedOwner != member.ownsKeys();
    }

    /** Whoever is below stays so until nobody else is left. */
    private void judge(KnownMember member, Limits lowest) {
        if (member.ownsKeys() && !member.limits.lowerThan(lowest).isEmpty()) {
            member.isBelow = true;
            hasChanged = true;
        }
    }

    /** A member is gone, or says that it owns nothing. */
    void left() {
        if (isSettled) {
            refresh();
        }
    }

    /** The node is ready: it knows what is in force. */
    void settle() {
        isSettled = true;
        told.ifPresent(theirs -> members.forEach(member -> judge(member, theirs)));
        refresh();
    }

    /** Whether who owns keys, or by which limits, is otherwise than at the last call. */
    boolean hasChanged() {
        boolean changed = hasChanged;
        hasChanged = false;
        return changed;
    }

    /** Why this node owns no keys though it is to; empty if it may. */
    String fault() {
        return self.isBelow
                ? "this node owns no keys, because its limits are lower than those of its cluster: "
                        + lacks(own, told.orElse(own))
                : "";
    }

    /** The lowest limits of all owners; empty before the node is ready, and if there are none. */
    Optional<Limits> inForce() {
        return inForce;
    }

    private void refresh() {
        // Of most clusters, and then nothing can have changed: this node's own are in force while it is an owner.
        if (inForce.isPresent() && inForce.get() == own && self.ownsKeys()) {
            return;
        }
        Optional<Limits> before = inForce;
        inForce = lowest();
        if (inForce.isEmpty()) {
            // Of those who were higher nobody is left.
            members.forEach(member -> member.isBelow = false);
            told = Optional.empty();
            inForce = lowest();
        }
        hasChanged |= !inForce.equals(before);
    }

    private Optional<Limits> lowest() {
        return members.stream()
                .filter(KnownMember::ownsKeys)
                .map(member -> member.limits)
                .reduce(Limits::lowest)
                .map(this::shared);
    }

    /** What is lower there than here, with both bounds, as part of a sentence. */
    static String lacks(Limits lower, Limits inForce) {
        List<Limits.Name> names = lower.lowerThan(inForce);
        return names.stream()
                .map(name -> CometSettings.limitKey(name) + " is " + text(name, lower) + ", this cluster's is "
                        + text(name, inForce))
                .collect(Collectors.joining("; "));
    }

    private static String text(Limits.Name name, Limits limits) {
        return limits.get(name) + (name == Limits.Name.SHORTEST_TIMER ? " ms" : "");
    }
}
