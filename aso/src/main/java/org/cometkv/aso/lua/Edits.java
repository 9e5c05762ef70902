package org.cometkv.aso.lua;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The parts of a script that the compiler is to read in another form. Not thread-safe. */
final class Edits {

    private record Edit(int from, int to, String with) {}

    private final List<Edit> edits = new ArrayList<>();

    /** Has other text in place of that from a place up to, not including, another; edits may not overlap. */
    void add(int from, int to, String with) {
        edits.add(new Edit(from, to, with));
    }

    Edits copy() {
        Edits copy = new Edits();
        copy.edits.addAll(edits);
        return copy;
    }

    /** A text with all of them, a character for each byte, as bytes. */
    byte[] applied(String text) {
        edits.sort(Comparator.comparingInt(Edit::from));
        StringBuilder edited = new StringBuilder(text.length());
        int copied = 0;
        for (Edit edit : edits) {
            edited.append(text, copied, edit.from).append(edit.with);
            copied = edit.to;
        }
        edited.append(text, copied, text.length());
        return edited.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
