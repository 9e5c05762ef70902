package org.cometkv.actors.authorization;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.cometkv.actors.context.NodeContext;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedContent;
import org.cometkv.actors.trust.SignedMandate;
import org.cometkv.actors.trust.TrustVerdict;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Mandate;
import org.cometkv.aso.Refusal;
import org.cometkv.routing.Key;

/**
 * The examiner of the signature of a put, copy or remove, and of the mandate of an object that makes a request.
 * Thread-safe.
 *
 * <p>A signature takes some 200 µs to verify the first time. It is done on the threads that run handlers, for a bounded
 * number of requests at a time, so that a flood of forgeries holds up neither Gateway nor ReplicaManager.
 */
public record RequestAuthorizer(NodeContext node, SignatureVerifier verifier, Executor threads) {

    private static final long RETRY_MILLIS = 100;

    /**
     * Examines a request, now or soon, on this thread or another.
     *
     * @param admitted run if the request may come in
     * @param refused given the reply to the request otherwise
     */
    public void examine(Wire.ObjectRequest request, Runnable admitted, Consumer<ReplicaReply> refused) {
        if (!needsProof(request)) {
            end(unproven(request), admitted, refused);
        } else if (!verifier.beginExamination()) {
            refused.accept(refusal(Refusal.retry(
                    Refusal.Reason.BUSY,
                    "this node examines as many signatures as comet.trust.examinations-max allows",
                    RETRY_MILLIS)));
        } else {
            begin(request, admitted, refused);
        }
    }

    private void begin(Wire.ObjectRequest request, Runnable admitted, Consumer<ReplicaReply> refused) {
        try {
            threads.execute(() -> {
                boolean isExamined = false;
                try {
                    end(disproof(request), admitted, refused);
                    isExamined = true;
                } finally {
                    verifier.examined();
                    if (!isExamined) {
                        // A bug, which the thread reports to the operator.
                        refused.accept(ReplicaReply.Failed.INTERNAL);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            // The threads end with the node's system.
            verifier.examined();
            refused.accept(refusal(Refusal.of(Refusal.Reason.NOT_READY, "the node is closed")));
        }
    }

    /** The refusal of an application's change before anything is sent; empty if it is signed as it should be. */
    public Optional<Refusal> disproof(ObjectSignature signature, SignedContent actual) {
        return verifier.judge(signature, actual, wallMillis()) instanceof TrustVerdict.Refused refused
                ? Optional.of(notAllowed(refused.reason()))
                : Optional.empty();
    }

    /** The refusal of an unsigned change of an owned key; empty for other keys. */
    public static Optional<Refusal> unsigned(Key key) {
        return key.isOwned()
                ? Optional.of(
                        notAllowed("the key belongs to somebody, and only what its owner signed may be done there"))
                : Optional.empty();
    }

    private static void end(Optional<Refusal> refusal, Runnable admitted, Consumer<ReplicaReply> refused) {
        refusal.ifPresentOrElse(why -> refused.accept(refusal(why)), admitted);
    }

    private static ReplicaReply refusal(Refusal why) {
        return new ReplicaReply.Refused(why);
    }

    private static boolean needsProof(Wire.ObjectRequest request) {
        return request.caller().mandate().isPresent()
                || request instanceof Wire.Change change && change.signature().isPresent();
    }

    private static Optional<Refusal> unproven(Wire.ObjectRequest request) {
        if (!(request instanceof Wire.Change change)) {
            return Optional.empty();
        }
        Caller caller = change.caller();
        if (caller.key().isEmpty() && Identity.isWriter(caller.writer())) {
            return Optional.of(
                    notAllowed("the writer " + caller.writer() + " signs what it puts, and this is unsigned"));
        }
        return unsigned(change.key());
    }

    private Optional<Refusal> disproof(Wire.ObjectRequest request) {
        Optional<Mandate> mandate = request.caller().mandate();
        if (mandate.isPresent()) {
            Optional<String> denial = denial(mandate.get(), request);
            if (denial.isPresent()) {
                return Optional.of(notAllowed(denial.get()));
            }
        }
        if (!(request instanceof Wire.Change change)) {
            return Optional.empty();
        }
        return change.signature().isPresent()
                ? disproof(change, change.signature().get())
                : unsigned(change.key());
    }

    private Optional<Refusal> disproof(Wire.Change change, ObjectSignature signature) {
        String writer = change instanceof Wire.Copy copy
                ? copy.image().header().writer()
                : change.caller().writer();
        if (!writer.equals(signature.author().writer())) {
            return Optional.of(notAllowed("the author is " + signature.author().brief()
                    + " and the writer is said to be \"" + writer + "\""));
        }
        if (change instanceof Wire.Copy copy) {
            return disproof(copy, signature);
        }
        try {
            SignedContent actual = change instanceof Wire.Put put
                    ? CanonicalForm.object(put.key(), put.script(), put.fields())
                    : CanonicalForm.remove(change.key(), ((Wire.Remove) change).request());
            return disproof(signature, actual);
        } catch (IllegalArgumentException e) {
            return Optional.of(Refusal.of(Refusal.Reason.INVALID, e.getMessage()));
        }
    }

    /** Examines a copy: its author signed key and script, and the sending node vouches for its state. */
    private Optional<Refusal> disproof(Wire.Copy copy, ObjectSignature signature) {
        SignedContent signed = signature.content();
        if (copy.serial() < signature.serial()) {
            return Optional.of(
                    notAllowed("the serial is " + copy.serial() + ", and " + signature.serial() + " was signed"));
        }
        SignedContent actual = new SignedContent(
                SignedContent.Purpose.OBJECT,
                copy.key(),
                SignedContent.scriptDigest(copy.image().script().text()),
                signed.fields());
        // An object that is held does not lose its replicas because its grant expired: it only has its rights no more.
        Optional<String> wrong = actual.difference(signed).or(() -> verifier.forgery(signature));
        return wrong.map(RequestAuthorizer::notAllowed);
    }

    /** Why the object may not make this request, whatever the node that hosts it allowed. */
    private Optional<String> denial(Mandate mandate, Wire.ObjectRequest request) {
        Caller caller = request.caller();
        ObjectSignature signature = ((SignedMandate) mandate).signature();
        boolean isItsOwn = caller.key().isPresent()
                && caller.key().get().equals(signature.content().key())
                && caller.writer().equals(signature.author().writer())
                && signature.content().purpose() == SignedContent.Purpose.OBJECT;
        if (!isItsOwn) {
            return Optional.of("the object shows the signature of another");
        }
        Optional<String> forgery = verifier.forgery(signature);
        if (forgery.isPresent()) {
            return forgery;
        }
        TrustVerdict standing = verifier.standing(Optional.of(signature), wallMillis());
        if (!(standing instanceof TrustVerdict.Verified verified)) {
            return Optional.of(((TrustVerdict.Identified) standing).why());
        }
        return overdrawn(mandate, verified.grant().rights())
                .or(() -> foreignScript(request, signature))
                .or(() -> ReachRule.denialHere(
                        caller,
                        request.key(),
                        Optional.of(verified.grant()),
                        node.self().id(),
                        node.view()));
    }

    private static Optional<String> overdrawn(Mandate mandate, Rights rights) {
        // Compared as unsigned: nothing below zero passes.
        if (Integer.compareUnsigned(mandate.depth(), rights.depth()) > 0) {
            return Optional.of("depth is " + Integer.toUnsignedString(mandate.depth()) + "; the grant allows "
                    + rights.depth() + " and no grant more than " + Rights.DEPTH_MAX);
        }
        if (Integer.compareUnsigned(mandate.budget(), rights.fanout()) > 0) {
            return Optional.of("the budget is " + Integer.toUnsignedString(mandate.budget())
                    + " messages; the grant allows " + rights.fanout());
        }
        return Optional.empty();
    }

    private static Optional<String> foreignScript(Wire.ObjectRequest request, ObjectSignature signature) {
        return request instanceof Wire.Put put
                        && put.caller().key().isPresent()
                        && !put.script().isEmpty()
                        && !SignedContent.scriptDigest(put.script().text())
                                .equals(signature.content().script())
                ? Optional.of("an object spawns objects of its own script only")
                : Optional.empty();
    }

    private long wallMillis() {
        return node.clock().wallMillis();
    }

    private static Refusal notAllowed(String message) {
        return new Refusal(Refusal.Reason.NOT_ALLOWED, message, OptionalLong.empty());
    }
}
