package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.cometkv.aso.lua.HeldHeap.Held;
import org.cometkv.aso.lua.text.RandomState;
import org.junit.jupiter.api.Test;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The bound on the heap that events and objects hold for each charged byte. */
class HeapTest {

    private static final int FACTOR = 2;
    private static final int COPIES = 1_000;
    private static final Path REPORT = Path.of("target", "heap-report.txt");

    @Test
    void nothingHoldsMoreThanTwiceItsCharge() throws Exception {
        HeldHeap heap = new HeldHeap();
        List<Held> all = new ArrayList<>();
        for (Path file : WorkTest.files()) {
            all.addAll(heap.measure(PriceCase.read(file)));
        }

        Set<String> seen = new HashSet<>();
        List<Held> worst = all.stream()
                .sorted(Comparator.comparingDouble(Held::ratio).reversed())
                .filter(one -> seen.add(one.script() + one.by()))
                .toList();
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, worst.stream().map(Held::toString).toList());
        assertThat(all).hasSizeGreaterThan(WorkTest.files().size());
        assertThat(worst.stream().filter(one -> one.ratio() > FACTOR))
                .as("more heap than %d and %d times the charge", HeldHeap.CONSTANT, FACTOR)
                .isEmpty();
    }

    @Test
    void walk_addsUpWhatTheJvmAllocates() {
        Meter meter = Meters.event();
        Map<String, Supplier<Object>> made = new TreeMap<>();
        made.put("table", Table::new);
        made.put("table with arrays", () -> Table.of(meter, 5, 3));
        made.put("variable", () -> UpValue.closed(LuaValue.NIL, false));
        made.put("frame", () -> new Frame(null));
        made.put("number", () -> LuaValue.valueOf(0.5));
        made.put("string", () -> LuaString.valueUsing(new byte[101]));
        made.put("journal", Journal::new);
        made.put("meter", Meter::new);
        made.put("random numbers", () -> new RandomState(1));

        made.forEach((name, maker) -> {
            HeapWalk walk = new HeapWalk();
            // What two of them share is not theirs.
            walk.add(maker.get());
            assertThat(walk.add(maker.get())).as(name).isEqualTo(allocated(maker));
        });
    }

    /** Bytes that the JVM says one of these takes, garbage of its making aside. */
    private static long allocated(Supplier<Object> maker) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Object[] kept = new Object[COPIES];
        maker.get();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < COPIES; i++) {
            kept[i] = maker.get();
        }
        long bytes = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(kept).doesNotContainNull();
        return bytes / COPIES;
    }
}
