package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;

/** The host of a chunk while its object is loaded: a view of the node that sends nothing. */
public record LoadingHost(NodeContext node) implements HostView {

    @Override
    public Optional<String> admit(Effect effect) {
        throw new IllegalStateException("a chunk has no effects, and this was one: " + effect);
    }

    /** A lookup is answered by what this node knows; nothing waits for the network. */
    @Override
    public Optional<String> admit(Question question) {
        if (question instanceof Question.Lookup) {
            return Optional.empty();
        }
        throw new IllegalStateException("a chunk asks no other node, and this was asked: " + question);
    }
}
