package org.cometkv.testkit.script;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ObjIntConsumer;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.cometkv.aso.lua.Sandbox;
import org.cometkv.routing.Key;

/**
 * The settings of a tester, by which it makes its objects.
 *
 * <p>Not thread-safe; owned by a {@link ScriptTester}.
 */
final class TesterSettings {

    private static final Sandbox SANDBOX = new Sandbox(16 << 20, 42);

    private Limits limits = Limits.DEFAULTS;
    private Duration defaultPeriod = Duration.ofMinutes(10);
    private OptionalLong seed = OptionalLong.empty();
    private boolean isDifferential;
    private Optional<LineTrace> trace = Optional.empty();
    private ObjIntConsumer<String> fuel = (handler, used) -> {};

    /** The settings of a copy of an object, whose lines nobody wants to see twice. */
    TesterSettings ofCopy() {
        TesterSettings copy = new TesterSettings();
        copy.limits = limits;
        copy.defaultPeriod = defaultPeriod;
        copy.seed = seed;
        copy.isDifferential = isDifferential;
        copy.fuel = fuel;
        return copy;
    }

    void limit(Limits.Name name, int bound) {
        limits = limits.with(name, bound);
    }

    void seed(long number) {
        seed = OptionalLong.of(number);
    }

    void defaultPeriod(Duration period) {
        defaultPeriod = period;
    }

    void differential() {
        isDifferential = true;
    }

    boolean isDifferential() {
        return isDifferential;
    }

    void trace(LineTrace lines) {
        trace = Optional.of(lines);
    }

    /** Traces the lines of an object's events, if that is wanted. */
    void trace(TestedObject object) {
        trace.ifPresent(lines -> object.trace(lines, limits));
    }

    void countFuel(ObjIntConsumer<String> counter) {
        fuel = counter;
    }

    void count(ScriptOutcome outcome) {
        fuel.accept(outcome.handler(), outcome.fuel());
    }

    /** An object of this script on a node, in which nothing has run. */
    TestedObject object(Script script, Key key, TestNode node) {
        // Replicas differ, and runs do not.
        long itsSeed = seed.orElse(
                key.a() ^ Long.rotateLeft(node.contact().id().point().a(), 17));
        return new TestedObject(
                script,
                SANDBOX.instance(key, script, limits, itsSeed),
                node.host(),
                SANDBOX.scratch(),
                new TestedObject.TimerSettings(limits.namedTimers(), defaultPeriod.toMillis(), itsSeed));
    }
}
