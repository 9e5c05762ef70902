package org.cometkv.testkit.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;

/**
 * The place of a tested object under its key: the object that lives there, who put it and when, or why there is none.
 *
 * <p>Not thread-safe; owned by a {@link ScriptTester}.
 */
final class TestedSlot {

    private Optional<TestedObject> live = Optional.empty();
    private String whyNone = "call put() first";
    private String writer = ScriptTester.TESTER;
    private long lastPut;
    private final List<Effect> effects = new ArrayList<>();

    Optional<TestedObject> present() {
        return live;
    }

    /** @throws IllegalStateException if there is none; the message says why */
    TestedObject object() {
        return live.orElseThrow(() -> new IllegalStateException("there is no object: " + whyNone));
    }

    /** The object that was put at an instant by a writer lives here from now on. */
    void store(TestedObject object, String by, long put) {
        live = Optional.of(object);
        writer = by;
        lastPut = put;
    }

    /** The object took a change and stays. */
    void changed(long put) {
        lastPut = put;
    }

    /** There is no object from now on. */
    void end(String why) {
        live = Optional.empty();
        whyNone = why;
    }

    /** An event of an object has these effects, at its end or at a wait; those of a put that is refused are none. */
    void performed(TestedObject by, List<Effect> made) {
        if (live.isEmpty() || live.get() != by) {
            return;
        }
        effects.addAll(made);
        if (made.stream().anyMatch(Effect.DeleteSelf.class::isInstance)) {
            end("it ended itself");
        }
    }

    /** The effects of all objects that lived here. */
    List<Effect> effects() {
        return List.copyOf(effects);
    }

    /** Why this caller may not change the object where no handler decides; empty if it may. */
    Optional<String> stranger(Caller caller, String handler, String act) {
        boolean isOpen = object().script().isEmpty() || object().handles(handler);
        return isOpen || caller.writer().equals(writer)
                ? Optional.empty()
                : Optional.of("the object has no handler for it and \"" + caller.writer() + "\" may not " + act
                        + " what \"" + writer + "\" put");
    }

    String writer() {
        return writer;
    }

    long lastPut() {
        return lastPut;
    }

    @Override
    public String toString() {
        return live.isPresent() ? "object " + live.get().data() : "no object: " + whyNone;
    }
}
