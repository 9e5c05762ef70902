package org.cometkv.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.actors.signed.Signer;
import org.cometkv.aso.Script;
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
            "Signs an object for one key and prints it as one line of JSON, to be put as it is.",
            "The key is that of a name (--for), or one that belongs to the author alone (--owned)."
        })
final class SignCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "The Lua script. Without it: a passive value, given by --field value=JSON.")
    private String file;

    @Option(names = "--key", required = true, paramLabel = "KEYFILE", description = "The author's key file.")
    private String keyFile;

    @Option(names = "--for", paramLabel = "KEY", description = "The object's key: a name, or 64 hexadecimal digits.")
    private String name;

    @Option(names = "--owned", paramLabel = "SALT", description = "The author's own key of this text, up to 64 bytes.")
    private String salt;

    @Option(
            names = "--serial",
            paramLabel = "N",
            defaultValue = "1",
            description = "Higher than all that the author signed for the key before. Default: ${DEFAULT-VALUE}.")
    private long serial;

    @Option(names = "--grant", paramLabel = "FILE", description = "A grant that comet key grant issued to the author.")
    private String grant;

    @Option(names = "--field", paramLabel = "NAME=JSON", description = "A field of aso that the object begins with.")
    private Map<String, String> fields = new LinkedHashMap<>();

    @Override
    public void run() {
        if ((name == null) == (salt == null)) {
            throw usage("name the object's key with --for KEY or with --owned SALT, not with both.");
        }
        if (file == null && !fields.containsKey("value")) {
            throw usage("there is nothing to sign; name a script, or give a value with --field value=JSON.");
        }
        if (serial > 1L << 53) {
            throw usage("--serial is " + serial + "; it must be 1 to " + (1L << 53) + ".");
        }
        Signer author = Signer.of(SignedJson.readKey(keyFile)).serial(serial);
        if (grant != null) {
            author = author.grant(SignedJson.readGrant(grant));
        }
        spec.commandLine().getOut().println(signed(author));
    }

    private String signed(Signer author) {
        try {
            Signer signer = salt == null ? author : author.salt(salt.getBytes(StandardCharsets.UTF_8));
            Key key = salt == null ? key() : signer.ownedKey();
            String json = ValueJson.print(SignedJson.object(key, object().signed(signer, key)));
            // What cannot be read back as it was signed is of no use to anyone.
            SignedJson.object(SignedFile.of("the signed object", json, "comet-object"));
            return json;
        } catch (IllegalArgumentException mistake) {
            throw usage(mistake.getMessage() + ".");
        }
    }

    private Key key() {
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
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new UserMistake(Exit.USAGE, "there is no file " + file + ".");
        }
        try {
            return Script.of(Files.readAllBytes(path));
        } catch (IOException failure) {
            throw new UserMistake(Exit.USAGE, file + " cannot be read: " + failure.getMessage() + ".");
        }
    }

    private ParameterException usage(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
