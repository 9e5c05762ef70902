package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.cometkv.actors.Aso;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.KeyPrefix;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Mandate;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.routing.Contact;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a node refuses that is asked by one that checks nothing: everything comes in through the network seam. */
class AdmissionTest {

    private static final CometTestKit KIT = Kits.of(3, Authors.TRUST);
    private static final RawSender SENDER = new RawSender(KIT);
    private static final Contact NODE = KIT.node(1).contact();
    private static final Script SCRIPT = Script.of("function aso:onGet() return 1 end");
    private static final Value.Table FIELDS = Value.table(Map.of("value", Value.of("x")));
    private static final Key OBJECT = Key.of("the object that asks");
    private static final Key TARGET = Key.of("target");
    private static final Signer AUTHOR = Signer.of(Authors.AUTHOR);
    private static final Rights RIGHTS = new Rights(true, 2, 100, Map.of());

    static {
        KIT.await(KIT.node(0).comet().put(TARGET, Aso.value("reached"), PutOptions.DEFAULT.acks(3)));
    }

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void aSignedPutPasses_andOneWithAnythingChangedDoesNot() {
        Key key = Key.of("put");
        ObjectSignature signature = AUTHOR.sign(CanonicalForm.object(key, SCRIPT, FIELDS));

        assertThat(refusal(put(key, SCRIPT, Value.table(), signature)))
                .isEqualTo("the fields are not those that were signed");
        assertThat(refusal(put(key, Script.of("return 2"), FIELDS, signature)))
                .isEqualTo("the script is not the one that was signed");
        assertThat(refusal(put(Key.of("put elsewhere"), SCRIPT, FIELDS, signature)))
                .startsWith("the signature is for another key");
        assertThat(refusal(put(key, SCRIPT, FIELDS, changed(signature, 2)))).contains("did not sign it as it is");
        assertThat(refusal(put(key, SCRIPT, FIELDS, CanonicalForm.remove(AUTHOR, key))))
                .isEqualTo("the signature is for another request: comet-remove-1");
        assertThat(ask(put(key, SCRIPT, FIELDS, signature))).isInstanceOf(ReplicaReply.Stored.class);
    }

    @Test
    void theNameOfAnAuthorIsNobodyElses() {
        Key key = Key.of("name");
        ObjectSignature signature = AUTHOR.sign(CanonicalForm.object(key, SCRIPT, FIELDS));
        Wire.Put stolen = new Wire.Put(
                SENDER.id(),
                key,
                SENDER.version(),
                RawSender.client("tester"),
                SCRIPT,
                FIELDS,
                Wire.Condition.ALWAYS,
                Optional.of(signature));
        Wire.Put unsigned = new Wire.Put(
                SENDER.id(),
                key,
                SENDER.version(),
                RawSender.client(Authors.AUTHOR.identity().writer()),
                SCRIPT,
                FIELDS,
                Wire.Condition.ALWAYS);

        assertThat(refusal(stolen)).contains("the writer is said to be \"tester\"");
        assertThat(refusal(unsigned)).contains("signs what it puts, and this is unsigned");
    }

    @Test
    void anEmptyOwnedKeyTakesNothingUnsigned() {
        Key key = Authors.OWNED;
        Caller tester = RawSender.client("tester");
        Caller object = tester.withKey(key);
        String owned = "the key belongs to somebody, and only what its owner signed may be done there";

        assertThat(refusal(new Wire.Put(
                        SENDER.id(), key, SENDER.version(), tester, SCRIPT, FIELDS, Wire.Condition.ALWAYS)))
                .isEqualTo(owned);
        assertThat(refusal(new Wire.Put(
                        SENDER.id(), key, SENDER.version(), object, SCRIPT, FIELDS, Wire.Condition.ALWAYS)))
                .isEqualTo(owned);
        assertThat(refusal(new Wire.Remove(SENDER.id(), key, SENDER.version(), tester, Value.NIL)))
                .isEqualTo(owned);
        assertThat(refusal(new Wire.Copy(SENDER.id(), object, image(key, "tester", Optional.empty(), 0))))
                .isEqualTo(owned);
    }

    @Test
    void aCopyBearsItsAuthorsWordForKeyAndScript() {
        Key key = Key.of("copy");
        ObjectSignature signature = AUTHOR.serial(4).sign(CanonicalForm.object(key, SCRIPT, FIELDS));
        String writer = Authors.AUTHOR.identity().writer();
        Caller object = RawSender.client(writer).withKey(key);

        assertThat(refusal(
                        new Wire.Copy(SENDER.id(), object, image(key, writer, Optional.of(changed(signature, 1)), 4))))
                .contains("did not sign it as it is");
        assertThat(refusal(new Wire.Copy(SENDER.id(), object, image(key, writer, Optional.of(signature), 3))))
                .isEqualTo("the serial is 3, and 4 was signed");
        assertThat(refusal(new Wire.Copy(SENDER.id(), object, image(key, "tester", Optional.of(signature), 4))))
                .contains("the writer is said to be");
        ObjectSignature other = AUTHOR.serial(4).sign(CanonicalForm.object(key, Script.of("return 2"), FIELDS));
        assertThat(refusal(new Wire.Copy(SENDER.id(), object, image(key, writer, Optional.of(other), 4))))
                .isEqualTo("the script is not the one that was signed");
    }

    @Test
    void whatAnAuthorRemovedDoesNotComeBack_onceOthersRemoveWhatIsLeft() {
        Key key = Key.of("removed twice");
        ObjectSignature first = AUTHOR.serial(5).sign(CanonicalForm.object(key, SCRIPT, FIELDS));
        Optional<ObjectSignature> end = Optional.of(CanonicalForm.remove(AUTHOR.serial(6), key));
        Caller author = RawSender.client(Authors.AUTHOR.identity().writer());
        assertThat(ask(put(key, SCRIPT, FIELDS, first))).isInstanceOf(ReplicaReply.Stored.class);
        assertThat(ask(new Wire.Remove(SENDER.id(), key, SENDER.version(), author, Value.NIL, end)))
                .isInstanceOf(ReplicaReply.Removed.class);

        assertThat(ask(new Wire.Remove(SENDER.id(), key, SENDER.version(), RawSender.client("tester"), Value.NIL)))
                .isInstanceOf(ReplicaReply.Absent.class);

        assertThat(ask(put(key, SCRIPT, FIELDS, first)))
                .isInstanceOfSatisfying(
                        ReplicaReply.Refused.class,
                        no -> assertThat(no.refusal().message())
                                .isEqualTo("serial 5 is not over 6, which was seen before"));
    }

    @Test
    void aMandateReachesAnotherKey() {
        assertThat(ask(get(mandate(RIGHTS, 0, 0)))).isInstanceOf(ReplicaReply.Answered.class);
        assertThat(refusal(new Wire.Get(SENDER.id(), TARGET, asObject(), Value.NIL)))
                .isEqualTo("an unsigned object reaches its own key only");
        assertThat(refusal(get(mandate(new Rights(false, 2, 100, Map.of()), 0, 0))))
                .isEqualTo("the grant of the object is not for other keys");
    }

    @Test
    void depthOverTheGrantOrTheProtocol_isRefused() {
        assertThat(ask(get(mandate(RIGHTS, 2, 0)))).isInstanceOf(ReplicaReply.Answered.class);
        for (int depth : new int[] {3, 6, Integer.MAX_VALUE, -1}) {
            assertThat(refusal(get(mandate(RIGHTS, depth, 0))))
                    .isEqualTo("depth is " + Integer.toUnsignedString(depth)
                            + "; the grant allows 2 and no grant more than 5");
        }
    }

    @Test
    void aBudgetOverTheGrant_isRefused() {
        assertThat(ask(get(mandate(RIGHTS, 1, 100)))).isInstanceOf(ReplicaReply.Answered.class);
        assertThat(refusal(get(mandate(RIGHTS, 1, 101)))).isEqualTo("the budget is 101 messages; the grant allows 100");
        assertThat(refusal(get(mandate(RIGHTS, 1, -1)))).contains("the grant allows 100");
    }

    @Test
    void whatARequestCauses_sendsNoMoreThanItsBudget() {
        Key key = Key.of("relay");
        String script = """
                function aso:onGet()
                  local sent = 0
                  -- Where it may send nothing it may not look anybody up either.
                  local nodes = comet.lookup(comet.key(1)) or {}
                  for i = 1, 20 do
                    if comet.put(comet.key(1), "x", nodes[1]) then sent = sent + 1 end
                  end
                  return sent
                end
                """;
        Signer granted = AUTHOR.grant(Authors.grant(RIGHTS));
        KIT.await(KIT.node(0).comet().put(key, Aso.script(script).signed(granted, key), PutOptions.DEFAULT.acks(3)));

        // With depth left, half of what remains is given away with each message, for what that one causes.
        int[][] budgets = {{0, 0, 0}, {1, 1, 1}, {1, 2, 2}, {1, 20, 20}, {2, 1, 1}, {2, 3, 2}, {2, 100, 7}};
        for (int[] budget : budgets) {
            Mandate mandate = mandate(RIGHTS, budget[0], budget[1]);
            ReplicaReply reply = ask(new Wire.Get(SENDER.id(), key, asObject().withMandate(mandate), Value.NIL));

            assertThat(reply).isInstanceOf(ReplicaReply.Answered.class);
            assertThat(((ReplicaReply.Answered) reply).value())
                    .as("depth " + budget[0] + ", budget " + budget[1])
                    .isEqualTo(Value.of(budget[2]));
        }
    }

    @Test
    void aMandateIsTheCallersOwn_andGenuine() {
        SignedMandate good = mandate(RIGHTS, 0, 0);
        Caller thief = RawSender.client(Authors.AUTHOR.identity().writer()).withKey(Key.of("thief"));

        assertThat(refusal(new Wire.Get(SENDER.id(), TARGET, thief.withMandate(good), Value.NIL)))
                .isEqualTo("the object shows the signature of another");
        assertThat(refusal(get(new SignedMandate(changed(good.signature(), 1), 0, 0))))
                .contains("did not sign it as it is");
    }

    @Test
    void aGrantOfAnUnknownIssuerOrPastItsTime_isWorthNothing() {
        Grant unknown = Grant.issue(Authors.STRANGER, Authors.AUTHOR.identity(), KeyPrefix.ALL, RIGHTS, Authors.FAR);
        Instant now = Instant.ofEpochMilli(KIT.node(1).clock().wallMillis());
        Grant expired = Grant.issue(Authors.ISSUER, Authors.AUTHOR.identity(), KeyPrefix.ALL, RIGHTS, now);

        assertThat(refusal(get(new SignedMandate(sign(unknown), 0, 0)))).contains("does not trust the issuer 3d4017c3");
        assertThat(refusal(get(new SignedMandate(sign(expired), 0, 0)))).isEqualTo("the grant expired at " + now);
    }

    @Test
    void aForeignScriptIsNoSpawnedObject() {
        Caller caller = asObject().withMandate(mandate(RIGHTS, 0, 0));
        Key child = Key.of("spawned");
        Wire.Put foreign = new Wire.Put(
                SENDER.id(), child, SENDER.version(), caller, Script.of("x = 1"), FIELDS, Wire.Condition.ALWAYS);
        Wire.Put own =
                new Wire.Put(SENDER.id(), child, SENDER.version(), caller, SCRIPT, FIELDS, Wire.Condition.ALWAYS);

        assertThat(refusal(foreign)).isEqualTo("an object spawns objects of its own script only");
        assertThat(ask(own)).isInstanceOf(ReplicaReply.Stored.class);
    }

    /** Nobody hangs: each forgery is refused, and what is honest passes after any number of them. */
    @Test
    void aFloodOfForgeries_isRefusedOneByOne() {
        Key key = Key.of("flood");
        ObjectSignature signature = AUTHOR.sign(CanonicalForm.object(key, SCRIPT, FIELDS));
        List<Wire.Put> forgeries = IntStream.range(0, 64)
                .mapToObj(i -> put(key, SCRIPT, FIELDS, changed(signature, i)))
                .toList();
        forgeries.forEach(put -> SENDER.send(NODE, put));

        assertThat(forgeries)
                .allSatisfy(put -> assertThat(SENDER.reply(put.id())).isInstanceOf(ReplicaReply.Refused.class));
        assertThat(ask(put(key, SCRIPT, FIELDS, signature))).isInstanceOf(ReplicaReply.Stored.class);
    }

    private static SignedMandate mandate(Rights rights, int depth, int budget) {
        return new SignedMandate(sign(Authors.grant(rights)), depth, budget);
    }

    private static ObjectSignature sign(Grant grant) {
        return AUTHOR.grant(grant).sign(CanonicalForm.object(OBJECT, SCRIPT, Value.table()));
    }

    /** The same with one byte of Ed25519 flipped. */
    private static ObjectSignature changed(ObjectSignature signature, int index) {
        byte[] bytes = signature.bytes().clone();
        bytes[index] ^= 1;
        return new ObjectSignature(
                signature.author(),
                signature.content(),
                signature.serial(),
                signature.salt(),
                signature.grant(),
                bytes);
    }

    private static Wire.Get get(Mandate mandate) {
        return new Wire.Get(SENDER.id(), TARGET, asObject().withMandate(mandate), Value.NIL);
    }

    private static Wire.Put put(Key key, Script script, Value.Table fields, ObjectSignature signature) {
        return new Wire.Put(
                SENDER.id(),
                key,
                SENDER.version(),
                RawSender.client(Authors.AUTHOR.identity().writer()),
                script,
                fields,
                Wire.Condition.ALWAYS,
                Optional.of(signature));
    }

    private static Image image(Key key, String writer, Optional<ObjectSignature> signature, long serial) {
        Header header = new Header(
                key,
                SENDER.version(),
                SENDER.version(),
                writer,
                OptionalLong.empty(),
                3,
                Replication.SYSTEM,
                signature,
                serial);
        return new Image(header, SCRIPT, new byte[0], Map.of());
    }

    private static Caller asObject() {
        return RawSender.client(Authors.AUTHOR.identity().writer()).withKey(OBJECT);
    }

    private static String refusal(Wire.Request request) {
        ReplicaReply reply = ask(request);
        assertThat(reply).isInstanceOf(ReplicaReply.Refused.class);
        Refusal refusal = ((ReplicaReply.Refused) reply).refusal();
        assertThat(refusal.reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
        return refusal.message();
    }

    private static ReplicaReply ask(Wire.Request request) {
        return SENDER.ask(NODE, request);
    }
}
