package org.cometkv.aso.codec;

/**
 * The exception for bytes from outside that no {@link Output} has written.
 *
 * <p>It has no stack trace: the message says all there is to say, and a flood of them must stay cheap.
 */
public final class MalformedInput extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public MalformedInput(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
