package org.cometkv.testkit.members;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/** The groups of members that can gossip with each other, on ways through third ones too. */
final class Groups {

    private final BiPredicate<Member, Member> isConnected;

    /** @param isConnected whether frames pass both ways between two live members */
    Groups(BiPredicate<Member, Member> isConnected) {
        this.isConnected = isConnected;
    }

    /** The groups of the live ones among these. */
    List<Set<Member>> of(Collection<Member> all) {
        Set<Member> left = new LinkedHashSet<>();
        all.stream().filter(Member::isLive).forEach(left::add);
        List<Set<Member>> groups = new ArrayList<>();
        while (!left.isEmpty()) {
            groups.add(takeGroup(left));
        }
        return groups;
    }

    private Set<Member> takeGroup(Set<Member> left) {
        Set<Member> group = new LinkedHashSet<>();
        Deque<Member> next = new ArrayDeque<>();
        Member first = left.iterator().next();
        left.remove(first);
        next.add(first);
        while (!next.isEmpty()) {
            Member member = next.poll();
            group.add(member);
            for (Member other : List.copyOf(left)) {
                if (gossips(member, other)) {
                    left.remove(other);
                    next.add(other);
                }
            }
        }
        return group;
    }

    /** Whoever was removed by others is no member for them, whatever it takes itself for. */
    private boolean gossips(Member one, Member other) {
        return isConnected.test(one, other)
                && one.view().members().contains(other)
                && other.view().members().contains(one);
    }

    /** Those of the members whom someone of the group cannot reach: all that are elsewhere, and some within it. */
    Set<Member> unreachable(Set<Member> group, Collection<Member> members) {
        Set<Member> suspects = new LinkedHashSet<>();
        for (Member member : members) {
            boolean isReached = group.contains(member)
                    && group.stream().allMatch(other -> other == member || isConnected.test(other, member));
            if (!isReached) {
                suspects.add(member);
            }
        }
        return suspects;
    }
}
