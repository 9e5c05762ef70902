package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cometkv.aso.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsoTest {

    @TempDir
    private Path files;

    @Test
    void aResource_isReadFromTheClassPath_withOrWithoutASlash() {
        Script expected = Script.of("-- Größe\naso.value = 1\n");

        assertThat(Aso.resource("org/cometkv/actors/resource.lua").script()).isEqualTo(expected);
        assertThat(Aso.resource("/org/cometkv/actors/resource.lua").script()).isEqualTo(expected);
    }

    @Test
    void aResourceThatIsNotThere_isNamed() {
        assertThatThrownBy(() -> Aso.resource("/no/such.lua"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no \"no/such.lua\" on the class path");
    }

    @Test
    void aResourceOfTheContextClassLoader_isFound_atTheLargestSizeOnly() throws IOException {
        Files.writeString(files.resolve("largest.lua"), " ".repeat(1 << 20));
        Files.writeString(files.resolve("larger.lua"), " ".repeat((1 << 20) + 1));
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader application =
                new URLClassLoader(new URL[] {files.toUri().toURL()}, null)) {
            Thread.currentThread().setContextClassLoader(application);

            assertThat(Aso.resource("largest.lua").script().length()).isEqualTo(1 << 20);
            assertThatThrownBy(() -> Aso.resource("larger.lua"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("\"larger.lua\" has over 1048576 bytes; no node takes such a script");
            // What is not the application's is looked for where Comet is.
            assertThat(Aso.resource("org/cometkv/actors/resource.lua").script().isEmpty())
                    .isFalse();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }
}
