package org.cometkv.node;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A stream that remembers what first kept it from being written: a {@link java.io.PrintWriter} only tells that. */
final class ResultStream extends OutputStream {

    private final OutputStream out;
    private volatile IOException failure;

    ResultStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] octets, int from, int length) throws IOException {
        try {
            out.write(octets, from, length);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
            throw e;
        }
    }

    /** Why results were lost; empty if none were, or if their reader went away, who knows what it has. */
    Optional<String> loss() {
        return Optional.ofNullable(failure)
                .map(IOException::getMessage)
                .filter(message -> !message.equals("Broken pipe"));
    }
}
