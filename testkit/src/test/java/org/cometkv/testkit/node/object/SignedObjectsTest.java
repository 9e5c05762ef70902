package org.cometkv.testkit.node.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cometkv.testkit.node.Kits.value;

import java.time.Instant;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.RemoveOptions;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.trust.Authors;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.KeyPrefix;
import org.cometkv.actors.trust.RaisedLimit;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.Signer;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Value;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.node.Kits;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Signed objects on nodes that trust an issuer: who may change them, and what their grants let them do. */
class SignedObjectsTest {

    private static final CometTestKit KIT = Kits.of(5, Authors.TRUST);
    /** Each owner: what is signed is examined on another thread, and one that is behind has nothing to answer yet. */
    private static final PutOptions ALL = PutOptions.DEFAULT.acks(5);

    private static final Signer AUTHOR = Signer.of(Authors.AUTHOR);
    private static final Signer STRANGER = Signer.of(Authors.STRANGER);

    @AfterAll
    static void close() {
        KIT.close();
    }

    @Test
    void theWriterOfASignedObjectIsItsAuthor() {
        Aso signed = Aso.script("function aso:onGet(caller) return 'here' end").signed(AUTHOR, "identity");
        assertThat(put("identity", signed)).isInstanceOf(PutReply.Stored.class);

        assertThat(refused(put("identity", Aso.value("mine now"))).message())
                .contains(Authors.AUTHOR.identity().writer());
        assertThat(refused(put("identity", Aso.value("mine now").signed(STRANGER, "identity")))
                        .reason())
                .isEqualTo(Refusal.Reason.NO_HANDLER);
        assertThat(put("identity", Aso.value("changed").signed(AUTHOR.serial(2), "identity")))
                .isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void anotherFieldOrKeyOrScriptThanWasSigned_isRefusedAtOnce() {
        Aso signed = Aso.script("return 1").with("limit", 1).signed(AUTHOR, "changed");

        assertThat(refused(put("elsewhere", signed)).message()).startsWith("the signature is for another key");
        Aso field = Aso.script("return 1")
                .with("limit", 2)
                .signed(signed.signature().orElseThrow());
        assertThat(refused(put("changed", field)).message()).isEqualTo("the fields are not those that were signed");
        Aso script = Aso.script("return 2")
                .with("limit", 1)
                .signed(signed.signature().orElseThrow());
        assertThat(refused(put("changed", script)).message()).isEqualTo("the script is not the one that was signed");
    }

    @Test
    void aSerialMustRise() {
        Aso value = Aso.value("x");
        assertThat(put("serial", value.signed(AUTHOR.serial(5), "serial"))).isInstanceOf(PutReply.Stored.class);

        for (int stale : new int[] {4, 5}) {
            Refusal refusal = refused(put("serial", value.signed(AUTHOR.serial(stale), "serial")));
            assertThat(refusal.reason()).isEqualTo(Refusal.Reason.VERSION);
            assertThat(refusal.message()).isEqualTo("serial " + stale + " is not over 5, which was seen before");
        }
        assertThat(put("serial", value.signed(AUTHOR.serial(6), "serial"))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aSerialThatOnUpdateTook_isSeenAsWell() {
        Aso taking = Aso.script("function aso:onUpdate(caller, value) self.value = value end");
        put("taken", taking.signed(AUTHOR, "taken"));

        assertThat(KIT.await(KIT.node(1)
                        .comet()
                        .update(Key.of("taken"), Aso.value("a").signed(AUTHOR.serial(9), "taken"), PutOptions.DEFAULT)))
                .isInstanceOf(PutReply.Stored.class);

        assertThat(refused(put("taken", taking.signed(AUTHOR.serial(8), "taken")))
                        .message())
                .contains("serial 8 is not over 9");
    }

    @Test
    void anOwnedKeyIsItsOwnersAlone_alsoWhileItIsEmpty() {
        Signer owner = Authors.signer();
        Key key = owner.ownedKey();

        assertThat(refused(put(key, Aso.value("first come"))).message())
                .isEqualTo("the key belongs to somebody, and only what its owner signed may be done there");
        assertThat(refused(put(key, Aso.value("x").signed(owner, key), Authors.STRANGER))
                        .message())
                .contains("did not sign it");
        assertThat(put(key, Aso.value("mine").signed(owner, key))).isInstanceOf(PutReply.Stored.class);
        assertThat(refused(put(key, Aso.value("taken over"))).reason()).isEqualTo(Refusal.Reason.NOT_ALLOWED);
        assertThat(KIT.await(KIT.node(0).comet().remove(key, RemoveOptions.DEFAULT)))
                .isInstanceOf(RemoveReply.Refused.class);
        assertThat(value(get(key))).isEqualTo(Value.of("mine"));
    }

    @Test
    void aRemovedOwnedObjectDoesNotComeBackByItsOldSignature() {
        Signer owner = Authors.signer().salt(new byte[] {1});
        Key key = owner.ownedKey();
        Aso old = Aso.value("old").signed(owner.serial(3), key);
        put(key, old);
        assertThat(KIT.await(KIT.node(0)
                        .comet()
                        .remove(key, RemoveOptions.DEFAULT.signature(CanonicalForm.remove(owner.serial(3), key)))))
                .isInstanceOf(RemoveReply.Refused.class);

        assertThat(KIT.await(KIT.node(0)
                        .comet()
                        .remove(key, RemoveOptions.DEFAULT.signature(CanonicalForm.remove(owner.serial(4), key)))))
                .isInstanceOf(RemoveReply.Removed.class);

        assertThat(refused(put(key, old)).message()).isEqualTo("serial 3 is not over 4, which was seen before");
        assertThat(put(key, Aso.value("new").signed(owner.serial(5), key))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aRemovedSignedObject_leavesItsKeyToOthers() {
        put("left", Aso.value("a").signed(AUTHOR.serial(9), "left"));
        Key key = Key.of("left");
        KIT.await(KIT.node(0)
                .comet()
                .remove(key, RemoveOptions.DEFAULT.signature(CanonicalForm.remove(AUTHOR.serial(10), key))));

        assertThat(refused(put("left", Aso.value("a").signed(AUTHOR.serial(9), "left")))
                        .message())
                .contains("serial 9 is not over 10");
        assertThat(put("left", Aso.value("b").signed(STRANGER, "left"))).isInstanceOf(PutReply.Stored.class);
        assertThat(put("left", Aso.value("c"))).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aGrantForKeysReachesOtherKeysOfItsPrefix() {
        Key other = Key.of("other");
        KeyPrefix prefix = KeyPrefix.of(Key.of("reaching"), 1);
        Key outside = outside(prefix);
        Grant grant = Grant.issue(
                Authors.ISSUER, Authors.AUTHOR.identity(), prefix, new Rights(true, 0, 0, Map.of()), Authors.FAR);
        Key inside = prefix.contains(other) ? other : inside(prefix);
        put(inside, Aso.value("found"));
        put("reaching", Aso.script("""
                function aso:onGet(caller, key)
                  local got, why = comet.get(key)
                  return got and got[1].value or why
                end
                """).signed(AUTHOR.grant(grant), "reaching"));

        assertThat(value(get("reaching", Value.of(inside.toString())))).isEqualTo(Value.of("found"));
        assertThat(value(get("reaching", Value.of(outside.toString()))).toString())
                .contains("the grant is for keys that begin with");
    }

    @Test
    void aGrantForKeysPutsAndSpawnsUnderOtherKeys() {
        Grant grant = Authors.grant(new Rights(true, 0, 0, Map.of()));
        put("parent", Aso.script("""
                function aso:onGet(caller, request)
                  if request then
                    return {comet.spawn(request, {name = "child"}), comet.put(comet.key(1), "left")}
                  end
                  return self.name
                end
                """).with("name", "parent").signed(AUTHOR.grant(grant), "parent"));
        Key child = Key.of("child of it");

        Value.Table said = (Value.Table) value(get("parent", Value.of(child.toString())));

        assertThat(said.list()).containsExactly(Value.of(true), Value.of(true));
        KIT.awaitQuiet();
        assertThat(value(get(child))).isEqualTo(Value.of("child"));
        assertThat(value(get(Key.of("parent").child(1)))).isEqualTo(Value.of("left"));
    }

    @Test
    void aSpawnedObjectHasItsAuthorsNameAndNoRights() {
        Grant grant = Authors.grant(new Rights(true, 0, 0, Map.of()));
        put("mother", Aso.script("""
                function aso:onGet(caller, request)
                  local made, why = comet.spawn(request, {})
                  return why or made
                end
                """).signed(AUTHOR.grant(grant), "mother"));
        Key child = Key.of("daughter");
        assertThat(value(get("mother", Value.of(child.toString())))).isEqualTo(Value.of(true));

        KIT.awaitQuiet();
        assertThat(value(get(child, Value.of(Key.of("granddaughter").toString()))))
                .isEqualTo(Value.of("an unsigned object reaches its own key only"));
        assertThat(refused(put(child, Aso.value("x"))).message())
                .contains(Authors.AUTHOR.identity().writer());
    }

    @Test
    void requestsInARow_goAsDeepAsTheGrantAndNoDeeper() {
        for (int depth = 1; depth <= Rights.DEPTH_MAX; depth++) {
            String name = "deep-" + depth + "-";
            chain(name, AUTHOR.grant(Authors.grant(new Rights(true, depth, 1_000, Map.of()))));

            // The first request is the object's own; each one more needs depth.
            assertThat(value(get(name + 0, Value.of(depth + 1)))).isEqualTo(Value.of("end"));
            assertThat(value(get(name + 0, Value.of(depth + 2))).toString())
                    .contains("an event that another object's request caused");
        }
    }

    @Test
    void requestsInARow_shareTheirBudget() {
        chain("poor-", AUTHOR.grant(Authors.grant(new Rights(true, 5, 5, Map.of()))));
        assertThat(value(get("poor-0", Value.of(2)))).isEqualTo(Value.of("end"));
        // 5 messages: 1 sent and 2 given; 1 sent of them and none left to give.
        assertThat(value(get("poor-0", Value.of(4))).toString()).contains("an event that another object's");
    }

    @Test
    void anObjectWithoutAGrant_isToldWhy() {
        String script = "function aso:onGet() local got, why = comet.get(comet.key(1)) return why end";
        put("plain", Aso.script(script).signed(AUTHOR, "plain"));
        assertThat(value(get("plain", Value.NIL))).isEqualTo(Value.of("the object has no grant"));

        Grant foreign = Grant.issue(
                Authors.STRANGER,
                Authors.AUTHOR.identity(),
                KeyPrefix.ALL,
                new Rights(true, 0, 0, Map.of()),
                Authors.FAR);
        put("foreign", Aso.script(script).signed(AUTHOR.grant(foreign), "foreign"));
        assertThat(value(get("foreign", Value.NIL)))
                .isEqualTo(Value.of("this node does not trust the issuer 3d4017c3 of the grant"));
    }

    @Test
    void anExpiredGrant_isRefusedWhenItIsPut() {
        Instant now = Instant.ofEpochMilli(KIT.node(0).clock().wallMillis());
        Aso value = Aso.value("x");

        assertThat(refused(put("late", value.signed(AUTHOR.grant(until(now)), "late")))
                        .message())
                .isEqualTo("the grant expired at " + now);
        // The other owners look at it a delay of the network later.
        assertThat(put("late", value.signed(AUTHOR.grant(until(now.plusMillis(50))), "late")))
                .isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void aGrantRaisesLimits_asFarAsTheNodeLetsIt() {
        String script = "function aso:onGet(caller, n) for i = 1, n do end return 'done' end";
        put("weak", Aso.script(script));
        put(
                "strong",
                Aso.script(script)
                        .signed(
                                AUTHOR.grant(Authors.grant(
                                        new Rights(false, 0, 0, Map.of(RaisedLimit.FUEL, Integer.MAX_VALUE)))),
                                "strong"));

        assertThat(get("weak", Value.of(200_000))).isInstanceOf(GetReply.Failed.class);
        assertThat(value(get("strong", Value.of(200_000)))).isEqualTo(Value.of("done"));
        assertThat(get("strong", Value.of(900_000))).isInstanceOf(GetReply.Failed.class);
    }

    @Test
    void aCopyOfASignedObjectKeepsItsSignature() {
        Grant grant = Authors.grant(new Rights(true, 0, 0, Map.of()));
        put("copied", Aso.script("""
                aso.replication = "self"
                function aso:onGet(caller, request)
                  if request == "spread" then return comet.put(self, comet.lookup()) end
                  local put, why = comet.put(comet.key(2), "x")
                  return why or put
                end
                """).replicas(1).signed(AUTHOR.grant(grant), "copied"));

        get("copied", Value.of("spread"));

        KIT.awaitQuiet();
        assertThat(KIT.await(KIT.node(0).comet().getFromAll("copied")))
                .hasSize(5)
                .allSatisfy(reply -> assertThat(value(reply)).isEqualTo(Value.of(true)));
    }

    /** Objects of which each asks the next at one of its nodes, as often as it is told to. */
    private static void chain(String name, Signer author) {
        for (int i = 0; i < 8; i++) {
            Aso link = Aso.script(ONE_NODE)
                    .with("next", Key.of(name + (i + 1)).toString())
                    .replicas(5);
            put(name + i, link.signed(author, name + i));
        }
    }

    private static final String ONE_NODE = """
            function aso:onGet(caller, more)
              if more == 0 then return "end" end
              -- Where it may ask nothing it may not look anybody up either.
              local nodes = comet.lookup(self.next) or {}
              local got, why = comet.get(self.next, nodes[1], more - 1)
              if not got then return why end
              return got[1] and got[1].value or "nobody"
            end
            """;

    private static Grant until(Instant expiry) {
        return Grant.issue(
                Authors.ISSUER, Authors.AUTHOR.identity(), KeyPrefix.ALL, new Rights(true, 0, 0, Map.of()), expiry);
    }

    private static Key inside(KeyPrefix prefix) {
        return java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> Key.of("in" + i))
                .filter(prefix::contains)
                .findFirst()
                .orElseThrow();
    }

    private static Key outside(KeyPrefix prefix) {
        return java.util.stream.IntStream.range(0, 100)
                .mapToObj(i -> Key.of("out" + i))
                .filter(key -> !prefix.contains(key))
                .findFirst()
                .orElseThrow();
    }

    /** The same object as if somebody else had signed it. */
    private static PutReply put(Key key, Aso aso, org.cometkv.actors.trust.SigningKey forger) {
        var made = aso.signature().orElseThrow();
        var forged = new org.cometkv.actors.trust.ObjectSignature(
                forger.identity(), made.content(), made.serial(), made.salt(), made.grant(), made.bytes());
        return put(key, aso.signed(forged));
    }

    private static PutReply put(String key, Aso aso) {
        return put(Key.of(key), aso);
    }

    private static PutReply put(Key key, Aso aso) {
        return KIT.await(KIT.node(0).comet().put(key, aso, ALL));
    }

    private static GetReply get(Key key) {
        return get(key, Value.NIL);
    }

    private static GetReply get(String key, Value request) {
        return get(Key.of(key), request);
    }

    private static GetReply get(Key key, Value request) {
        return KIT.await(KIT.node(3).comet().get(key, request));
    }

    private static Refusal refused(PutReply reply) {
        assertThat(reply).isInstanceOf(PutReply.Refused.class);
        return ((PutReply.Refused) reply).refusal();
    }
}
