package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Script;
import org.cometkv.aso.host.StandaloneHost;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Lua behaviour, written down in Lua: each {@code spec/*_spec.lua} is run as a chunk and must end well. */
class LuaSpecTest {

    private static final int PLENTY = 1 << 30;

    @TestFactory
    Stream<DynamicTest> specifications() throws IOException, URISyntaxException {
        return files().stream().map(file -> test(file, 5_000));
    }

    /** The thread is given back before every unit; nothing may depend on where. */
    @TestFactory
    Stream<DynamicTest> specificationsCutEverywhere() throws IOException, URISyntaxException {
        return files().stream().map(file -> test(file, 1));
    }

    @Test
    void specificationsAreFound() throws IOException, URISyntaxException {
        assertThat(files()).hasSizeGreaterThanOrEqualTo(13);
    }

    private static DynamicTest test(Path file, int slice) {
        String name = file.getFileName().toString();
        return DynamicTest.dynamicTest(name, file.toUri(), () -> {
            Result result =
                    run(Script.of(Files.readAllBytes(file)), name, slice).result();
            String message = result instanceof Result.Faulted faulted ? faulted.message() : result.toString();
            assertThat(result).as(message).isInstanceOf(Result.Completed.class);
        });
    }

    private static List<Path> files() throws IOException, URISyntaxException {
        Path directory = Path.of(LuaSpecTest.class.getResource("/spec").toURI());
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith("_spec.lua"))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static Outcome run(Script script, String name, int slice) {
        Limits limits = Limits.DEFAULTS
                .with(Limits.Name.FUEL, PLENTY)
                .with(Limits.Name.ALLOCATION, PLENTY)
                .with(Limits.Name.LIVE, PLENTY)
                .with(Limits.Name.LIVE_HEAP, PLENTY)
                .with(Limits.Name.SCRIPT, 64 << 10)
                .with(Limits.Name.SLICE, slice);
        Sandbox sandbox = new Sandbox(1 << 20, 1);
        Scratch scratch = sandbox.scratch();
        StandaloneHost silent = new StandaloneHost(StandaloneHost.contact("host")).refuse("no");
        Instance instance = sandbox.instance(Key.of("spec"), script, limits, 42, name);
        Step step = instance.evaluate(scratch, silent);
        while (step instanceof Step.Unfinished unfinished) {
            step = instance.proceed(scratch, silent, unfinished, Optional.empty());
        }
        return ((Step.Ended) step).outcome();
    }
}
