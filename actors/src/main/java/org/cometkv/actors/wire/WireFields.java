package org.cometkv.actors.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.aso.Accept;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Failure;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Mandate;
import org.cometkv.aso.Policy;
import org.cometkv.aso.Refusal;
import org.cometkv.aso.Replication;
import org.cometkv.aso.Script;
import org.cometkv.aso.Standing;
import org.cometkv.aso.Usage;
import org.cometkv.aso.Version;
import org.cometkv.aso.codec.Input;
import org.cometkv.aso.codec.MalformedInput;
import org.cometkv.aso.codec.Output;
import org.cometkv.aso.codec.PartyCodec;
import org.cometkv.aso.codec.TotalsCodec;
import org.cometkv.aso.codec.ValueCodec;

/**
 * The encodings of the fields of messages that are no parties and no values. They stand at fixed places and so need no
 * tag.
 */
final class WireFields {

    /*
     * Bounds of the protocol, with those of scripts and states in Wire, which bound the limits of objects in the
     * configuration: what a node takes it can also send.
     */
    private static final int MESSAGE_BYTES_MAX = 64 * 1_024;
    private static final int TIMERS_MAX = 1_024;
    private static final int LOG_LINES_MAX = 256;

    /** Bits of a number of owners, which is at most 20. */
    private static final int OWNERS_BITS = 5;

    private static final Standing[] STANDINGS = Standing.values();
    private static final Replication[] REPLICATIONS = Replication.values();
    private static final Refusal.Reason[] REASONS = Refusal.Reason.values();
    private static final Limit[] LIMITS = Limit.values();
    private static final Terms.Saved[] SAVED = Terms.Saved.values();
    private static final Accept[] ACCEPTS = Accept.values();
    private static final Limits.Name[] LIMIT_NAMES = Limits.Name.values();

    private WireFields() {}

    static void version(Output out, Version version) {
        PartyCodec.version(out, version);
    }

    static Version version(Input in) {
        return PartyCodec.version(in);
    }

    static void usage(Output out, Usage usage) {
        out.integer(usage.fuel());
        out.integer(usage.allocated());
        out.integer(usage.live());
    }

    static Usage usage(Input in) {
        return new Usage(in.integer(), in.integer(), in.integer());
    }

    /** A caller by its place at the head of the frame, counted from 1; or 0 and then the caller. */
    static void caller(WireOutput out, Caller caller) {
        int place = out.caller(caller);
        out.octet(place);
        if (place == 0) {
            callerInFull(out, caller);
        }
    }

    static Caller caller(WireInput in) {
        int place = in.octet();
        return place == 0 ? callerInFull(in) : in.caller(place);
    }

    static void callerInFull(Output out, Caller caller) {
        PartyCodec.caller(out, caller);
        out.optional(caller.mandate(), WireFields::mandate);
    }

    static Caller callerInFull(Input in) {
        Caller caller = PartyCodec.caller(in);
        return in.optional(WireFields::mandate).map(caller::withMandate).orElse(caller);
    }

    static void signature(Output out, ObjectSignature signature) {
        out.bytes(signature.encode(), ObjectSignature.BYTES_MAX);
    }

    static ObjectSignature signature(Input in) {
        return ObjectSignature.decode(in.bytes(ObjectSignature.BYTES_MAX));
    }

    static void script(Output out, Script script) {
        out.bytes(script.text(), Wire.SCRIPT_BYTES_MAX);
    }

    static Script script(Input in) {
        byte[] text = in.bytes(Wire.SCRIPT_BYTES_MAX);
        return text.length == 0 ? Script.NONE : Script.of(text);
    }

    static void image(Output out, Image image) {
        header(out, image.header());
        script(out, image.script());
        out.bytes(image.state(), Wire.STATE_BYTES_MAX);
        out.count(image.timers().size(), TIMERS_MAX);
        image.timers().forEach((name, remainingMillis) -> {
            out.text(name, PartyCodec.NAME_BYTES_MAX);
            out.number(remainingMillis);
        });
        recent(out, image.recent());
    }

    static Image image(Input in) {
        return new Image(header(in), script(in), in.bytes(Wire.STATE_BYTES_MAX), timers(in), recent(in));
    }

    static void terms(Output out, Terms terms) {
        // In the bits above the owners, so that what says nothing about its saving takes no byte more.
        out.integer(replicas(terms.owners()) | terms.saved().ordinal() << OWNERS_BITS);
        if (terms.owners() > 0) {
            out.word(terms.ownersHash());
        }
        out.integer(terms.millis());
    }

    static Terms terms(Input in) {
        int first = in.integer();
        int owners = replicas(first & (1 << OWNERS_BITS) - 1);
        if (first >>> OWNERS_BITS >= SAVED.length) {
            throw new MalformedInput(
                    "there are " + SAVED.length + " ways to save a change, no number " + (first >>> OWNERS_BITS));
        }
        return new Terms(owners, owners > 0 ? in.word() : 0, in.integer(), SAVED[first >>> OWNERS_BITS]);
    }

    private static void recent(Output out, RecentUpdates recent) {
        out.optional(recent.forgotten(), WireFields::version);
        out.list(recent.updates(), RecentUpdates.COUNT_MAX, WireFields::update);
    }

    private static RecentUpdates recent(Input in) {
        Optional<Version> forgotten = in.optional(WireFields::version);
        return new RecentUpdates(in.list(RecentUpdates.COUNT_MAX, WireFields::update), forgotten);
    }

    private static void update(Output out, RecentUpdates.Update update) {
        version(out, update.version());
        out.optional(update.call(), WireFields::call);
    }

    private static RecentUpdates.Update update(Input in) {
        return new RecentUpdates.Update(version(in), in.optional(WireFields::call));
    }

    private static void call(Output out, RecentUpdates.Call call) {
        callerInFull(out, call.caller());
        ValueCodec.write(out, call.data());
    }

    private static RecentUpdates.Call call(Input in) {
        return new RecentUpdates.Call(callerInFull(in), ValueCodec.read(in));
    }

    static void refusal(Output out, Refusal refusal) {
        out.constant(refusal.reason());
        out.text(refusal.message(), MESSAGE_BYTES_MAX);
        out.optionalNumber(refusal.retryAfterMillis());
    }

    static Refusal refusal(Input in) {
        return new Refusal(in.constant(REASONS), in.text(MESSAGE_BYTES_MAX), in.optionalNumber());
    }

    static void failure(Output out, Failure failure) {
        out.optional(failure.limit(), Output::constant);
        out.text(failure.message(), MESSAGE_BYTES_MAX);
    }

    static Failure failure(Input in) {
        return new Failure(in.optional(each -> each.constant(LIMITS)), in.text(MESSAGE_BYTES_MAX));
    }

    static void status(Output out, ReplicaReply.Status status) {
        header(out, status.header());
        out.integer(status.bytes());
        out.constant(status.standing());
        TotalsCodec.write(out, status.totals());
        out.optional(status.lastError(), (each, error) -> each.text(error, MESSAGE_BYTES_MAX));
        out.list(status.log(), LOG_LINES_MAX, (each, line) -> each.text(line, MESSAGE_BYTES_MAX));
    }

    static ReplicaReply.Status status(Input in) {
        return new ReplicaReply.Status(
                header(in),
                in.integer(),
                in.constant(STANDINGS),
                TotalsCodec.read(in),
                in.optional(each -> each.text(MESSAGE_BYTES_MAX)),
                in.list(LOG_LINES_MAX, each -> each.text(MESSAGE_BYTES_MAX)));
    }

    static void header(Output out, Header header) {
        PartyCodec.key(out, header.key());
        version(out, header.lineage());
        version(out, header.version());
        out.text(header.writer(), PartyCodec.NAME_BYTES_MAX);
        out.optionalNumber(header.expiresAtMillis());
        out.integer(replicas(header.replicas()));
        out.constant(header.replication());
        out.constant(header.accept());
        out.optional(header.signature(), WireFields::signature);
        out.number(header.serial());
        updates(out, header.updates());
        out.optional(header.foundGone(), WireFields::version);
        out.flag(header.displacesLonger());
    }

    static Header header(Input in) {
        return new Header(
                PartyCodec.key(in),
                version(in),
                version(in),
                in.text(PartyCodec.NAME_BYTES_MAX),
                in.optionalNumber(),
                replicas(in.integer()),
                in.constant(REPLICATIONS),
                in.constant(ACCEPTS),
                in.optional(WireFields::signature),
                in.number(),
                updates(in),
                in.optional(WireFields::version),
                in.flag());
    }

    static void gone(Output out, KeyContent.Gone gone) {
        PartyCodec.key(out, gone.key());
        version(out, gone.version());
        out.optional(gone.author(), (each, author) -> each.bytes(author.bytes(), Identity.BYTES));
        out.number(gone.serial());
    }

    static KeyContent.Gone gone(Input in) {
        return new KeyContent.Gone(
                PartyCodec.key(in),
                version(in),
                in.optional(each -> Identity.of(each.bytes(Identity.BYTES))),
                in.number());
    }

    static void updates(Output out, UpdateDigest updates) {
        out.number(updates.count());
        out.word(updates.hash());
    }

    static UpdateDigest updates(Input in) {
        return new UpdateDigest(in.number(), in.word());
    }

    static void accept(Output out, Accept accept) {
        out.constant(accept);
    }

    static Accept accept(Input in) {
        return in.constant(ACCEPTS);
    }

    private static Map<String, Long> timers(Input in) {
        int count = in.count(TIMERS_MAX);
        in.claim(count);
        if (count == 0) {
            return Map.of();
        }
        // In the order they came: a copied object arms its timers in the same order on every node.
        Map<String, Long> timers = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            if (timers.put(in.text(PartyCodec.NAME_BYTES_MAX), in.number()) != null) {
                throw new MalformedInput("an image has two timers of one name");
            }
        }
        return Collections.unmodifiableMap(timers);
    }

    private static void mandate(Output out, Mandate mandate) {
        signature(out, ((SignedMandate) mandate).signature());
        out.integer(mandate.depth());
        out.integer(mandate.budget());
    }

    private static Mandate mandate(Input in) {
        return new SignedMandate(signature(in), in.integer(), in.integer());
    }

    static void limits(Output out, Limits limits) {
        for (Limits.Name name : LIMIT_NAMES) {
            out.integer(limits.get(name));
        }
    }

    static Limits limits(Input in) {
        return Limits.of(name -> in.integer());
    }

    static int replicas(int replicas) {
        if (replicas < 0 || replicas > Policy.REPLICAS_MAX) {
            throw new IllegalArgumentException(
                    "an object has " + replicas + " replicas; it has 0 to " + Policy.REPLICAS_MAX);
        }
        return replicas;
    }
}
