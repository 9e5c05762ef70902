package org.cometkv.aso.lua.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.cometkv.aso.Script;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final String CHUNK = "script";
    private static final Script SMALL = Script.of("aso.x = 1");
    private static final Script OTHER = Script.of("aso.x = 2");
    private static final Script LARGE = Script.of("local t = {" + "function(a)end,".repeat(1_000) + "}");

    @Test
    void largeProgram_weighsMoreThanItsText() {
        Program program = programs(1 << 20).get(LARGE, CHUNK);

        assertThat(program.error()).isEmpty();
        assertThat(program.bytes).isBetween(150_000, 400_000);
    }

    @Test
    void leastRecentlyUsedProgram_goesWhenTheBytesAreUsedUp() {
        int each = programs(1 << 20).get(SMALL, CHUNK).bytes;
        Programs programs = programs(2L * each);
        programs.get(SMALL, CHUNK);
        programs.get(OTHER, CHUNK);
        programs.get(SMALL, CHUNK);

        programs.get(Script.of("aso.x = 3"), CHUNK);

        assertThat(programs.known(SMALL, CHUNK)).isNotNull();
        assertThat(programs.known(OTHER, CHUNK)).isNull();
    }

    @Test
    void programOfMoreBytesThanAll_isUsedAndNotKept() {
        Programs programs = programs(100_000);

        assertThat(programs.get(LARGE, CHUNK).error()).isEmpty();
        assertThat(programs.known(LARGE, CHUNK)).isNull();
    }

    private static Programs programs(long bytesMax) {
        return new Programs(bytesMax, UnaryOperator.identity());
    }
}
