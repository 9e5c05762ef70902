package org.cometkv.examples.recursive;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.KeyPrefix;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.trust.SigningKey;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;
import org.cometkv.routing.Key;

/** A get that goes on from object to object. */
public class Recursive implements Application {

    private static final SigningKey ISSUER = newKey();
    private static final SigningKey AUTHOR = newKey();
    private static final int DEPTH = 2;
    private static final Value TREASURE = Value.of("the value at the end");

    @Override
    public String name() {
        return "recursive";
    }

    @Override
    public String summary() {
        return "a get that goes on from object to object; needs a signature and a grant";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.of(9);
    }

    @Override
    public List<Identity> issuers() {
        return List.of(ISSUER.identity());
    }

    @Override
    public void tell(Story story) {
        Rights rights = new Rights(true, DEPTH, 16, Map.of());
        Instant tomorrow = Instant.now().plusSeconds(24 * 3_600);
        Signer author =
                Signer.of(AUTHOR).grant(Grant.issue(ISSUER, AUTHOR.identity(), KeyPrefix.ALL, rights, tomorrow));

        story.say("Objects under a key, its child key, the child of that…; only the last has a value:");
        List<Key> chain = Stream.iterate(Key.of(story.key("head")), key -> key.child(1))
                .limit(DEPTH + 3)
                .toList();
        for (Key key : chain) {
            boolean isLast = key.equals(chain.get(chain.size() - 1));
            Aso object = isLast ? Aso.script(script()).with("value", TREASURE) : Aso.script(script());
            story.put(0, key, object.signed(author, key));
        }

        story.say("Signed with a grant of depth %d, the second asks the third, and so on to the value:", DEPTH);
        Value found = story.get(1, chain.get(1));
        Story.expect(Story.table(found).get("value").equals(TREASURE), "the value came from the end of the chain");

        story.say("From the first it is one request in a row more than the grant allows:");
        Value tooDeep = Story.table(story.get(2, chain.get(0))).get("refused");
        Story.expect(Story.text(tooDeep).contains("another object's request"), "the depth of the grant held");

        story.say("The same script unsigned asks nobody:");
        String unsigned = story.key("unsigned");
        story.put(0, unsigned, Aso.script(script()));
        Value refused = Story.table(story.get(1, unsigned)).get("refused");
        Story.expect(Story.text(refused).contains("unsigned"), "an unsigned copy is refused, with the reason");

        story.say("And with one more space in the script the signature is worth nothing:");
        Aso genuine = Aso.script(script()).signed(author, chain.get(0));
        Aso changed = Aso.script(script() + " ").signed(genuine.signature().orElseThrow());
        PutReply reply = story.await(story.node(0).put(chain.get(0), changed, PutOptions.DEFAULT));
        Story.expect(reply instanceof PutReply.Refused, "a changed script is refused");
        story.line("refused: %s", ((PutReply.Refused) reply).refusal().message());
    }

    private static SigningKey newKey() {
        try {
            return SigningKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }
}
