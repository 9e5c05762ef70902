package org.cometkv.timers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.cometkv.timers.TimerSchedule.Firing;

class TimerSchedulePropertyTest {

    private static final int NAMED_MAX = 4;

    @Property
    void firstFiring_isOnePeriodAwayWithinTenPercent(
            @ForAll @LongRange(min = 1, max = 1L << 50) long period,
            @ForAll @LongRange(min = -1L << 50, max = 1L << 50) long now,
            @ForAll long seed) {
        TimerSchedule schedule = new TimerSchedule(NAMED_MAX);

        schedule.periodic(period, now, seed);

        assertThat(schedule.nextDeadline() - now).isBetween(period - period / 10, period + period / 10);
    }

    /** Random commands, the schedule carried to another node and clock now and then, against a plain map. */
    @Property(tries = 500)
    void randomCommands_fireWhatAPlainMapSays(@ForAll long seed) {
        Random random = new Random(seed);
        TimerSchedule schedule = new TimerSchedule(NAMED_MAX);
        Map<String, Long> model = new TreeMap<>();
        long now = random.nextInt();
        for (int i = 0; i < 200; i++) {
            String name = "t" + random.nextInt(2 * NAMED_MAX);
            switch (random.nextInt(5)) {
                case 0, 1 -> {
                    long delay = random.nextInt(1_000);
                    boolean fits = model.containsKey(name) || model.size() < NAMED_MAX;
                    assertThat(schedule.after(name, delay, now)).isEqualTo(fits);
                    if (fits) {
                        model.put(name, now + delay);
                    }
                }
                case 2 -> assertThat(schedule.cancel(name)).isEqualTo(model.remove(name) != null);
                case 3 -> {
                    long shift = random.nextInt();
                    schedule = TimerSchedule.restored(NAMED_MAX, 0, schedule.remaining(now), now + shift);
                    model.replaceAll((key, deadline) -> deadline + shift);
                    now += shift;
                }
                default -> {
                    now += random.nextInt(400);
                    assertThat(TimerScheduleTest.due(schedule, now)).isEqualTo(dueOf(model, now));
                }
            }
            long next = model.values().stream().mapToLong(Long::longValue).min().orElse(TimerSchedule.NEVER);
            assertThat(schedule.nextDeadline()).isEqualTo(next);
        }
    }

    private static List<Firing> dueOf(Map<String, Long> model, long now) {
        List<Firing> due = new ArrayList<>();
        model.entrySet().stream()
                .filter(timer -> timer.getValue() <= now)
                .sorted(Map.Entry.comparingByValue())
                .forEach(timer -> due.add(new Firing(Optional.of(timer.getKey()), timer.getValue())));
        due.forEach(firing -> model.remove(firing.name().orElseThrow()));
        return due;
    }
}
