package org.cometkv.testkit.members;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The members that a group of connected nodes agrees on, and those of them that do not answer. Not thread-safe. */
final class View {

    private final Set<Member> members = new LinkedHashSet<>();
    private final Set<Member> suspects = new LinkedHashSet<>();
    /** Whom it has seen removed: nobody who shares it takes them for members again. */
    private final Set<Member> removed = new LinkedHashSet<>();

    static View of(Collection<Member> members) {
        View view = new View();
        view.members.addAll(members);
        return view;
    }

    /** The view of nodes that had these and reach each other now: whom one has seen removed is so for all. */
    static View merged(Collection<View> views) {
        View merged = new View();
        views.forEach(view -> merged.members.addAll(view.members));
        views.forEach(view -> merged.removed.addAll(view.removed));
        merged.members.removeIf(member -> member.isOut() || merged.removed.contains(member));
        return merged;
    }

    Set<Member> members() {
        return members;
    }

    Set<Member> suspects() {
        return suspects;
    }

    boolean equalsIn(View other) {
        return members.equals(other.members) && suspects.equals(other.suspects);
    }

    void suspect(Collection<Member> all) {
        suspects.clear();
        suspects.addAll(all);
    }

    void remove(Member member) {
        members.remove(member);
        suspects.remove(member);
        removed.add(member);
    }
}
