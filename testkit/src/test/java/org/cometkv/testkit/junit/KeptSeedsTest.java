package org.cometkv.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class KeptSeedsTest {

    @TempDir
    private Path directory;

    @Test
    void seedsThatFailed_areKeptInTheirOrder_untilTheyPass(TestInfo test) {
        Method method = test.getTestMethod().orElseThrow();
        KeptSeeds kept = new KeptSeeds(directory.resolve("failed.txt"));
        assertThat(kept.of(method)).isEmpty();

        kept.failed(method, 12);
        kept.failed(method, 3);
        kept.failed(method, 12);
        assertThat(kept.of(method)).containsExactly(12L, 3L);
        kept.passed(method, 12);

        assertThat(kept.of(method)).containsExactly(3L);
    }

    @Test
    void seedsOfAnotherTest_areNotThoseOfThisOne(TestInfo test) throws NoSuchMethodException {
        KeptSeeds kept = new KeptSeeds(directory.resolve("failed.txt"));
        kept.failed(Object.class.getMethod("toString"), 12);

        assertThat(kept.of(test.getTestMethod().orElseThrow())).isEmpty();
    }
}
