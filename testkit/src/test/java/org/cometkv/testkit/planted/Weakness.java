package org.cometkv.testkit.planted;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.cometkv.actors.wire.Wire;
import org.cometkv.testkit.KitBuilder;
import org.cometkv.testkit.explore.ClientKind;
import org.cometkv.testkit.explore.FaultKind;
import org.cometkv.testkit.explore.Mix;

/**
 * The weaknesses that are planted to test the explorer: each takes away something that nodes do right.
 *
 * <p>A scenario finds one if it breaks the invariant with the weakness and keeps it without.
 */
enum Weakness {
    OLDER_REPLACEMENT_TAKEN(
            "acknowledged-is-read",
            6,
            mix(ClientKind.VALUES).withFaults(FaultKind.SLOW),
            builder -> builder.frames(ItemRule.ofFrames(new RaisedVersions(false)))),
    NO_TOMBSTONE(
            "removed-stays-removed",
            117,
            mix(ClientKind.VALUES, ClientKind.LOCKS).withFaults(FaultKind.SLOW),
            builder -> builder.frames(ItemRule.ofFrames(new RaisedVersions(true)))),
    DUPLICATE_RUN_TWICE(
            "taken-once",
            9,
            mix(ClientKind.MERGING, ClientKind.VALUES).withFaults(FaultKind.DUPLICATE, FaultKind.PAUSE),
            builder -> builder.frames(ItemRule.ofFrames(new RunTwice()))),
    TIMER_LOST_AT_RESTART(
            "timers-fire",
            2,
            mix(ClientKind.TIMED, ClientKind.VALUES).withFaults(FaultKind.SLOW, FaultKind.DUPLICATE),
            builder -> builder.seams(new MetBug(true))) {
        @Override
        Consumer<KitBuilder> without() {
            return builder -> builder.seams(new MetBug(false));
        }
    },
    NO_REPLY_TO_A_PAUSED_PEER(
            "answered",
            6,
            mix(ClientKind.VALUES, ClientKind.LOCKS).withFaults(FaultKind.HELD_ASKER),
            builder -> builder.frames(ItemRule.ofFrames((from, to, isPaused, item) ->
                    isPaused && item instanceof Wire.Reply ? Stream.of() : Stream.of(item)))),
    OTHER_FUEL_ON_ONE_NODE(
            "same-fuel",
            1,
            mix(ClientKind.own().toArray(ClientKind[]::new)),
            builder -> builder.frames(ItemRule.ofFrames(new OtherFuel(2)))),
    SETTLES_ALONE_AFTER_A_JOIN(
            "replicas-agree",
            3,
            mix(ClientKind.VALUES, ClientKind.LATEST).withFaults(FaultKind.JOIN),
            builder -> builder.frames(ItemRule.ofFrames(new SettlesAlone()))),
    SETTLES_ALONE_WHEN_NOT_FIRST(
            "replicas-agree",
            3,
            mix(ClientKind.VALUES, ClientKind.LATEST).withFaults(FaultKind.CUT),
            builder -> builder.frames(ItemRule.ofFrames(new SettlesAlone()))),
    SETTLES_ALONE_AFTER_A_PAUSE(
            "replicas-converge",
            4,
            mix(ClientKind.VALUES, ClientKind.LATEST).withFaults(FaultKind.PAUSE),
            builder -> builder.frames(ItemRule.ofFrames(new SettlesAlone()))),
    ACKNOWLEDGES_WITHOUT_THE_FIRST_OWNER(
            "calm-read-is-not-older",
            2,
            mix(ClientKind.PICKY, ClientKind.LOCKS).withFaults(FaultKind.SLOW),
            builder -> builder.frames(ItemRule.ofFrames(new RefusalsTakenForGranted()))),
    EXPIRY_TOMBSTONE_FORGOTTEN(
            "over-stays-over",
            120,
            mix(ClientKind.PASSING).withFaults(FaultKind.CUT, FaultKind.PARTITION, FaultKind.PAUSE),
            builder -> builder.frames(ItemRule.ofFrames(new ForgottenTombstones()))),
    DROPS_WHAT_IS_TAKEN_BACK(
            "acknowledged-is-read",
            1,
            mix(ClientKind.PICKY).withFaults(FaultKind.SLOW),
            builder -> builder.frames(ItemRule.ofFrames(new DropsWhatIsTakenBack()))),
    COMPARES_WITH_A_RAISED_VERSION(
            "latest-read-is-not-older",
            32,
            mix(ClientKind.RENEWED).withFaults(FaultKind.CUT, FaultKind.SLOW, FaultKind.CLOCK),
            builder -> builder.frames(ItemRule.ofFrames(new ComparesWithRaised()))),
    TAKES_AN_IMAGE_WITHOUT_ITS_OWN_UPDATES(
            "merged-update-is-kept",
            13,
            mix(ClientKind.MERGING).withFaults(FaultKind.CUT, FaultKind.PARTITION),
            builder -> builder.frames(ItemRule.ofFrames(new ImagesOfAllUpdates()))),
    UPDATE_RUN_TWICE_AFTER_A_MOVE(
            "taken-once",
            4,
            mix(ClientKind.MERGING).withFaults(FaultKind.JOIN, FaultKind.CUT),
            builder -> builder.frames(ItemRule.ofFrames(new ImagesWithoutNames())));

    private final String invariant;
    private final long seed;
    private final Mix mix;
    private final Consumer<KitBuilder> planted;

    /** @param seed the first one, counted from 1, that finds it and is shrunk to a few commands */
    Weakness(String invariant, long seed, Mix mix, Consumer<KitBuilder> planted) {
        this.invariant = invariant;
        this.seed = seed;
        this.mix = mix;
        this.planted = planted;
    }

    private static Mix mix(ClientKind... clients) {
        return Mix.of(5, Duration.ofSeconds(30)).withClients(clients);
    }

    /** The invariant that it breaks. */
    String invariant() {
        return invariant;
    }

    /** The first seed, counted from 1, that finds it and is shrunk to a few commands. */
    long seed() {
        return seed;
    }

    /** The name of the file that this seed was shrunk to. */
    String file() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".scenario";
    }

    /** What its scenarios are drawn from. */
    Mix mix() {
        return mix;
    }

    /** Plants it. */
    Consumer<KitBuilder> planted() {
        return planted;
    }

    /** The same kit without it. */
    Consumer<KitBuilder> without() {
        return builder -> {};
    }
}
