package org.cometkv.examples.timeout;

import java.util.List;
import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** Data with a lifetime of its own. */
public class Timeout implements Application {

    private static final int SECONDS = 2;
    private static final int TICKS = 3;
    private static final Value SECRET = Value.of("gone soon");

    @Override
    public String name() {
        return "timeout";
    }

    @Override
    public String summary() {
        return "a value that ends when its writer says, not when the store does";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(15);
    }

    @Override
    public void tell(Story story) {
        String ticking = story.key("two-seconds");
        String lazy = story.key("two-seconds-no-tick");
        String lasting = story.key("three-days");
        story.say("Three values: two live %d seconds, one three days. Only the first has a timer that soon:", SECONDS);
        long begun = System.nanoTime();
        story.put(0, ticking, object(SECONDS).with("timer", 1));
        story.put(0, lazy, object(SECONDS));
        story.put(0, lasting, object(3 * 24 * 3_600));
        long put = System.nanoTime();
        for (String key : List.of(ticking, lazy, lasting)) {
            // A machine that was held up may be past the deadline already, and then has nothing to promise.
            boolean isInTime = story.get(1, key).equals(SECRET);
            Story.expect(isInTime || secondsSince(begun) > 0.9 * SECONDS, "it is given before its deadline");
        }

        story.say("After %d seconds:", SECONDS);
        story.eventually("the deadline", () -> secondsSince(put) > SECONDS);
        Story.expect(story.get(2, lazy).equals(Value.NIL), "nothing is given though no timer fired");
        Story.expect(story.get(2, lasting).equals(SECRET), "three days are not over");

        story.say("Some ticks later, nobody having asked, no replica is left of the first:");
        story.eventually("the ticks", () -> secondsSince(put) > SECONDS + TICKS);
        // To ask a replica that is left would end it: the first answer counts.
        List<GetReply> left = story.getAll(1, ticking, Value.NIL);
        story.line("%d replicas answer", left.size());
        Story.expect(left.isEmpty(), "each replica ended itself");
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private Aso object(int seconds) {
        return Aso.script(script()).with("value", SECRET).with("lifetime", seconds);
    }
}
