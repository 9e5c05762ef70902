package org.cometkv.testkit;

import org.cometkv.testkit.observed.ObjectAssert;
import org.cometkv.testkit.observed.ObservedObject;
import org.cometkv.testkit.script.OutcomeAssert;
import org.cometkv.testkit.script.ScriptOutcome;
import org.cometkv.testkit.script.ScriptTester;

/** Assertions for AssertJ about objects and events; to be imported statically beside AssertJ's own. */
public final class CometAssertions {

    private CometAssertions() {}

    /** Assertions about an object, in a {@link ScriptTester} or in a cluster. */
    public static ObjectAssert assertThat(ObservedObject actual) {
        return new ObjectAssert(actual);
    }

    /** Assertions about the end of an event. */
    public static OutcomeAssert assertThat(ScriptOutcome actual) {
        return new OutcomeAssert(actual);
    }
}
