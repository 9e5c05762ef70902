package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules depend on each other as the design says, and only the seams reach outside. */
class BoundariesTest {

    /** Fewer classes than this mean that modules were not built before this test. Raise it as the code grows. */
    private static final int CLASSES_MIN = 60;

    /** Public types without a user elsewhere, and why they are public all the same. */
    private static final Map<String, String> IDLE_ON_PURPOSE = idleOnPurpose();

    private static final BoundaryRules RULES = new BoundaryRules("org.cometkv");
    private static final FloorRules FLOORS = new FloorRules("org.cometkv");

    private static final JavaClasses CLASSES = mainClasses();

    private static final Set<String> IDLE = RULES.idlePublicTypes(CLASSES);

    @Test
    void theScanSawTheCode() {
        assertThat(CLASSES.size()).isGreaterThan(CLASSES_MIN);
        for (String known : List.of(
                "org.cometkv.routing.Key",
                "org.cometkv.aso.Value",
                "org.cometkv.actors.wire.Wire",
                "org.cometkv.node.CometProgram")) {
            assertThat(CLASSES.contain(known)).as(known).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void modulesDependOnWhatTheDesignGivesThem(String module) {
        RULES.moduleDependsOnItsOwn(module).check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        RULES.noPackageCycles().check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("floors")
    void packagesOfFloorsDependOnThoseBelow(String floor) {
        FLOORS.floorDependsOnThoseBelow(floor).check(CLASSES);
    }

    @Test
    void everyPackageBelowActorsAndTheSandboxHasItsFloor() {
        Set<String> packages = CLASSES.stream()
                .map(type -> type.getPackageName().replace("org.cometkv.", ""))
                .filter(name -> FloorRules.TOPS.stream().anyMatch(top -> name.startsWith(top + ".")))
                .collect(Collectors.toSet());
        assertThat(packages).isEqualTo(FloorRules.names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"testkit", "examples", "node"})
    void outsideSeesTheJavaApiOnly(String module) {
        RULES.outsideIsOutside(module).check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void boundariesHold(ArchRule rule) {
        rule.check(CLASSES);
    }

    @Test
    void kryoClusterMicrometerAndRocksDbAreSeenByOneClassEach() {
        assertThat(BoundaryRules.usersOf(CLASSES, "com.esotericsoftware..")).hasSizeLessThanOrEqualTo(1);
        assertThat(BoundaryRules.usersOf(CLASSES, "org.apache.pekko.cluster..")).hasSizeLessThanOrEqualTo(1);
        // It is optional: whoever else touched it would fail where it is not there.
        assertThat(BoundaryRules.usersOf(CLASSES, "io.micrometer.."))
                .containsExactly("org.cometkv.actors.CometMetrics");
        assertThat(BoundaryRules.usersOf(CLASSES, "org.rocksdb.."))
                .containsExactly("org.cometkv.actors.storage.RocksDatabase");
    }

    /** It is optional as well: a test kit of a project without it must load. */
    @Test
    void assertionsAreSeenByTheAssertionsOfTheTestKit() {
        assertThat(BoundaryRules.usersOf(CLASSES, "org.assertj.."))
                .containsExactlyInAnyOrder(
                        "org.cometkv.testkit.observed.ObjectAssert", "org.cometkv.testkit.script.OutcomeAssert");
    }

    @Test
    void noPublicTypeIsIdle() {
        assertThat(IDLE).isSubsetOf(IDLE_ON_PURPOSE.keySet());
    }

    @Test
    void idleTypesOnPurpose_areStillIdle() {
        assertThat(IDLE_ON_PURPOSE.keySet()).isSubsetOf(IDLE);
    }

    private static Map<String, String> idleOnPurpose() {
        Map<String, String> reasons = new TreeMap<>();
        reasons.put("org.cometkv.actors.Durability", "chosen by applications call by call; ours store as configured");
        reasons.put("org.cometkv.actors.SubscriptionStat", "read by operators of an application's own node");
        reasons.put("org.cometkv.actors.Watch", "closed by applications that end before their node; ours do not");
        reasons.put(
                "org.cometkv.actors.CometMetrics",
                "what applications watch a node with; no part of the program does so");
        reasons.put("org.cometkv.actors.peers.IngressCounters", "tests of whole nodes read them, metrics are to come");
        reasons.put("org.cometkv.aso.lua.metering.Prices", "constants, which the compiler copies to their users");
        reasons.put("org.cometkv.routing.Distance", "the metric itself, for the lookups to come");
        return reasons;
    }

    private static Stream<String> modules() {
        return BoundaryRules.modules().stream();
    }

    private static Stream<String> floors() {
        return FloorRules.names().stream();
    }

    private static Stream<ArchRule> rules() {
        return Stream.of(
                new UsersTypes("org.cometkv").examplesNeedNoOther(),
                RULES.luaStaysInTheSandbox(),
                FLOORS.sandboxIsSeenFromItsTop(),
                RULES.noPekkoBelowActors(),
                RULES.pekkoStaysOutOfTheProgram(),
                RULES.pureModulesAreOfPlainTypes(),
                RULES.pureModulesTouchNothingOutside(),
                RULES.timeAndNetworkStayBehindTheSeams(),
                RULES.onlyTheJavaApiAsks());
    }

    /** Read from the build and not from the class path: not every module is a dependency of this one. */
    private static JavaClasses mainClasses() {
        List<Path> built = BoundaryRules.modules().stream()
                .map(module -> SourceFile.root().resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().importPaths(built);
    }
}
