package org.cometkv.testkit.trace;

import java.util.List;
import java.util.Optional;
import org.cometkv.aso.Effect;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;

/** An effect of an object that its node performs. */
public record Performed(Key key, Effect effect) implements Traced {

    @Override
    public void hash(TraceHash hash) {
        hash.key(key);
        if (effect instanceof Effect.PutSelf copy) {
            hash.number(11);
            nodes(hash, Optional.of(copy.nodes()));
        } else if (effect instanceof Effect.Put put) {
            hash.number(12);
            hash.key(put.key());
            hash.value(put.value());
            nodes(hash, put.nodes());
        } else if (effect instanceof Effect.Spawn spawn) {
            hash.number(13);
            hash.key(spawn.key());
            hash.value(spawn.fields());
            nodes(hash, spawn.nodes());
        } else if (effect instanceof Effect.Answer answer) {
            hash.number(14);
            hash.value(answer.value());
        } else if (effect instanceof Effect.Publish publish) {
            hash.number(15);
            hash.value(publish.value());
            publish.conflate().ifPresent(hash::text);
            publish.tags().forEach(hash::text);
        } else if (effect instanceof Effect.DeleteSelf) {
            hash.number(16);
        } else if (effect instanceof Effect.After after) {
            hash.number(17);
            hash.text(after.name());
            hash.number(after.delayMillis());
        } else if (effect instanceof Effect.Cancel cancel) {
            hash.number(18);
            hash.text(cancel.name());
        } else {
            throw new IllegalStateException("the trace knows no effect " + effect.getClass());
        }
    }

    private static void nodes(TraceHash hash, Optional<List<NodeId>> nodes) {
        hash.number(nodes.map(List::size).orElse(-1));
        nodes.ifPresent(each -> each.forEach(hash::node));
    }

    @Override
    public String text(KeyNames names) {
        return names.name(key) + " effect " + effect;
    }
}
