package org.cometkv.node.sign;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.actors.trust.CanonicalForm;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.ObjectSignature;
import org.cometkv.actors.trust.Signer;
import org.cometkv.actors.trust.SigningKey;
import org.cometkv.aso.Script;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserFile;
import org.cometkv.node.console.UserMistake;
import org.cometkv.node.json.ValueJson;
import org.cometkv.routing.Key;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comet sign}: an object as its author signs it. */
@Command(
        name = "sign",
        description = {
            "Signs an object for one key, or its remove, and prints it as one line of JSON, to be sent as it is.",
            "The key is that of a name (--for; by default that of FILE), or the author's own (--owned).",
            "An update is signed as a passive value: whoever holds the key's object hands it to its onUpdate."
        })
public final class SignCommand implements Runnable {

    /** The largest whole number that JSON carries safely. */
    private static final long SERIAL_MAX = 1L << 53;

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The Lua script. Without it: a passive value, given by --field value=JSON.")
    private String file;

    @Option(names = "--key", required = true, paramLabel = "KEYFILE", description = "The author's key file.")
    private String keyFile;

    @Option(
            names = "--for",
            paramLabel = "KEY",
            description = "The object's key: a name, or 64 hexadecimal digits. Default: FILE's name, without .lua.")
    private String name;

    @Option(names = "--owned", paramLabel = "SALT", description = "The author's own key of this text, up to 64 bytes.")
    private String salt;

    @Option(
            names = "--serial",
            paramLabel = "N",
            description = "Higher than all that the author signed for the key before. Default: 1, or the next one.")
    private Long serial;

    @Option(
            names = "--after",
            paramLabel = "FILE",
            description = "What the author signed for the key before: the serial must be over the one in it.")
    private String before;

    @Option(names = "--remove", description = "Signs the remove of what is under the key.")
    private boolean isRemove;

    @Option(names = "--grant", paramLabel = "FILE", description = "A grant that comet key grant issued to the author.")
    private String grant;

    @Option(names = "--field", paramLabel = "NAME=JSON", description = "A field of aso that the object begins with.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Override
    public void run() {
        if (name != null && salt != null || name == null && salt == null && file == null) {
            throw usage("name the object's key with --for KEY or with --owned SALT, not with both.");
        }
        if (isRemove && (file != null || !fields.isEmpty())) {
            throw usage("a remove has neither a script nor fields; leave FILE and --field out.");
        }
        if (!isRemove && file == null && !fields.containsKey("value")) {
            throw usage("there is nothing to sign; name a script, or give a value with --field value=JSON.");
        }
        SigningKey secret = SignedJson.readKey(keyFile);
        Signer author = Signer.of(secret);
        if (grant != null) {
            author = author.grant(grant());
        }
        spec.commandLine().getOut().println(signed(author, secret.identity()));
    }

    private Grant grant() {
        Grant given = SignedJson.readGrant(grant);
        if (given.isExpired(System.currentTimeMillis())) {
            throw usage("--grant: the grant expired at " + Instant.ofEpochMilli(given.expiresAtMillis()) + ".");
        }
        return given;
    }

    /** A serial over the last one that the author signed for the key, if the user says which that was. */
    private long serial(Key key, Identity author) {
        long last = before == null ? 0 : last(SignedJson.readSignature(before), key, author);
        long wanted = serial == null ? last + 1 : serial;
        if (wanted > SERIAL_MAX) {
            throw usage("--serial is " + wanted + "; it must be 1 to " + SERIAL_MAX + ".");
        }
        if (before != null && wanted <= last) {
            throw usage("--serial is " + wanted + "; it must be over the " + last + " of " + before + ".");
        }
        return wanted;
    }

    private long last(ObjectSignature earlier, Key key, Identity author) {
        if (!earlier.author().equals(author)) {
            throw usage("--after: " + before + " was signed by another author, " + earlier.author() + ".");
        }
        if (!earlier.content().key().equals(key)) {
            throw usage("--after: " + before + " is for another key, "
                    + earlier.content().key() + ".");
        }
        return earlier.serial();
    }

    private String signed(Signer author, Identity identity) {
        try {
            Signer salted = salt == null ? author : author.salt(salt.getBytes(StandardCharsets.UTF_8));
            Key key = salt == null ? key() : salted.ownedKey();
            Signer signer = salted.serial(serial(key, identity));
            if (isRemove) {
                String json = ValueJson.print(SignedJson.remove(CanonicalForm.remove(signer, key)));
                SignedJson.remove(SignedFile.of("the signed remove", json, SignedJson.REMOVE));
                return json;
            }
            String json = ValueJson.print(SignedJson.object(key, object().signed(signer, key)));
            // What cannot be read back as it was signed is of no use to anyone.
            SignedJson.object(SignedFile.of("the signed object", json, SignedJson.OBJECT));
            return json;
        } catch (IllegalArgumentException mistake) {
            throw usage(mistake.getMessage() + ".");
        }
    }

    private Key key() {
        if (name == null) {
            return Key.of(UserFile.of(file).stem());
        }
        return name.matches("[0-9a-fA-F]{64}") ? Key.parse(name) : Key.of(name);
    }

    private Aso object() {
        Aso object = Aso.script(file == null ? Script.NONE : script());
        for (Map.Entry<String, String> field : fields.entrySet()) {
            try {
                object = object.with(field.getKey(), ValueJson.parse(field.getValue()));
            } catch (IllegalArgumentException mistake) {
                throw usage("--field " + field.getKey() + " is wrong: " + mistake.getMessage() + ".");
            }
        }
        return object;
    }

    private Script script() {
        byte[] text = UserFile.readable(file).read(ValueJson.TEXT_MAX);
        if (text.length > ValueJson.TEXT_MAX) {
            throw usage(file + " has more than " + ValueJson.TEXT_MAX + " bytes, which no script has.");
        }
        if (UserFile.isByteCode(text)) {
            throw new UserMistake(ExitCode.REFUSED, file + " is byte code, which no node takes.");
        }
        return Script.of(text);
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
