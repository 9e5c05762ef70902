package org.cometkv.testkit.fuel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FuelSnapshotTest {

    private static final String NAME = FuelSnapshotTest.class.getName();
    private static final String LOOPS = "function onGet(caller, request) for i = 1, request do end end";

    @TempDir
    private Path directory;

    @Test
    void missingFile_isWritten_withEventsMedianAndHighest() throws IOException {
        closed(file(), "", 1, 100, 10);

        List<String> lines = Files.readAllLines(file());
        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).matches(NAME.replace(".", "\\.") + " chunk events 1 median \\d+ highest \\d+");
        assertThat(lines.get(1)).startsWith(NAME + " onGet events 3 median ");
    }

    @Test
    void check_ofTheSameFuel_passes() throws IOException {
        closed(file(), "", 1, 2);
        List<String> before = Files.readAllLines(file());

        closed(file(), "check", 1, 2);

        assertThat(Files.readAllLines(file())).isEqualTo(before);
    }

    @Test
    void check_ofOtherFuel_namesHandlerOldAndNewFigures() throws IOException {
        closed(file(), "", 1);
        String old = figures("onGet");
        closed(directory.resolve("other"), "", 2);
        String used = Files.readAllLines(directory.resolve("other")).get(1).replace(NAME + " onGet ", "");

        assertThatThrownBy(() -> closed(file(), "check", 2))
                .isInstanceOf(AssertionError.class)
                .hasMessage("The fuel of onGet changed: it was " + old + ", it is " + used + ".\nIf that is meant, run "
                        + NAME + " with -Dcomet.fuel=write and commit " + file() + ".");
    }

    @Test
    void check_withoutAFile_saysThatNothingWasThere() {
        assertThatThrownBy(() -> closed(file(), "check", 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("The fuel of onGet changed: it was not there, it is events 1 ");
    }

    @Test
    void write_replacesTheFiguresOfItsClassOnly() throws IOException {
        Files.writeString(file(), "a.OtherTest onGet events 1 median 2 highest 3\n");
        closed(file(), "", 1);
        String before = figures("onGet");

        closed(file(), "write", 50);

        assertThat(figures("onGet")).isNotEqualTo(before);
        assertThat(Files.readAllLines(file())).contains("a.OtherTest onGet events 1 median 2 highest 3");
    }

    @Test
    void otherModeOrFile_isRefusedInOneSentence() throws IOException {
        assertThatThrownBy(() -> closed(file(), "chek", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("-Dcomet.fuel is write or check, not \"chek\"");

        Files.writeString(file(), "garbage\n");
        assertThatThrownBy(() -> closed(file(), "check", 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the fuel snapshot " + file() + " has a line that is none: garbage");
    }

    private Path file() {
        return directory.resolve("fuel.snapshot");
    }

    private String figures(String handler) throws IOException {
        String begin = NAME + " " + handler + " ";
        return Files.readAllLines(file()).stream()
                .filter(line -> line.startsWith(begin))
                .findFirst()
                .orElseThrow()
                .substring(begin.length());
    }

    private static void closed(Path file, String mode, int... requests) {
        FuelSnapshot fuel = FuelSnapshot.of(FuelSnapshotTest.class, file);
        ScriptTester object = ScriptTester.of(LOOPS).countedIn(fuel);
        object.put();
        for (int request : requests) {
            object.get(request);
        }
        fuel.close(mode);
    }
}
