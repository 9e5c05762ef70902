package org.cometkv.node.demo;

/** A promise of the demo that was not seen. */
final class DemoFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DemoFailed(String sentence) {
        super(sentence);
    }
}
