package org.cometkv.testkit.script;

import org.assertj.core.api.AbstractAssert;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Value;

/** Assertions about the end of an event of a tested script. */
public final class OutcomeAssert extends AbstractAssert<OutcomeAssert, ScriptOutcome> {

    public OutcomeAssert(ScriptOutcome actual) {
        super(actual, OutcomeAssert.class);
    }

    /** The event ended well and did not say no. */
    public OutcomeAssert isCompleted() {
        return holds(actual.isCompleted(), "it ends well");
    }

    /** The event ended well with this answer, whatever {@link Value#from} makes of it. */
    public OutcomeAssert hasValue(Object value) {
        Value expected = Value.from(value);
        return holds(actual.isCompleted() && actual.value().equals(expected), "it ends well with " + expected);
    }

    /** The handler said no, for this reason. */
    public OutcomeAssert isRefused(String reason) {
        return holds(actual.isRefused() && actual.message().equals(reason), "it is refused with \"" + reason + "\"");
    }

    /** The script raised an error in this line of it. */
    public OutcomeAssert failedAtLine(int line) {
        return holds(actual.line().isPresent() && actual.line().getAsInt() == line, "it fails in line " + line);
    }

    /** The script broke this limit. */
    public OutcomeAssert broke(Limit limit) {
        return holds(actual.limit().isPresent() && actual.limit().get() == limit, "it breaks limit " + limit.label());
    }

    /** The reason of the refusal, the error's message or the broken limit has this in it. */
    public OutcomeAssert saysThat(String part) {
        return holds(actual.message().contains(part), "it says \"" + part + "\"");
    }

    /** The event had this effect, perhaps beside others. */
    public OutcomeAssert hasEffect(Effect effect) {
        return holds(
                actual.effects().contains(effect), "its effects, which are " + actual.effects() + ", have " + effect);
    }

    public OutcomeAssert hasNoEffects() {
        return holds(actual.effects().isEmpty(), "it has no effects; it has " + actual.effects());
    }

    /** The event used no more fuel than this. */
    public OutcomeAssert usedAtMost(int fuel) {
        return holds(actual.fuel() <= fuel, "it uses at most " + fuel + " units of fuel; it used " + actual.fuel());
    }

    private OutcomeAssert holds(boolean isSo, String expected) {
        if (!isSo) {
            failWithMessage("%s; expected was that %s", actual, expected);
        }
        return this;
    }
}
