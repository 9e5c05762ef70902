package org.cometkv.actors.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.File;
import java.lang.reflect.RecordComponent;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CometSettingsTest {

    /** Sections that Pekko reads, not we. */
    private static final String PEKKOS_OWN =
            "(handlers-dispatcher|gateway-dispatcher|managers-dispatcher|object-mailbox)\\..*";

    private static final Config REFERENCE =
            ConfigFactory.parseResources("reference.conf").resolve();

    @Test
    void everyKeyHasAComponentAndEveryComponentAKey() {
        Set<String> keys = REFERENCE.getConfig("comet").entrySet().stream()
                .map(entry -> entry.getKey())
                .filter(key -> !key.matches(PEKKOS_OWN))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> components = new TreeSet<>();
        collect(CometSettings.class, "", components);

        assertThat(components).hasSizeGreaterThan(30).isEqualTo(keys);
    }

    /** Of every library on the class path, the application's own settings are the application's. */
    @Test
    void besideItsOwnSection_itAddsItsSerializerAndChangesNothing() {
        Config own = ConfigFactory.parseFile(new File("src/main/resources/reference.conf"));

        assertThat(own.root().keySet()).containsExactlyInAnyOrder("comet", "pekko");
        assertThat(own.getConfig("pekko").entrySet())
                .extracting(entry -> entry.getKey())
                .containsExactlyInAnyOrder(
                        "actor.serializers.comet-wire",
                        "actor.serialization-identifiers.\"org.cometkv.actors.wire.WireSerializer\"",
                        "actor.serialization-bindings.\"org.cometkv.actors.wire.Wire\"",
                        "coordinated-shutdown.phases.before-cluster-shutdown.timeout");
    }

    @Test
    void javaSerialization_staysAsPekkoHasIt() {
        assertThat(ConfigFactory.load().getBoolean("pekko.actor.allow-java-serialization"))
                .isFalse();
        Config application = ConfigFactory.parseString("pekko.actor.allow-java-serialization = on");
        assertThat(ConfigFactory.load(application).getBoolean("pekko.actor.allow-java-serialization"))
                .isTrue();
    }

    @Test
    void theDefaultsAreWithinTheirBounds() {
        CometSettings settings = CometSettings.of(REFERENCE);

        assertThat(settings.limits()).isEqualTo(org.cometkv.aso.Limits.DEFAULTS);
        assertThat(settings.replication().replicas()).isEqualTo(3);
    }

    @Test
    void bytesMax_isAShareOfTheLargestHeap_orANumberOfBytes() {
        long heap = Runtime.getRuntime().maxMemory();
        assertThat(bytesMax("60%"))
                .isEqualTo(CometSettings.of(REFERENCE).replication().bytesMax());
        assertThat(bytesMax("60%")).isBetween(heap / 100 * 60 - 100, heap / 100 * 60 + 100);
        assertThat(bytesMax("2KiB")).isEqualTo(2_048);
    }

    private static long bytesMax(String text) {
        Config config = ConfigFactory.parseMap(java.util.Map.of("comet.replication.bytes-max", text));
        return CometSettings.of(config.withFallback(REFERENCE)).replication().bytesMax();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            comet.replication.replicas = 0 | comet.replication.replicas is 0; it must be 1 to 20
            comet.replication.replicas = 21 | comet.replication.replicas is 21; it must be 1 to 20
            comet.replication.replicas = many | comet.replication.replicas is many; it must be a whole number
            comet.replication.acks = few | comet.replication.acks is "few"; it must be one, majority, all or a number
            comet.requests.timeout = 5ms | comet.requests.timeout is 5 ms; it must be 10 to 600000 ms
            comet.subscriptions.renewal = 31s | comet.subscriptions.renewal is 31000 ms; it must be 10 to 30000 ms
            comet.subscriptions.history-bytes = 257KiB | comet.subscriptions.history-bytes is 263168 bytes; it must be 0
            comet.subscriptions.nodes-max = 0 | comet.subscriptions.nodes-max is 0; it must be 1 to 100000
            comet.requests.timeout = soon | comet.requests.timeout is soon; it must be a time
            comet.requests.timeout = 99999999999999d | comet.requests.timeout is
            comet.requests.operations-max = 500001 | comet.requests.operations-max is 500001; it must be 1 to 500000
            comet.replication.repair-share = 1.1 | comet.replication.repair-share is 1.1; it must be 0.001 to 1.0
            comet.replication.leave-share = 0 | comet.replication.leave-share is 0.0; it must be 0.001 to 1.0
            comet.peers.egress-bytes-per-second = 1 | comet.peers.egress-bytes-per-second is 1 bytes; it must be 1024
            comet.replication.bytes-max = 101% | comet.replication.bytes-max is 101%; a share is 1% to 100%
            comet.replication.bytes-max = 0% | comet.replication.bytes-max is 0%; a share is 1% to 100%
            comet.replication.bytes-max = 100 | comet.replication.bytes-max is 100 bytes; it must be 1024 to
            comet.node.system = my system | comet.node.system is "my system"; it must be letters, digits
            comet.limits.fuel = 999 | comet.limits.fuel is 999; it must be 1000 to 1000000000
            comet.limits.shortest-timer = 9ms | comet.limits.shortest-timer is 9 ms; it must be 10 to 3600000 ms
            comet.limits.live-bytes = 1TiB | comet.limits.live-bytes is 1099511627776 bytes; it must be 64 to 2097152
            comet.limits.script-bytes = 129KiB | comet.limits.script-bytes is 132096 bytes; it must be 16 to 131072
            comet.timers.slots = 1000 | comet.timers.slots is 1000; it must be a power of two
            comet.trust.issuers = [abc] | comet.trust.issuers: "abc" is no public key: it must be 64 hexadecimal
            comet.trust.raise-max = 0 | comet.trust.raise-max is 0; it must be 1 to 1000
            comet.peers.window.requests = 3001 | comet.peers.window.requests is 3001; it must be 1 to 3000
            comet.peers.bodies.bytes-max = 100KiB | comet.peers.bodies.bytes-max is 102400 bytes; it must be 131072 to
            comet.peers.load.gets = 50000 | comet.peers.load has repairs = 5000, lookups = 10000, gets = 50000
            comet.requests.answer-min = 10s | comet.requests.answer-min is 10000 ms; it must not be over answer-max
            """)
    void aBadValueIsNamedWithItsBound(String setting, String message) {
        Config config = ConfigFactory.parseString(setting).withFallback(REFERENCE);

        assertThatThrownBy(() -> CometSettings.of(config))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void workingAfterBelowAnswerMinPasses_atItIsNamed() {
        Config below =
                ConfigFactory.parseString("comet.requests.working-after = 99ms").withFallback(REFERENCE);
        Config at = ConfigFactory.parseString("comet.requests.working-after = 100ms")
                .withFallback(REFERENCE);

        assertThat(CometSettings.of(below).requests().workingAfter()).hasMillis(99);
        assertThatThrownBy(() -> CometSettings.of(at))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("comet.requests.working-after is 100 ms; it must be below answer-min, 100 ms");
    }

    @Test
    void aNameAtItsLimitPasses_oneByteMoreIsNamed() {
        for (String key : new String[] {"comet.writer", "comet.node.id"}) {
            CometSettings.of(ConfigFactory.parseMap(java.util.Map.of(key, "x".repeat(1024)))
                    .withFallback(REFERENCE));
            Config over = ConfigFactory.parseMap(java.util.Map.of(key, "x".repeat(1025)))
                    .withFallback(REFERENCE);

            assertThatThrownBy(() -> CometSettings.of(over))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(key + " has 1025 bytes; it must be at most 1024 bytes");
        }
    }

    @ParameterizedTest
    @CsvSource({"one,3,1", "majority,3,2", "majority,1,1", "majority,4,3", "all,3,3", "2,3,2", "9,3,3"})
    void acksFollowTheNumberOfOwners(String acks, int owners, int needed) {
        Config config =
                ConfigFactory.parseString("comet.replication.acks = " + acks).withFallback(REFERENCE);

        assertThat(CometSettings.of(config).replication().acks(owners)).isEqualTo(needed);
    }

    private static void collect(Class<?> type, String path, Set<String> components) {
        for (RecordComponent component : type.getRecordComponents()) {
            // A time is written with its unit, so that its key has none.
            String key = path
                    + component
                            .getName()
                            .replaceAll("Millis$", "")
                            .replaceAll("([A-Z])", "-$1")
                            .toLowerCase(java.util.Locale.ROOT);
            if (component.getType().isRecord()) {
                collect(component.getType(), key + ".", components);
            } else {
                components.add(key);
            }
        }
    }
}
