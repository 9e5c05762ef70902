package org.cometkv.node.sign;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.cometkv.actors.trust.SigningKey;
import org.cometkv.aso.Value;
import org.cometkv.node.json.ValueJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code comet key}: the key pairs of authors and issuers, and the grants of these to those. */
@Command(
        name = "key",
        description = "Makes keys of authors and issuers, shows their public half, and issues grants.",
        subcommands = {KeyCommand.New.class, KeyCommand.Show.class, GrantCommand.class})
public final class KeyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name what to do: new, show or grant.");
    }

    /** {@code comet key new}. */
    @Command(
            name = "new",
            description =
                    "Makes an Ed25519 key pair, in a new file that only its owner may read; prints the public key.")
    static final class New implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(
                arity = "0..1",
                paramLabel = "FILE",
                defaultValue = "comet.key",
                description = "The new file. Default: ${DEFAULT-VALUE}.")
        private String file;

        @Override
        public void run() {
            SigningKey key = generate();
            SignedFile.write(file, SignedJson.key(key), true);
            print(spec, key);
        }

        private static SigningKey generate() {
            try {
                return SigningKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has Ed25519", e);
            }
        }
    }

    /** {@code comet key show}. */
    @Command(name = "show", description = "Prints the public key of a key file, never the secret one.")
    static final class Show implements Runnable {

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "FILE", description = "A file that comet key new made.")
        private String file;

        @Override
        public void run() {
            print(spec, SignedJson.readKey(file));
        }
    }

    private static void print(CommandSpec spec, SigningKey key) {
        Value json = Value.table(Map.of("public", Value.of(key.identity().toString())));
        spec.commandLine().getOut().println(ValueJson.print(json));
    }
}
