package org.cometkv.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.NotSeen;
import org.cometkv.examples.story.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ApplicationsTest {

    /** The lines that a script may have more than the talk's: ours check more, such as updates and bounds. */
    private static final int MORE_LINES = 6;

    /** The lines that a script may have which the talk only named: the longest it showed has 43. */
    private static final int NAMED_LINES = 43;

    private static final int DRIVER_LINES = 100;

    static List<Application> all() {
        return Applications.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theScriptIsNearTheTalksSize(Application application) {
        assertThat(application.lines()).isBetween(1, most(application));
    }

    @ParameterizedTest
    @MethodSource("all")
    void theDriverIsShort_andAPageSaysWhatIsNotPromised(Application application) throws IOException {
        Path folder = Path.of("src/main/java/org/cometkv/examples", application.name());
        String driver = application.getClass().getSimpleName() + ".java";

        try (Stream<String> lines = Files.lines(folder.resolve(driver))) {
            assertThat(lines).hasSizeLessThanOrEqualTo(DRIVER_LINES);
        }
        assertThat(folder.resolve("package-info.java"))
                .content()
                .contains("What it is for.", "How it works.", "What it does not promise.");
    }

    private static int most(Application application) {
        OptionalInt talk = application.talkLines();
        return talk.isPresent() ? talk.getAsInt() + MORE_LINES : NAMED_LINES;
    }

    @Test
    void eachIsFoundByItsName() {
        assertThat(all())
                .allSatisfy(application -> assertThat(Applications.named(application.name()))
                        .hasValueSatisfying(found -> assertThat(found).hasSameClassAs(application)));
        assertThat(Applications.named("nonsense")).isEmpty();
    }

    @Test
    void whatIsNotSeenIsSaid() {
        assertThatThrownBy(() -> Story.expect(false, "the sun at night"))
                .isInstanceOf(NotSeen.class)
                .hasMessage("not seen: the sun at night");
    }
}
