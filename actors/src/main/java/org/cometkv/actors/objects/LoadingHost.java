package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;

/** The node as a chunk sees it while an object is loaded: it can look, and nothing leaves it. */
public record LoadingHost(NodeContext node) implements HostView {

    /** Only what concerns the object on this node alone. */
    @Override
    public Optional<String> admit(Effect effect) {
        if (effect instanceof Effect.After || effect instanceof Effect.Cancel || effect instanceof Effect.DeleteSelf) {
            return Optional.empty();
        }
        return Optional.of("this node lets objects send nothing");
    }

    @Override
    public Optional<String> admit(Question question) {
        // A lookup is answered by what this node knows; nothing can wait for the network.
        return question instanceof Question.Lookup
                ? Optional.empty()
                : Optional.of("this node lets objects ask nothing");
    }
}
