package org.cometkv.testkit.members;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The members that a group of connected nodes agrees on, and those of them that do not answer. Not thread-safe. */
final class View {

    private final Set<Member> members = new LinkedHashSet<>();
    private final Set<Member> suspects = new LinkedHashSet<>();

    static View of(Collection<Member> members) {
        View view = new View();
        view.members.addAll(members);
        return view;
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
    }
}
