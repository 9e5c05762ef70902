package org.cometkv.node.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Starts a cell in a JVM of its own, with this JVM's Java and class path, and waits for its figures. */
final class CellProcess {

    private static final Redirect NOWHERE = Redirect.DISCARD;

    private CellProcess() {}

    /**
     * Measures a cell.
     *
     * @param collector the collector it runs under
     * @throws IllegalStateException if the JVM failed; what it said is on stderr
     */
    static Measured run(String work, String cell, Collector collector, Plan plan) {
        try {
            Process process = new ProcessBuilder(command(work, cell, collector, plan))
                    .redirectError(Redirect.INHERIT)
                    .start();
            try {
                return figures(work + " " + cell, process);
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a JVM begins with a heap of this size: neither too small for any, nor more than the machine has. */
    static boolean begins(String heap) {
        List<String> command =
                List.of(java(), "-Xms" + heap, "-Xmx" + heap, "-XX:ErrorFile=" + NOWHERE.file(), "-version");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(NOWHERE)
                    .redirectError(NOWHERE)
                    .start();
            return exit(process, "a JVM began") == 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static List<String> command(String work, String cell, Collector collector, Plan plan) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.add("-Xms" + plan.heap());
        command.add("-Xmx" + plan.heap());
        command.add(collector.flag());
        // Else the JVM collects the whole heap in the middle of a measurement, because so many classes were loaded.
        command.add("-XX:MetaspaceSize=256m");
        if (plan.pace().equals(Pace.QUICK)) {
            // Nothing runs for long enough to repay more.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(CellProgram.class.getName());
        Collections.addAll(command, CellProgram.arguments(work, cell, plan.pace()));
        return command;
    }

    private static Measured figures(String cell, Process process) throws IOException {
        List<String> lines;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines = out.lines().toList();
        }
        int exit = exit(process, "cell " + cell + " ran");
        if (exit != 0) {
            throw new IllegalStateException("the JVM of cell " + cell + " ended with " + exit);
        }
        return Measured.parse(lines);
    }

    private static int exit(Process process, String meanwhile) {
        try {
            return process.waitFor();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + meanwhile, stop);
        }
    }
}
