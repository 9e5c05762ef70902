package org.cometkv.aso.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.cometkv.aso.Effect;
import org.junit.jupiter.api.Test;

class TimerPlanTest {

    private final TimerPlan plan = new TimerPlan(Set.of("a"), 2);

    @Test
    void timerAtTheLimit_isAdmitted_andOneOverItIsNot() {
        assertThat(plan.admit(new Effect.After("b", 1))).isEmpty();
        assertThat(plan.admit(new Effect.After("c", 1))).hasValue("the object has 2 named timers");
    }

    @Test
    void timerThatIsArmedAlready_takesNoPlace() {
        assertThat(plan.admit(new Effect.After("b", 1))).isEmpty();
        assertThat(plan.admit(new Effect.After("a", 1))).isEmpty();
    }

    @Test
    void timerThatIsCancelled_leavesItsPlace() {
        assertThat(plan.admit(new Effect.After("b", 1))).isEmpty();
        assertThat(plan.admit(new Effect.Cancel("a"))).isEmpty();
        assertThat(plan.admit(new Effect.After("c", 1))).isEmpty();
    }

    @Test
    void otherEffects_takeNoPlace() {
        assertThat(plan.admit(new Effect.DeleteSelf())).isEmpty();
        assertThat(plan.admit(new Effect.After("b", 1))).isEmpty();
    }
}
