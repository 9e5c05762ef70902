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
    final class Yielded implements Unfinished {
        final Run run;

        Yielded(Run run) {
            this.run = run;
        }
    }

    /** It waits for the answer to a question; what it did so far is committed, and other events may run. */
    final class Waiting implements Unfinished {
        final Run run;
        private final Question question;
        private final List<Effect> effects;

        Waiting(Run run, Question question, List<Effect> effects) {
            this.run = run;
            this.question = question;
            this.effects = effects;
        }

        public Question question() {
            return question;
        }

        /** Bytes of heap that it holds at most while it waits. */
        public int held() {
            return run.held();
        }

        /** The effects of what it did so far, to be performed now; later ones come later. */
        public List<Effect> effects() {
            return effects;
        }
    }
}
