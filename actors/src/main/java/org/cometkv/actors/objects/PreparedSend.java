package org.cometkv.actors.objects;

import java.util.List;
import java.util.Map;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Question;
import org.cometkv.aso.Script;
import org.cometkv.aso.Value;
import org.cometkv.aso.Version;
import org.cometkv.routing.Contact;

/**
 * A send of a hosted object that was admitted and paid, and is performed after its event.
 *
 * @param cause the effect or question of the event
 * @param recipients each of which was paid
 * @param message as it was priced: sent with an id and a version of its own. For a copy, what encloses its image
 */
record PreparedSend(Object cause, List<Contact> recipients, Wire.ObjectRequest message) {

    /** The id of a message that is only priced: the longest encoding an id can have. */
    private static final long PRICED = Long.MAX_VALUE;

    static Wire.ObjectRequest message(HostedObject object, Effect.PutSelf copy, Caller caller) {
        return new Wire.Get(PRICED, object.key(), caller, Value.NIL);
    }

    static Wire.ObjectRequest message(HostedObject object, Effect.Put put, Caller caller) {
        Value.Table fields = Value.table(Map.of("value", put.value()));
        return new Wire.Put(PRICED, put.key(), version(object), caller, Script.NONE, fields, Wire.Condition.ALWAYS);
    }

    static Wire.ObjectRequest message(HostedObject object, Effect.Spawn spawn, Caller caller) {
        // Every replica of the parent spawns for itself; the first one's child stays.
        return new Wire.Put(
                PRICED,
                spawn.key(),
                version(object),
                caller,
                object.script(),
                spawn.fields(),
                Wire.Condition.IF_ABSENT);
    }

    static Wire.ObjectRequest message(Question.Get get, Caller caller) {
        return new Wire.Get(PRICED, get.key(), caller, get.request());
    }

    /** Any version: all have one size. */
    private static Version version(HostedObject object) {
        return object.header().version();
    }

    /** The message of a put with the id and version that it is sent with. */
    Wire.Put put(long id, Version version) {
        Wire.Put put = (Wire.Put) message;
        return new Wire.Put(id, put.key(), version, put.caller(), put.script(), put.fields(), put.condition());
    }

    /** The message of a question with the id that it is sent with. */
    Wire.Get get(long id) {
        Wire.Get get = (Wire.Get) message;
        return new Wire.Get(id, get.key(), get.caller(), get.request());
    }
}
