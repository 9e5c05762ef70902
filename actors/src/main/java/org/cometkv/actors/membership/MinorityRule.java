package org.cometkv.actors.membership;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The rule of when a node is in the minority: fewer than half of the members are not suspect, whether they have greeted
 * or not. Not thread-safe; owned by Membership.
 */
final class MinorityRule {

    private final Set<KnownMember> suspects = new LinkedHashSet<>();
    private int members;
    private boolean wasMinority;

    void joined() {
        members++;
    }

    void gone(KnownMember member) {
        suspects.remove(member);
        if (member.isMember) {
            members--;
        }
    }

    void suspected(KnownMember member) {
        if (member.isSuspect()) {
            suspects.add(member);
        } else {
            suspects.remove(member);
        }
    }

    /** Whether it is otherwise than at the last call. */
    boolean hasChanged() {
        boolean before = wasMinority;
        wasMinority = isMinority();
        return wasMinority != before;
    }

    boolean isMinority() {
        long silent = suspects.stream().filter(member -> member.isMember).count();
        return 2 * (members - silent) < members;
    }
}
