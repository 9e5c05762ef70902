package org.cometkv.node;

/** Something that the demo promises was not seen. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String sentence) {
        super(sentence);
    }
}
