package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.script.Program;
import org.cometkv.aso.lua.script.Programs;
import org.junit.jupiter.api.Test;

/** Scripts that were damaged: scanning, compiling and running them ends as data, within the limits. */
class MutatedScriptsTest {

    private static final FuzzSize SIZE = FuzzSize.of(4_000, 50_000);
    private static final int SOURCES_MIN = 100;

    /** Those that the compiler may misread, and two of ordinary handlers. */
    private static final List<String> FAMILIES = List.of("parser", "poisoning", "waits");

    private static final int MESSAGE_MAX = 1024;
    private static final List<Event> EVENTS = List.of(
            new Event.Get(HostileNode.caller(), Value.list(Value.of("request"), Value.of(1))),
            new Event.Put(HostileNode.caller()),
            new Event.Update(HostileNode.caller(), Value.of("newer"), Value.table()),
            new Event.Remove(HostileNode.caller(), Value.NIL),
            new Event.Subscribe(HostileNode.caller(), Value.NIL),
            new Event.Timer(Optional.empty()));

    private final Sandbox sandbox = new Sandbox(1 << 20, 0x5eed_5eed_5eed_5eedL);
    private int compiled;
    private int created;
    private int events;

    @Test
    void everyScript_endsAsData() throws IOException, URISyntaxException {
        List<byte[]> sources = sources();
        assertThat(sources).hasSizeGreaterThan(SOURCES_MIN);
        MutatedScript mutated = new MutatedScript(new Random(SIZE.seed()), sources);

        for (int number = 1; number <= SIZE.cases(); number++) {
            byte[] text = mutated.next();
            try {
                run(text);
            } catch (RuntimeException | Error escaped) {
                throw new AssertionError(
                        "seed " + SIZE.seed() + ", script " + number + ":\n"
                                + new String(text, StandardCharsets.ISO_8859_1),
                        escaped);
            }
        }

        String counts = "%d scripts, %d compiled, %d became objects, %d events";
        SIZE.report("scripts", counts, SIZE.cases(), compiled, created, events);
        assertThat(compiled).as("scripts that compiled").isGreaterThan(SIZE.cases() / 10);
        assertThat(created).as("scripts that became objects").isGreaterThan(SIZE.cases() / 40);
    }

    private static List<byte[]> sources() throws IOException, URISyntaxException {
        List<byte[]> sources = new ArrayList<>();
        for (Path file : luaFiles("/spec")) {
            sources.add(Files.readAllBytes(file));
        }
        for (String family : FAMILIES) {
            for (Path file : luaFiles("/hostile/" + family)) {
                sources.add(HostileScript.read(file).script().text());
            }
        }
        for (String script : List.of(TalkTest.COUNTER, TalkTest.MONITOR)) {
            sources.add(script.getBytes(StandardCharsets.UTF_8));
        }
        sources.removeIf(source -> source.length == 0);
        return sources;
    }

    private static List<Path> luaFiles(String folder) throws IOException, URISyntaxException {
        Path root = Path.of(MutatedScriptsTest.class.getResource(folder).toURI());
        try (Stream<Path> files = Files.list(root)) {
            return files.filter(file -> file.toString().endsWith(".lua"))
                    .sorted()
                    .toList();
        }
    }

    private void run(byte[] text) {
        Script script = Script.of(text);
        Program program = new Programs(1 << 20, InternedNames::shared).get(script, Sandbox.CHUNK);
        if (program.chunk == null) {
            checkMessage(program.error().orElseThrow());
            return;
        }
        compiled++;
        PlayedObject object = new PlayedObject(sandbox, script, Limits.DEFAULTS);
        if (check(object.create())) {
            created++;
            for (Event event : EVENTS) {
                if (object.instance.handles(event.handler())) {
                    check(object.play(++events, event));
                }
            }
            object.instance.encode();
            object.instance.data();
        }
    }

    private static boolean check(Outcome outcome) {
        assertThat(outcome.usage().fuel()).as("fuel").isBetween(0, Limits.DEFAULTS.fuel());
        assertThat(outcome.usage().allocated()).as("allocated").isBetween(0, Limits.DEFAULTS.allocation());
        if (outcome.result() instanceof Result.Faulted faulted) {
            checkMessage(faulted.message());
        }
        return outcome.isCommitted();
    }

    private static void checkMessage(String message) {
        assertThat(message.length()).as("length of the message").isBetween(1, MESSAGE_MAX);
        assertThat(message).doesNotContain("java.lang", "java.util", "org.luaj", "org.cometkv");
    }
}
