package org.cometkv.examples.password;

import java.util.OptionalInt;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveReply;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A value behind a password. */
public class Password implements Application {

    @Override
    public String name() {
        return "password";
    }

    @Override
    public String summary() {
        return "a value for who proves to know a password, which is sent nowhere";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(11);
    }

    @Override
    public void tell(Story story) {
        String key = story.key("diary");
        Proof right = Proof.of("correct horse battery staple", key);
        Proof wrong = Proof.of("password1", key);
        story.say("A diary behind a password; the object holds a slow hash of it:");
        story.put(
                0, key, Aso.script(script()).with("value", "Dear diary").with("verifier", Value.of(right.verifier())));

        story.say("Read with the right proof, with a wrong one, and plainly:");
        Story.expect(story.get(1, key, right.get(now())).equals(Value.of("Dear diary")), "the right proof opens it");
        Story.expect(story.get(1, key, wrong.get(now())).equals(Value.NIL), "a wrong proof opens nothing");
        Story.expect(story.get(1, key).equals(Value.NIL), "without a proof nothing is given");

        story.say("Changed without and with the proof:");
        Value forged = wrong.update(now(), "Dear reader");
        Story.expect(story.update(2, key, forged) instanceof PutReply.Refused, "a wrong proof changes nothing");
        Story.expect(story.update(2, key, Value.of("mine")) instanceof PutReply.Refused, "nor does none");
        Story.expect(story.get(2, key, right.get(now())).equals(Value.of("Dear diary")), "it is as it was");
        Value proven = right.update(now(), "Dear diary, again");
        Story.expect(story.update(2, key, proven) instanceof PutReply.Stored, "the right proof changes it");
        Story.expect(story.get(0, key, right.get(now())).equals(Value.of("Dear diary, again")), "it is changed");

        story.say("Removed without and with the proof:");
        Story.expect(story.remove(1, key, Value.NIL) instanceof RemoveReply.Refused, "without proof it stays");
        Story.expect(story.remove(1, key, right.remove(now())) instanceof RemoveReply.Removed, "with it, it goes");
        Story.expect(story.getAll(0, key, right.get(now())).isEmpty(), "it is gone");
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
