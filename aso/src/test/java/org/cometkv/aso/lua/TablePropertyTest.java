package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The table against a plain map, and its undo against a picture of what was before. */
class TablePropertyTest {

    private static final int STEPS = 200;

    private final Meter meter = new Meter();

    TablePropertyTest() {
        meter.fuel = meter.allocation = Integer.MAX_VALUE;
        meter.hashSeed = 0x9E3779B97F4A7C15L;
        meter.journal = new Journal();
    }

    @Property(tries = 400)
    void table_holdsWhatAMapHolds(@ForAll long seed) {
        Random random = new Random(seed);
        Table table = new Table();
        Map<LuaValue, LuaValue> model = new HashMap<>();
        for (int i = 0; i < STEPS; i++) {
            LuaValue key = key(random);
            LuaValue value = value(random);
            table.set(meter, key, value);
            if (value == LuaValue.NIL) {
                model.remove(key);
            } else {
                model.put(key, value);
            }
        }

        Map<LuaValue, LuaValue> seen = new HashMap<>();
        int position = table.seek(meter, 0);
        while (position >= 0) {
            assertThat(seen.put(table.keyAt(position), table.valueAt(position))).isNull();
            position = table.seek(meter, table.positionAfter(meter, table.keyAt(position)));
        }
        assertThat(seen).isEqualTo(model);
        model.forEach((key, value) -> assertThat(table.get(meter, key)).isEqualTo(value));
        assertThat(table.get(meter, LuaInteger.valueOf(table.count + 1))).isEqualTo(LuaValue.NIL);
        assertThat(table.count == 0 || table.list[table.count - 1] != LuaValue.NIL)
                .isTrue();
    }

    @Property(tries = 400)
    void rollBack_restoresContentsOrderAndDeadSlots(@ForAll long seed) {
        Random random = new Random(seed);
        Table table = new Table();
        for (int i = 0; i < random.nextInt(STEPS); i++) {
            change(table, random);
        }
        table.flag(Table.PERSISTENT);
        List<String> before = picture(table);
        Table same = new Table();
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < random.nextInt(STEPS); i++) {
                change(table, random);
            }
            meter.journal.rollBack();
            assertThat(picture(table)).isEqualTo(before);
            for (int i = 0; i < table.used; i++) {
                LuaValue key = table.slots[2 * i];
                assertThat(key == Table.GONE || table.find(meter, key, RawEquality.hash(key)) == i)
                        .isTrue();
            }
        }
        assertThat(picture(same)).hasSize(1);
    }

    private void change(Table table, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> table.insert(meter, 1 + random.nextInt(table.count + 1), LuaInteger.valueOf(random.nextInt(9)));
            case 1 -> {
                if (table.count > 0) {
                    table.remove(meter, 1 + random.nextInt(table.count));
                }
            }
            case 2 -> table.replaceList(meter, java.util.Arrays.copyOf(table.list, table.count));
            default -> table.set(meter, key(random), value(random));
        }
    }

    private static LuaValue key(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> LuaInteger.valueOf(random.nextInt(12) - 1);
            case 1 -> LuaValue.valueOf(random.nextInt(6) + 0.5);
            default -> LuaString.valueOf("k" + random.nextInt(30));
        };
    }

    private static LuaValue value(Random random) {
        return random.nextInt(3) == 0 ? LuaValue.NIL : LuaInteger.valueOf(random.nextInt(100));
    }

    private static List<String> picture(Table table) {
        List<String> picture = new ArrayList<>();
        picture.add(table.count + " " + table.used + " " + table.live);
        for (int at = 0; at < table.count + table.used; at++) {
            picture.add(table.keyAt(at) + "=" + table.valueAt(at));
        }
        return picture;
    }
}
