package org.cometkv.actors.settings;

import java.time.Duration;

/** The settings of what passes between this node and another, {@code comet.peers}. */
public record PeerSettings(
        long egressBytesPerSecond,
        Rate rate,
        Window window,
        Window upkeep,
        Window repair,
        Bodies bodies,
        Answers answers,
        Refusals refusals,
        Load load) {

    /** What one peer may ask of this node. */
    public record Rate(long requestsPerSecond, long requestsBurst, long bytesPerSecond, long bytesBurst) {}

    /** What this node has out to one peer, and what waits to go there. */
    public record Window(int requests, int bytes, int queueRequests, int queueBytes, int probes) {}

    /** Messages in parts. */
    public record Bodies(int bytesMax, int openMax, long openBytesMax, Duration timeout) {}

    /** Answers that are kept for retries. */
    public record Answers(int countMax, long bytesMax, Duration ageMax) {}

    public record Refusals(Duration window, int keysMax) {}

    /** How many requests of all peers may be in progress until a kind of them is refused. */
    public record Load(int repairs, int lookups, int gets, int changes, long bytes) {}

    static PeerSettings of(ConfigSection peers) {
        ConfigSection rate = peers.section("rate");
        ConfigSection window = peers.section("window");
        ConfigSection bodies = peers.section("bodies");
        ConfigSection answers = peers.section("answers");
        ConfigSection refusals = peers.section("refusals");
        int gibibyte = 1 << 30;
        return new PeerSettings(
                peers.bytes("egress-bytes-per-second", 1_024, 4L * gibibyte),
                new Rate(
                        rate.number("requests-per-second", 1, 1_000_000_000),
                        rate.number("requests-burst", 1, 1_000_000_000),
                        rate.bytes("bytes-per-second", 1_024, 4L * gibibyte),
                        rate.bytes("bytes-burst", 1 << 20, 4L * gibibyte)),
                window(window),
                window(peers.section("upkeep")),
                window(peers.section("repair")),
                new Bodies(
                        bodies.size("bytes-max", 128 << 10, 64 << 20),
                        bodies.number("open-max", 1, 1_000),
                        bodies.bytes("open-bytes-max", 64 << 20, 64L * gibibyte),
                        bodies.time("timeout", 10, 600_000)),
                new Answers(
                        answers.number("count-max", 0, 1_000_000),
                        answers.bytes("bytes-max", 0, 4L * gibibyte),
                        answers.time("age-max", 0, 600_000)),
                new Refusals(refusals.time("window", 1, 1_000), refusals.number("keys-max", 1, 1_000_000)),
                load(peers.section("load")));
    }

    private static Load load(ConfigSection load) {
        int most = 10_000_000;
        Load read = new Load(
                load.number("repairs", 1, most),
                load.number("lookups", 1, most),
                load.number("gets", 1, most),
                load.number("changes", 1, most),
                load.bytes("bytes", 1 << 20, Long.MAX_VALUE));
        if (read.repairs() > read.lookups() || read.lookups() > read.gets() || read.gets() > read.changes()) {
            throw new IllegalArgumentException("comet.peers.load has repairs = " + read.repairs() + ", lookups = "
                    + read.lookups() + ", gets = " + read.gets() + " and changes = " + read.changes()
                    + "; none may be over the next");
        }
        return read;
    }

    private static Window window(ConfigSection window) {
        return new Window(
                window.number("requests", 1, 3_000),
                window.size("bytes", 1_024, 64 << 20),
                window.number("queue-requests", 0, 1_000_000),
                window.size("queue-bytes", 0, 1 << 30),
                window.number("probes", 1, 3_000));
    }
}
