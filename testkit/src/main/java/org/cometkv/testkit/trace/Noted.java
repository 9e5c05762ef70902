package org.cometkv.testkit.trace;

/** A command of the test or a change of the members, as text. */
public record Noted(String text) implements Traced {

    @Override
    public void hash(TraceHash hash) {
        hash.text(text);
    }

    @Override
    public String text(KeyNames names) {
        return text;
    }
}
