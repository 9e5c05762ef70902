package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.aso.Limits;
import org.cometkv.aso.Script;
import org.junit.jupiter.api.Test;

class SandboxTest {

    private static final Script SMALL = Script.of("aso.x = 1");

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
