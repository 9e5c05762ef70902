package org.cometkv.actors.wire;

import java.io.NotSerializableException;
import java.util.concurrent.atomic.LongAdder;
import org.apache.pekko.actor.AbstractExtensionId;
import org.apache.pekko.actor.ClassicActorSystemProvider;
import org.apache.pekko.actor.ExtendedActorSystem;
import org.apache.pekko.actor.Extension;

/**
 * The exception for a message from outside that cannot be read. Artery logs it and goes on with the next message.
 *
 * <p>It has no stack trace: the message says all there is to say, and a flood of them must stay cheap.
 */
public final class MalformedMessage extends NotSerializableException {

    private static final long serialVersionUID = 1L;

    public MalformedMessage(String message) {
        super(message);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }

    /** How many of them an actor system has dropped since it started. */
    static LongAdder count(ClassicActorSystemProvider system) {
        return CountId.INSTANCE.get(system).count;
    }

    private record Count(LongAdder count) implements Extension {}

    private static final class CountId extends AbstractExtensionId<Count> {

        static final CountId INSTANCE = new CountId();

        @Override
        public Count createExtension(ExtendedActorSystem system) {
            return new Count(new LongAdder());
        }
    }
}
