package org.cometkv.node.sign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.KeyPrefix;
import org.cometkv.actors.trust.RaisedLimit;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SigningKey;
import org.cometkv.aso.Value;
import org.cometkv.node.json.ValueJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code comet key grant}: an issuer's word for an author's objects. */
@Command(
        name = "grant",
        description = {
            "Issues a grant: what an author's objects may do on nodes that trust the issuer (comet.trust.issuers).",
            "Prints it as one line of JSON, for comet sign --grant."
        })
final class GrantCommand implements Runnable {

    private static final int FANOUT = 64;

    @Spec
    private CommandSpec spec;

    @Option(names = "--issuer", required = true, paramLabel = "KEYFILE", description = "The key that signs the grant.")
    private String issuer;

    @Option(names = "--author", required = true, paramLabel = "PUBLIC", description = "The author's public key.")
    private String author;

    @Option(
            names = "--prefix",
            paramLabel = "HEX",
            defaultValue = "",
            description = "For keys that begin with these digits, or HEX/BITS. Default: all keys.")
    private String prefix;

    @Option(
            names = "--right",
            paramLabel = "RIGHT",
            description = "keys: objects reach other keys of the prefix. --depth, --fanout and --limit say the others.")
    private List<String> rights = new ArrayList<>();

    @Option(
            names = "--depth",
            paramLabel = "N",
            defaultValue = "0",
            description = "Requests in a row that cause each other, 0 to 5. Default: ${DEFAULT-VALUE}.")
    private int depth;

    @Option(
            names = "--fanout",
            paramLabel = "N",
            description = "Messages of one event and all it causes, 1 to 65535. Default: " + FANOUT + " with a depth.")
    private Integer fanout;

    @Option(
            names = "--limit",
            paramLabel = "NAME=N",
            description = "A higher limit: fuel, allocation, live and others.")
    private Map<String, Integer> limits = Map.of();

    @Option(
            names = "--expires",
            required = true,
            paramLabel = "DATE",
            description = "When it ends: 2027-01-01, or an instant like 2027-01-01T12:00:00Z.")
    private String expires;

    @Override
    public void run() {
        Map<RaisedLimit, Integer> raised = new EnumMap<>(RaisedLimit.class);
        limits.forEach((name, bound) -> raised.put(option("--limit", name, SignedJson::limit), bound));
        Identity whose = option("--author", author, Identity::parse);
        KeyPrefix keys = option("--prefix", prefix, KeyPrefix::parse);
        var end = option("--expires", expires, SignedJson::instant);
        if (!end.isAfter(Instant.now())) {
            throw usage("--expires is " + end + ", which is past.");
        }
        Rights given = rights(raised);
        SigningKey signer = SignedJson.readKey(issuer);
        Value json = SignedJson.grant(Grant.issue(signer, whose, keys, given, end));
        spec.commandLine().getOut().println(ValueJson.print(json));
    }

    private Rights rights(Map<RaisedLimit, Integer> raised) {
        for (String right : rights) {
            if (!right.equals("keys")) {
                throw usage("--right is '" + right + "'; there is keys.");
            }
        }
        int messages = fanout == null ? depth == 0 ? 0 : FANOUT : fanout;
        try {
            Rights given = new Rights(!rights.isEmpty(), depth, messages, raised);
            if (given.equals(Rights.NONE)) {
                throw usage("the grant gives no right; name one with --right, --depth or --limit.");
            }
            return given;
        } catch (IllegalArgumentException mistake) {
            throw usage(mistake.getMessage() + ".");
        }
    }

    private <T> T option(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException mistake) {
            throw usage(name + ": " + mistake.getMessage() + ".");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
