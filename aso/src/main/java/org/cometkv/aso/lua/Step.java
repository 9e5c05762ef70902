package org.cometkv.aso.lua;

import java.util.List;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Question;

/** Where an event stands when the sandbox gives the thread back. */
public sealed interface Step {

    /** The event has ended, well or not. */
    record Ended(Outcome outcome) implements Step {}

    /** An event that is not at its end: its frames and what it may still spend. */
    sealed interface Unfinished extends Step {}

    /** Its slice is used up; it goes on at the caller's choice, and no other event of the object runs before. */
    record Yielded(EventRun run) implements Unfinished {}

    /**
     * It waits for the answer to a question; what it did so far is committed, and other events may run.
     *
     * @param effects the effects of what it did so far, to be performed now; later ones come later
     */
    record Waiting(EventRun run, Question question, List<Effect> effects) implements Unfinished {

        /** Bytes of heap that it holds at most while it waits. */
        public int held() {
            return run.held();
        }
    }
}
