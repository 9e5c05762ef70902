package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.junit.jupiter.api.Test;

class ProgramsTest {

    private static final Script SMALL = Script.of("aso.x = 1");
    private static final Script OTHER = Script.of("aso.x = 2");
    private static final Script LARGE = Script.of("local t = {" + "function(a)end,".repeat(1_000) + "}");

    @Test
    void largeProgram_weighsMoreThanItsText() {
        Program program = new Programs(1 << 20).get(LARGE, Sandbox.CHUNK);

        assertThat(program.error()).isEmpty();
        assertThat(program.bytes).isBetween(150_000, 400_000);
    }

    @Test
    void leastRecentlyUsedProgram_goesWhenTheBytesAreUsedUp() {
        int each = new Programs(1 << 20).get(SMALL, Sandbox.CHUNK).bytes;
        Programs programs = new Programs(2L * each);
        programs.get(SMALL, Sandbox.CHUNK);
        programs.get(OTHER, Sandbox.CHUNK);
        programs.get(SMALL, Sandbox.CHUNK);

        programs.get(Script.of("aso.x = 3"), Sandbox.CHUNK);

        assertThat(programs.known(SMALL, Sandbox.CHUNK)).isNotNull();
        assertThat(programs.known(OTHER, Sandbox.CHUNK)).isNull();
    }

    @Test
    void programOfMoreBytesThanAll_isUsedAndNotKept() {
        Programs programs = new Programs(100_000);

        assertThat(programs.get(LARGE, Sandbox.CHUNK).error()).isEmpty();
        assertThat(programs.known(LARGE, Sandbox.CHUNK)).isNull();
    }

    @Test
    void scriptOverTheLimit_needsNoCompiling() {
        Sandbox sandbox = new Sandbox(1 << 20, 1);

        assertThat(sandbox.isCompiled(SMALL, Limits.DEFAULTS)).isFalse();
        sandbox.compile(SMALL);
        assertThat(sandbox.isCompiled(SMALL, Limits.DEFAULTS)).isTrue();
        assertThat(sandbox.isCompiled(Script.of(" ".repeat(20_000)), Limits.DEFAULTS))
                .isTrue();
    }
}
