package org.cometkv.actors.objects;

import java.util.Optional;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;
import org.cometkv.aso.Value;

/** The host of an event that ran elsewhere before: it sends nothing and asks nobody, but keeps its timers. */
record SilentHost(NodeContext node, HostedObject object, EventRunner.Check check) implements HostView {

    static SilentHost of(HostingContext hosting, HostedObject object, EventRunner.Check check) {
        EventHost.grantLimits(hosting, object);
        return new SilentHost(hosting.node(), object, check);
    }

    @Override
    public boolean keeps(Value result) {
        return check.keeps(result);
    }

    /** A timer is part of the object and goes by what it could arm; all else is admitted, and nothing comes of it. */
    @Override
    public Optional<String> admit(Effect effect) {
        boolean isTimer = effect instanceof Effect.After || effect instanceof Effect.Cancel;
        return isTimer ? object.plan(effect) : Optional.empty();
    }

    @Override
    public Optional<String> admit(Question question) {
        return Optional.of("an update that runs once more asks nobody");
    }
}
