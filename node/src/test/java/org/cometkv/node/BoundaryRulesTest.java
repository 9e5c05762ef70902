package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of structure can fail: a few classes that break them are reported, each under its own rule. */
class BoundaryRulesTest {

    private static final String ROOT = "org.cometkv.node.fixture";
    private static final BoundaryRules RULES = new BoundaryRules(ROOT);
    private static final FloorRules FLOORS = new FloorRules(ROOT);
    private static final JavaClasses FIXTURES = new ClassFileImporter().importPackages(ROOT);

    @Test
    void moduleThatUsesTheOneAboveIt_isReported() {
        assertThat(violations(RULES.moduleDependsOnItsOwn("routing"))).anyMatch(line -> line.contains("UpwardUser"));
        assertThat(violations(RULES.moduleDependsOnItsOwn("aso"))).isEmpty();
    }

    @Test
    void cycleOfPackages_isReported() {
        assertThat(violations(RULES.noPackageCycles())).hasSize(1);
    }

    @Test
    void pureModuleThatReadsTimeOrDrawsUnseeded_isReported() {
        assertThat(violations(RULES.pureModulesTouchNothingOutside()))
                .hasSize(3)
                .anyMatch(line -> line.contains("nanoTime"))
                .anyMatch(line -> line.contains("currentTimeMillis"))
                .anyMatch(line -> line.contains("Random.<init>()"));
    }

    @Test
    void actorThatReadsTimePastTheSeam_isReported_andTheSeamIsNot() {
        assertThat(violations(RULES.timeAndNetworkStayBehindTheSeams()))
                .hasSize(2)
                .allMatch(line -> line.contains("SeamlessActor"))
                .anyMatch(line -> line.contains("Instant.now"))
                .anyMatch(line -> line.contains("SecureRandom"));
    }

    @Test
    void idlePublicType_isReported() {
        assertThat(RULES.idlePublicTypes(FIXTURES))
                .containsExactlyInAnyOrder(ROOT + ".actors.SeamlessActor", ROOT + ".actors.wire.IdleMessage");
    }

    @Test
    void packageOfActorsThatUsesTheOneAboveIt_isReported() {
        assertThat(violations(FLOORS.floorDependsOnThoseBelow("actors.wire")))
                .isNotEmpty()
                .allMatch(line -> line.contains("IdleMessage"));
        assertThat(violations(FLOORS.floorDependsOnThoseBelow("actors.peers"))).isEmpty();
    }

    @Test
    void packageBelowTheSandboxThatKnowsTheMachine_isReported() {
        assertThat(violations(FLOORS.floorDependsOnThoseBelow("aso.lua.text")))
                .isNotEmpty()
                .allMatch(line -> line.contains("MachineUser"));
        assertThat(violations(FLOORS.floorDependsOnThoseBelow("aso.lua.metering")))
                .isEmpty();
    }

    @Test
    void outsiderThatReachesBelowTheSandbox_isReported_andTheMachineIsNot() {
        assertThat(violations(FLOORS.sandboxIsSeenFromItsTop()))
                .isNotEmpty()
                .allMatch(line -> line.contains("TextUser"));
    }

    @Test
    void outsiderThatReachesIntoActors_isReported() {
        assertThat(violations(RULES.outsideIsOutside("examples")))
                .allMatch(line -> line.contains("InsideUser"))
                .anyMatch(line -> line.contains("Sender"))
                .anyMatch(line -> line.contains("NodeFactory"));
        assertThat(violations(RULES.outsideIsOutside("testkit"))).isEmpty();
    }

    @Test
    void exampleThatNeedsATypeThatIsNotForUsers_isReported() {
        assertThat(violations(new UsersTypes(ROOT).examplesNeedNoOther()))
                .isNotEmpty()
                .allMatch(line -> line.contains("BelowUser"));
    }

    @Test
    void usersOfALibrary_areTopLevelClasses() {
        assertThat(BoundaryRules.usersOf(FIXTURES, "java.util.function"))
                .containsExactly(ROOT + ".routing.ClockReader");
    }

    private static List<String> violations(ArchRule rule) {
        return rule.evaluate(FIXTURES).getFailureReport().getDetails();
    }
}
