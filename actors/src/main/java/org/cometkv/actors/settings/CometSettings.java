package org.cometkv.actors.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Policy;

/** The settings of a node, one component for each key of {@code reference.conf} under {@code comet}. */
public record CometSettings(
        Node node,
        String writer,
        Replication replication,
        StorageSettings storage,
        Passivation passivation,
        Requests requests,
        PeerSettings peers,
        Rate rate,
        Timers timers,
        Conduct conduct,
        Limits limits,
        Sandboxes sandbox,
        Members members,
        SubscriptionSettings subscriptions,
        Trust trust) {

    /** The path of the dispatcher that a node's own actors run on, but for the Gateway. */
    public static final String MANAGERS_DISPATCHER = "comet.managers-dispatcher";

    public record Node(String system, String id, boolean hostsObjects) {}

    public record Replication(
            int replicas,
            String acks,
            Duration tombstoneAge,
            int tombstonesMax,
            Duration clockAheadMax,
            int settlingMax,
            Duration repairPeriod,
            int repairsPerSecond,
            int repairsMax,
            double repairShare,
            double leaveShare,
            Duration updatesKept,
            Duration strayAge,
            int objectsMax,
            long bytesMax,
            int writerObjectsMax,
            long writerBytesMax) {

        /**
         * How many of these owners must store a put.
         *
         * @param owners 1 or more
         */
        public int acks(int owners) {
            return switch (acks) {
                case "one" -> 1;
                case "all" -> owners;
                case "majority" -> owners / 2 + 1;
                default -> Math.min(Integer.parseInt(acks), owners);
            };
        }
    }

    /** @param after how long an object is idle before it comes to rest; far longer than any node runs if none does */
    public record Passivation(Duration after) {}

    public record Requests(
            Duration timeout,
            Duration answerMin,
            Duration answerMax,
            Duration workingAfter,
            Duration workingEvery,
            int operationsMax,
            int answeredMax,
            int frameBytes,
            int frameItems,
            int expiriesPerTick,
            int waitingMax,
            long waitingBytesMax,
            int rehearsalsMax) {}

    public record Rate(ObjectRate object, Outgoing outgoing) {}

    public record Outgoing(int requestsPerSecond, int requestsBurst, int bytesPerSecond, int bytesBurst) {}

    public record ObjectRate(int perSecond, int burst, int queue) {}

    public record Timers(Duration defaultPeriod, Duration tick, int slots, int expiriesPerTick) {}

    public record Conduct(
            Duration window,
            int slowAfter,
            int setAsideAfter,
            Duration calm,
            int restartsMax,
            Duration restartsWindow) {}

    public record Sandboxes(long programsBytes) {}

    /**
     * @param raiseMax how many times the node's own limit a grant may raise it to
     * @param verifiedMax signatures that are remembered as genuine
     * @param examinationsMax requests whose signatures are looked at, at a time
     */
    public record Trust(Set<Identity> issuers, int raiseMax, int verifiedMax, int examinationsMax) {}

    /**
     * @param role of the members that are nodes; empty: all are
     * @param greetingWait how long a node that joins waits for the greeting of a member
     * @param stallAfter a pause of this node's own process after which it may have missed something
     * @param leaveTimeout how long a node that leaves may take to hand over what it holds
     */
    public record Members(
            String role,
            Duration joinTimeout,
            Duration greetingRetry,
            Duration greetingWait,
            Duration stallAfter,
            Duration leaveTimeout,
            int listenersMax) {}

    /**
     * Reads and checks the settings.
     *
     * @param root a resolved configuration that has {@code comet}
     * @throws IllegalArgumentException if a value is missing, of the wrong kind or out of range; the message names the
     *     key, the value and the bound
     */
    public static CometSettings of(Config root) {
        try {
            return read(new ConfigSection(root.getConfig("comet"), "comet"));
        } catch (ConfigException e) {
            throw new IllegalArgumentException("configuration: " + e.getMessage(), e);
        }
    }

    /** The number of replicas that a policy asks for. */
    public int replicas(Policy policy) {
        return policy.replicas() > 0 ? policy.replicas() : replication.replicas();
    }

    private static CometSettings read(ConfigSection comet) {
        return new CometSettings(
                node(comet.section("node")),
                comet.name("writer"),
                replication(comet.section("replication")),
                StorageSettings.of(comet.section("storage")),
                new Passivation(comet.section("passivation").timeOrOff("after", 100, 30L * 24 * 3_600_000)),
                requests(comet.section("requests")),
                PeerSettings.of(comet.section("peers")),
                rate(comet.section("rate")),
                timers(comet.section("timers")),
                conduct(comet.section("conduct")),
                limits(comet.section("limits")),
                new Sandboxes(comet.section("sandbox").bytes("programs-bytes", 65_536, 1L << 40)),
                members(comet.section("members")),
                SubscriptionSettings.of(comet.section("subscriptions")),
                trust(comet.section("trust")));
    }

    private static Node node(ConfigSection node) {
        String system = node.text("system");
        if (!system.matches("[a-zA-Z0-9][a-zA-Z0-9_-]*")) {
            throw new IllegalArgumentException("comet.node.system is \"" + system
                    + "\"; it must be letters, digits, - and _, and begin with a letter or digit");
        }
        return new Node(system, node.name("id"), node.truth("hosts-objects"));
    }

    private static Replication replication(ConfigSection replication) {
        String acks = replication.text("acks");
        boolean isNumber = acks.matches("[0-9]{1,2}")
                && Integer.parseInt(acks) >= 1
                && Integer.parseInt(acks) <= Policy.REPLICAS_MAX;
        if (!isNumber && !acks.matches("one|majority|all")) {
            throw new IllegalArgumentException("comet.replication.acks is \"" + acks
                    + "\"; it must be one, majority, all or a number from 1 to " + Policy.REPLICAS_MAX);
        }
        long bytesMax = replication.bytesOrShare(
                "bytes-max", 1_024, Long.MAX_VALUE, Runtime.getRuntime().maxMemory());
        return new Replication(
                replication.number("replicas", 1, Policy.REPLICAS_MAX),
                acks,
                replication.time("tombstone-age", 1_000, 30L * 24 * 3_600_000),
                replication.number("tombstones-max", 1, 100_000_000),
                replication.time("clock-ahead-max", 1, 3_600_000),
                replication.number("settling-max", 1, 1_000_000),
                replication.time("repair-period", 1_000, 24L * 3_600_000),
                replication.number("repairs-per-second", 1, 1_000_000),
                replication.number("repairs-max", 1, 10_000),
                replication.fraction("repair-share", 0.001, 1),
                replication.fraction("leave-share", 0.001, 1),
                replication.time("updates-kept", 5_000, 3_600_000),
                replication.time("stray-age", 1_000, 30L * 24 * 3_600_000),
                replication.number("objects-max", 1, 100_000_000),
                bytesMax,
                replication.number("writer-objects-max", 1, 100_000_000),
                replication.bytesOrShare("writer-bytes-max", 1_024, Long.MAX_VALUE, bytesMax));
    }

    private static Requests requests(ConfigSection requests) {
        Requests read = new Requests(
                requests.time("timeout", 10, 600_000),
                requests.time("answer-min", 10, 60_000),
                requests.time("answer-max", 10, 60_000),
                requests.time("working-after", 1, 60_000),
                requests.time("working-every", 10, 60_000),
                requests.number("operations-max", 1, 500_000),
                requests.number("answered-max", 0, 500_000),
                requests.size("frame-bytes", 1_024, 240 * 1_024),
                requests.number("frame-items", 1, Wire.ITEMS_MAX),
                requests.number("expiries-per-tick", 1, 1_000_000),
                requests.number("waiting-max", 1, 10_000_000),
                requests.bytes("waiting-bytes-max", 4_096, 1L << 40),
                requests.number("rehearsals-max", 1, 10_000_000));
        if (read.answerMin().compareTo(read.answerMax()) > 0) {
            throw new IllegalArgumentException("comet.requests.answer-min is "
                    + read.answerMin().toMillis() + " ms; it must not be over answer-max, "
                    + read.answerMax().toMillis() + " ms");
        }
        if (read.workingAfter().compareTo(read.answerMin()) >= 0) {
            throw new IllegalArgumentException("comet.requests.working-after is "
                    + read.workingAfter().toMillis() + " ms; it must be below answer-min, "
                    + read.answerMin().toMillis() + " ms");
        }
        if (read.workingEvery().compareTo(read.answerMax()) >= 0) {
            throw new IllegalArgumentException("comet.requests.working-every is "
                    + read.workingEvery().toMillis() + " ms; it must be below answer-max, "
                    + read.answerMax().toMillis() + " ms");
        }
        return read;
    }

    private static Rate rate(ConfigSection rate) {
        ConfigSection outgoing = rate.section("outgoing");
        return new Rate(
                objectRate(rate.section("object")),
                new Outgoing(
                        outgoing.number("requests-per-second", 1, 1_000_000),
                        outgoing.number("requests-burst", 1, 1_000_000),
                        outgoing.size("bytes-per-second", 1, 1 << 30),
                        outgoing.size("bytes-burst", 1, 1 << 30)));
    }

    private static ObjectRate objectRate(ConfigSection object) {
        return new ObjectRate(
                object.number("per-second", 1, 1_000_000_000),
                object.number("burst", 1, 1_000_000_000),
                object.number("queue", 1, 1_000_000));
    }

    private static Timers timers(ConfigSection timers) {
        return new Timers(
                timers.time("default-period", 0, 365L * 24 * 3_600_000),
                timers.time("tick", 1, 1_000),
                powerOfTwo(timers.number("slots", 64, 1 << 20)),
                timers.number("expiries-per-tick", 1, 10_000_000));
    }

    private static Members members(ConfigSection members) {
        return new Members(
                members.name("role"),
                members.time("join-timeout", 100, 3_600_000),
                members.time("greeting-retry", 10, 60_000),
                members.time("greeting-wait", 10, 60_000),
                members.time("stall-after", 100, 60_000),
                members.time("leave-timeout", 100, 24 * 3_600_000),
                members.number("listeners-max", 1, 1_000_000));
    }

    private static Conduct conduct(ConfigSection conduct) {
        return new Conduct(
                conduct.time("window", 100, 3_600_000),
                conduct.number("slow-after", 1, 1_000_000),
                conduct.number("set-aside-after", 1, 1_000_000),
                conduct.time("calm", 100, 24 * 3_600_000),
                conduct.number("restarts-max", 0, 1_000),
                conduct.time("restarts-window", 100, 24 * 3_600_000));
    }

    private static Trust trust(ConfigSection trust) {
        Set<Identity> issuers = new HashSet<>();
        for (String issuer : trust.texts("issuers")) {
            try {
                issuers.add(Identity.parse(issuer));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("comet.trust.issuers: " + e.getMessage(), e);
            }
        }
        return new Trust(
                Set.copyOf(issuers),
                trust.number("raise-max", 1, 1_000),
                trust.number("verified-max", 1, 10_000_000),
                trust.number("examinations-max", 1, 1_000_000));
    }

    private static int powerOfTwo(int slots) {
        if (Integer.bitCount(slots) != 1) {
            throw new IllegalArgumentException("comet.timers.slots is " + slots + "; it must be a power of two");
        }
        return slots;
    }

    /** The key of the limit of this name, with its path. */
    public static String limitKey(Limits.Name name) {
        return "comet.limits." + key(name);
    }

    private static String key(Limits.Name name) {
        return switch (name) {
            case VALUE, LIVE, SCRIPT, ANSWER -> name.label() + "-bytes";
            default -> name.label();
        };
    }

    private static Limits limits(ConfigSection limits) {
        int mebibyte = 1 << 20;
        return Limits.of(name -> switch (name) {
            case FUEL -> limits.number(key(name), 1_000, 1_000_000_000);
            case ALLOCATION -> limits.size(key(name), 4_096, 1_024 * mebibyte);
            case DEPTH -> limits.number(key(name), 10, 1_000_000);
            case EFFECTS -> limits.number(key(name), 1, 10_000);
            case INBOX_ANSWERS -> limits.number(key(name), 1, 100_000);
            case VALUE -> limits.size(key(name), 1, 16 * mebibyte);
            case LIVE -> limits.size(key(name), 64, Wire.STATE_BYTES_MAX);
            case LIVE_HEAP -> limits.size(key(name), 1_024, 512 * mebibyte);
            case SCRIPT -> limits.size(key(name), 16, Wire.SCRIPT_BYTES_MAX);
            case ANSWER -> limits.size(key(name), 16, 16 * mebibyte);
            case CALL_VALUES -> limits.number(key(name), 16, 100_000);
            case WAITING -> limits.number(key(name), 1, 10_000);
            case NAMED_TIMERS -> limits.number(key(name), 1, 1_000);
            case SHORTEST_TIMER ->
                Math.toIntExact(limits.time(key(name), 10, 3_600_000).toMillis());
            case SLICE -> limits.number(key(name), 1, 1_000_000);
        });
    }
}
