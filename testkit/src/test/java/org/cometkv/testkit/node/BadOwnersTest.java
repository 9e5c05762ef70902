package org.cometkv.testkit.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometException;
import org.cometkv.actors.GetOptions;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutReply;
import org.cometkv.actors.Read;
import org.cometkv.actors.RemoveReply;
import org.cometkv.actors.requests.Replicas;
import org.cometkv.actors.wire.Header;
import org.cometkv.actors.wire.Image;
import org.cometkv.actors.wire.KeyDigest;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.UpdateDigest;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.aso.codec.ByteOutput;
import org.cometkv.aso.codec.ValueCodec;
import org.cometkv.routing.Key;
import org.cometkv.testkit.CometTestKit;
import org.cometkv.testkit.PlayedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two nodes and a third owner of every key, which the test plays and which does not do as an owner should: what it says
 * of one key harms that one at most, and what the nodes do about it has a bound.
 */
class BadOwnersTest {

    private static final Duration MINUTES = Duration.ofMinutes(10);

    /** Each node compares every key once a minute. */
    private static final int COMPARISONS_MAX = 2 * 12;

    /** Characters of the largest text: its kind and its length are before it. */
    private static final int LARGEST = Limits.DEFAULTS.valueBytes() - 4;

    private static final Version OLD = new Version(1, Replicas.node(5).id());

    private final CometTestKit kit = Kits.of(2);
    private final PlayedPeer bad = kit.peer(Replicas.node(5));
    private final AtomicInteger handedOver = new AtomicInteger();
    /** A key of which node 0 is the first owner, whoever the others are. */
    private final String key = Kits.keyOwnedBy(kit, 0, bad.contact());

    @AfterEach
    void close() {
        kit.close();
    }

    @Test
    void ownerThatAnswersAnOldVersionForEver_isReadByNobody_andIsHandedTheNewOneOnceARound() {
        join(asked -> {
            if (asked instanceof Wire.Fetch fetch) {
                return new ReplicaReply.Fetched(Optional.of(image(fetch.key(), OLD, "old")));
            }
            if (asked instanceof Wire.Transfer) {
                handedOver.incrementAndGet();
            }
            return isOfKey(asked) ? new ReplicaReply.Compared(live(OLD)) : PlayedPeer.ofNothing(asked);
        });
        assertThat(put(key, "new")).isInstanceOf(PutReply.Stored.class);

        kit.advance(MINUTES);

        assertThat(handedOver.get()).isLessThanOrEqualTo(COMPARISONS_MAX);
        for (int node = 0; node < 2; node++) {
            for (Read read : Read.values()) {
                assertThat(Kits.value(get(node, key, read))).isEqualTo(Value.of("new"));
            }
        }
    }

    @Test
    void ownerWhoseDigestsLie_harmsThatKeyAlone_andEveryCallEnds() {
        assertThat(put("other", "x")).isInstanceOf(PutReply.Stored.class);
        Version ahead = new Version(Long.MAX_VALUE / 2, Replicas.node(5).id());
        join(asked -> isOfKey(asked) && !(asked instanceof Wire.Fetch)
                ? new ReplicaReply.Compared(asked.key().equals(Key.of(key)) ? live(ahead) : KeyDigest.NOTHING)
                : PlayedPeer.ofNothing(asked));

        CometException late = Kits.broken(kit, kit.node(0).comet().get(key));

        assertThat(late.code()).isEqualTo(CometException.Code.TIMEOUT);
        assertThat(Kits.value(get(0, "other", Read.FIRST))).isEqualTo(Value.of("x"));
        kit.advance(MINUTES);
        assertThat(kit.node(0).comet().stat().waitingEvents()).isZero();
    }

    @Test
    void ownerThatNeverAnswersAboutReplicas_isWaitedForUntilItIsGone_andEveryCallEnds() {
        assertThat(put(key, "x")).isInstanceOf(PutReply.Stored.class);
        bad.answer(asked -> Optional.empty());
        greet();

        CometException late = Kits.broken(kit, kit.node(0).comet().get(key));

        assertThat(late.code()).isEqualTo(CometException.Code.TIMEOUT);
        kit.advance(MINUTES);
        assertThat(kit.node(0).comet().stat().keys())
                .as("it is not confirmed elsewhere")
                .isOne();
    }

    @Test
    void imageAtTheLimitOfAValue_isTaken() {
        join(PlayedPeer::ofNothing);

        bad.send(kit.node(0).contact(), new Wire.Transfer(1, large(LARGEST)));
        kit.awaitQuiet();

        assertThat(kit.node(0).comet().stat().keys()).isOne();
    }

    @Test
    void imageOverTheLimitOfAValue_isNotTaken_andTheNodeGoesOn() {
        join(PlayedPeer::ofNothing);

        bad.send(kit.node(0).contact(), new Wire.Transfer(1, large(LARGEST + 1)));
        kit.awaitQuiet();

        assertThat(kit.node(0).comet().stat().keys()).isZero();
        assertThat(put(key, "x")).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void imageThatIsNoImage_isNotTaken_andTheNodeGoesOn() {
        join(PlayedPeer::ofNothing);
        Image broken = new Image(header(Key.of("broken"), OLD), Script.NONE, new byte[] {99, 98, 97}, Map.of());

        bad.send(kit.node(0).contact(), new Wire.Transfer(1, broken));
        kit.awaitQuiet();

        assertThat(kit.node(0).comet().stat().keys()).isZero();
        assertThat(put(key, "x")).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void memberThatRunsNoComet_ownsNothing_andTheOthersGoOn() {
        bad.join();
        kit.advance(MINUTES);

        assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                .hasSize(2);
        assertThat(put(key, "x")).isInstanceOf(PutReply.Stored.class);
    }

    @Test
    void clockThatJumpsAnHourAheadAndBack_losesNoChange() {
        assertThat(put(key, "before")).isInstanceOf(PutReply.Stored.class);
        kit.jumpClock(1, Duration.ofHours(1));
        assertThat(kit.await(kit.node(1).comet().put(key, "ahead"))).isInstanceOf(PutReply.Stored.class);
        assertThat(Kits.value(get(0, key, Read.LATEST))).isEqualTo(Value.of("ahead"));
        kit.jumpClock(1, Duration.ofHours(-1));

        assertThat(kit.await(kit.node(1).comet().put(key, "back"))).isInstanceOf(PutReply.Stored.class);
        assertThat(Kits.value(get(0, key, Read.LATEST))).isEqualTo(Value.of("back"));
        assertThat(put(key, "last")).isInstanceOf(PutReply.Stored.class);
        assertThat(Kits.value(get(1, key, Read.LATEST))).isEqualTo(Value.of("last"));
    }

    @Test
    void floodOfRemovesOfRandomNames_leavesTheTombstonesThatCount() {
        try (CometTestKit small = Kits.of(1, "comet.replication.tombstones-max = 10")) {
            small.put("real", Aso.value("x"));
            RawSender sender = new RawSender(small);
            Version before = sender.version();
            assertThat(small.remove("real")).isInstanceOf(RemoveReply.Removed.class);

            for (int i = 0; i < 100; i++) {
                small.remove("random-" + i);
            }

            assertThat(sender.ask(small.node(0).contact(), put(sender.id(), "real", before)))
                    .isInstanceOf(ReplicaReply.Superseded.class);
        }
    }

    private void join(Function<Wire.Upkeep, ReplicaReply> answers) {
        bad.answer(asked -> Optional.of(answers.apply(asked)));
        greet();
    }

    private void greet() {
        bad.join();
        for (int node = 0; node < 2; node++) {
            bad.send(kit.node(node).contact(), bad.hello(true, true));
        }
        kit.awaitQuiet();
        assertThat(kit.node(0).comet().lookup("any").toCompletableFuture().join())
                .hasSize(3);
    }

    private PutReply put(String at, String value) {
        return kit.await(kit.node(0).comet().put(at, value));
    }

    private GetReply get(int node, String of, Read read) {
        return kit.await(kit.node(node).comet().get(of, GetOptions.DEFAULT.read(read)));
    }

    private static boolean isOfKey(Wire.Upkeep asked) {
        return asked instanceof Wire.Compare || asked instanceof Wire.Transfer || asked instanceof Wire.Fetch;
    }

    private static KeyDigest live(Version version) {
        return new KeyDigest.Live(version, version, UpdateDigest.NONE, Accept.NEWER, 3, Optional.empty());
    }

    private static Header header(Key of, Version version) {
        return new Header(of, version, version, "bad", OptionalLong.empty(), 3, Replication.SYSTEM);
    }

    private static Image large(int characters) {
        return image(Key.of("large"), OLD, "x".repeat(characters));
    }

    private static Image image(Key of, Version version, String value) {
        ByteOutput out = new ByteOutput();
        ValueCodec.write(out, Value.of(value));
        return new Image(header(of, version), Script.NONE, out.toBytes(), Map.of());
    }

    private static Wire.Put put(long id, String at, Version version) {
        return new Wire.Put(
                id,
                Key.of(at),
                version,
                RawSender.client("tester"),
                Script.NONE,
                Value.table(Map.of("value", Value.of("late"))),
                Wire.Condition.ALWAYS);
    }
}
