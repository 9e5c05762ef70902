package org.cometkv.node.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A JVM that measures cells one after the other, with this JVM's Java and class path. Used by one thread. */
final class CellProcess implements AutoCloseable {

    private static final Redirect NOWHERE = Redirect.DISCARD;

    private final String work;
    private final Process process;
    private final BufferedReader figures;

    private CellProcess(String work, Process process) {
        this.work = work;
        this.process = process;
        this.figures = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts the JVM for cells of a work. */
    static CellProcess start(String work, Collector collector, Plan plan) {
        try {
            return new CellProcess(
                    work,
                    new ProcessBuilder(command(work, collector, plan))
                            .redirectError(Redirect.INHERIT)
                            .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Measures a cell.
     *
     * @throws IllegalStateException if the JVM failed; what it said is on stderr
     */
    CellFigures measure(String cell) {
        try {
            ask(cell);
            List<String> lines = new ArrayList<>();
            for (String line = figures.readLine(); line != null; line = figures.readLine()) {
                if (line.equals(CellProgram.END)) {
                    return CellFigures.parse(lines);
                }
                lines.add(line);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        String name = work + " " + cell;
        throw new IllegalStateException(
                "the JVM of cell " + name + " ended with " + exit(process, "cell " + name + " ran"));
    }

    private void ask(String cell) throws IOException {
        try {
            OutputStream cells = process.getOutputStream();
            cells.write((cell + "\n").getBytes(StandardCharsets.UTF_8));
            cells.flush();
        } catch (IOException ended) {
            if (process.isAlive()) {
                throw ended;
            }
            // Its exit code says more than the broken pipe.
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
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

    private static List<String> command(String work, Collector collector, Plan plan) {
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
        Collections.addAll(command, CellProgram.arguments(work, plan.pace()));
        return command;
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
