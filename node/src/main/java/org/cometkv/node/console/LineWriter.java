package org.cometkv.node.console;

import java.io.Writer;
import java.util.function.Consumer;

/** A writer that hands over each line once it is complete. Not thread-safe; used by one thread. */
public final class LineWriter extends Writer {

    private final Consumer<String> lines;
    private final StringBuilder begun = new StringBuilder();

    public LineWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] text, int from, int length) {
        begun.append(text, from, length);
        for (int end = begun.indexOf("\n"); end >= 0; end = begun.indexOf("\n")) {
            String line = begun.substring(0, end);
            begun.delete(0, end + 1);
            lines.accept(line.endsWith("\r") ? line.substring(0, end - 1) : line);
        }
    }

    /** A line is handed over when it ends, not before. */
    @Override
    public void flush() {}

    @Override
    public void close() {
        if (begun.length() > 0) {
            lines.accept(begun.toString());
            begun.setLength(0);
        }
    }
}
