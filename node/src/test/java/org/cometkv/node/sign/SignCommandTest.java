package org.cometkv.node.sign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cometkv.actors.trust.Grant;
import org.cometkv.actors.trust.Identity;
import org.cometkv.actors.trust.KeyPrefix;
import org.cometkv.actors.trust.Rights;
import org.cometkv.actors.trust.SignedContent;
import org.cometkv.actors.trust.SigningKey;
import org.cometkv.aso.Value;
import org.cometkv.node.Execution;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.UserMistake;
import org.cometkv.node.json.ValueJson;
import org.cometkv.routing.Key;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys, grants and signed objects on the command line: {@code comet key} and {@code comet sign}. */
class SignCommandTest {

    @TempDir
    private Path directory;

    private String author;

    @BeforeEach
    void makeFiles() throws IOException {
        author = text("public", run("key", "new", at("author.key")));
        run("key", "new", at("issuer.key"));
        Files.writeString(directory.resolve("get.lua"), "function aso:onGet() return self.limit end");
        write("author.grant", run(grant()));
    }

    @Test
    void aNewKey_isForItsOwnerAlone_andShowTellsNoSecret() throws IOException {
        Path file = directory.resolve("author.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        String shown = run("key", "show", file.toString());
        assertThat(text("public", shown)).isEqualTo(author);
        assertThat(((Value.Table) ValueJson.parse(shown)).entries()).hasSize(1);
        assertThat(Identity.parse(author)).hasToString(author);
    }

    @Test
    void aFileThatIsThere_isNeverOverwritten() throws IOException {
        String before = Files.readString(directory.resolve("author.key"));

        Execution again = Execution.of("key", "new", at("author.key"));

        assertThat(again.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(again.err().lines()).hasSize(1);
        assertThat(again.err()).contains("is there already");
        assertThat(directory.resolve("author.key")).hasContent(before);
    }

    @Test
    void aScriptWhoseKeyIsNotNamed_isSignedForTheNameOfItsFile() {
        assertThat(text("key", run("sign", at("get.lua"), "--key", at("author.key"))))
                .isEqualTo(Key.of("get").toString());
    }

    @Test
    void aSignedObject_isReadAsItWasSigned() {
        String json = run(
                "sign",
                at("get.lua"),
                "--key",
                at("author.key"),
                "--for",
                "greeting",
                "--serial",
                "7",
                "--grant",
                at("author.grant"),
                "--field",
                "limit=[1, -0, {\"a\": null}, \"ü\"]",
                "--field",
                "replicas=2");
        write("object.json", json);

        SignedJson.SignedObject read = SignedJson.readObject(at("object.json"));

        assertThat(read.key()).isEqualTo(Key.of("greeting"));
        assertThat(read.aso().signature().orElseThrow().serial()).isEqualTo(7);
        assertThat(read.aso()
                        .signature()
                        .orElseThrow()
                        .grant()
                        .orElseThrow()
                        .rights()
                        .depth())
                .isEqualTo(2);
        assertThat(read.aso().fields().get("replicas")).isEqualTo(Value.of(2));
    }

    @Test
    void anOwnedKey_isOfAuthorAndSalt() {
        String json = run("sign", "--key", at("author.key"), "--owned", "settings", "--field", "value={\"a\": [1]}");

        assertThat(Key.parse(text("key", json)))
                .isEqualTo(Identity.parse(author).key("settings".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void aRemoveOfAnOwnedKey_isSignedAndReadAsItWasSigned() {
        write(
                "put.json",
                run("sign", "--key", at("author.key"), "--owned", "s", "--field", "value=1", "--serial", "7"));

        write(
                "remove.json",
                run("sign", "--remove", "--key", at("author.key"), "--owned", "s", "--after", at("put.json")));

        var signature = SignedJson.readSignature(at("remove.json"));
        assertThat(signature.serial()).isEqualTo(8);
        assertThat(signature.content().purpose()).isEqualTo(SignedContent.Purpose.REMOVE);
        assertThat(signature.content().key())
                .isEqualTo(Identity.parse(author).key("s".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        write(
                "again.json",
                run(
                        "sign",
                        "--key",
                        at("author.key"),
                        "--owned",
                        "s",
                        "--field",
                        "value=2",
                        "--after",
                        at("remove.json")));
        assertThat(SignedJson.readObject(at("again.json"))
                        .aso()
                        .signature()
                        .orElseThrow()
                        .serial())
                .isEqualTo(9);
    }

    @Test
    void aSerialThatDoesNotRise_isAMistake() {
        write("put.json", run("sign", "--key", at("author.key"), "--for", "k", "--field", "value=1", "--serial", "7"));

        for (String serial : List.of("7", "6")) {
            Execution same = Execution.of(
                    "sign",
                    "--key",
                    at("author.key"),
                    "--for",
                    "k",
                    "--field",
                    "value=2",
                    "--after",
                    at("put.json"),
                    "--serial",
                    serial);

            assertThat(same.exit()).isEqualTo(ExitCode.USAGE.code());
            assertThat(same.err()).contains("--serial is " + serial + "; it must be over the 7 of " + at("put.json"));
        }
        for (String[] other : new String[][] {
            {"author.key", "l", "is for another key"}, {"issuer.key", "k", "signed by another author"}
        }) {
            Execution wrong = Execution.of(
                    "sign", "--key", at(other[0]), "--for", other[1], "--field", "value=2", "--after", at("put.json"));

            assertThat(wrong.exit()).isEqualTo(ExitCode.USAGE.code());
            assertThat(wrong.err()).contains(other[2]);
        }
    }

    @Test
    void anExpiredGrant_isAMistake() {
        SigningKey issuer = SignedJson.readKey(at("issuer.key"));
        Grant late = Grant.issue(
                issuer,
                Identity.parse(author),
                KeyPrefix.ALL,
                new Rights(true, 0, 0, Map.of()),
                Instant.parse("2020-01-01T00:00:00Z"));
        write("late.grant", ValueJson.print(SignedJson.grant(late)));

        Execution sign = Execution.of(
                "sign", at("get.lua"), "--key", at("author.key"), "--for", "k", "--grant", at("late.grant"));

        assertThat(sign.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(sign.err()).contains("--grant: the grant expired at 2020-01-01T00:00:00Z.");
    }

    @Test
    void aChangedRemove_isRefused() {
        String json = run("sign", "--remove", "--key", at("author.key"), "--owned", "s");
        write("changed.json", json.replace("\"serial\":1", "\"serial\":2"));

        assertThatThrownBy(() -> SignedJson.readSignature(at("changed.json")))
                .isInstanceOfSatisfying(
                        UserMistake.class, mistake -> assertThat(mistake.exit()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining("did not sign");
    }

    /** Every letter of the file that means something is signed, or is the signature. */
    @Test
    void aChangedField_isRefused() {
        String json = run(
                "sign",
                at("get.lua"),
                "--key",
                at("author.key"),
                "--for",
                "x",
                "--grant",
                at("author.grant"),
                "--field",
                "limit=10");
        String[][] changes = {
            {"self.limit", "self.Limit"},
            {"\"limit\":10", "\"limit\":11"},
            {"\"serial\":1", "\"serial\":2"},
            {"\"depth\":2", "\"depth\":3"},
            {"\"keys\":true", "\"keys\":false"},
            {"\"fuel\":500000", "\"fuel\":500001"},
            {"2100-01-01T00:00:00Z", "2101-01-01T00:00:00Z"},
            {"\"key\":\"", "\"key\":\"ff"}
        };
        for (String[] change : changes) {
            String changed = json.replace(change[0], change[1]).replaceFirst("(\"key\":\"ff.{62})..", "$1");
            assertThat(changed).isNotEqualTo(json);
            write("changed.json", changed);

            assertThatThrownBy(() -> SignedJson.readObject(at("changed.json")))
                    .as(change[1])
                    .isInstanceOfSatisfying(
                            UserMistake.class,
                            mistake -> assertThat(mistake.exit()).isEqualTo(ExitCode.REFUSED))
                    .hasMessageContaining("did not sign");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            key | Name what to do: new, show or grant.
            key show $/none | there is no file $/none.
            key show $/get.lua | $/get.lua cannot be read as JSON: at line 1
            key show $/author.grant | $/author.grant is no file of kind comet-key.
            key show $ | $ is a directory, not a file.
            key new $/none/a.key | $/none/a.key cannot be written: there is no such directory.
            sign $ --key $/author.key --for k | $ is a directory, not a file.
            sign $/get.lua --for k | Missing required option: '--key=KEYFILE'
            sign --key $/author.key --field value=1 | name the object's key with --for KEY or with --owned SALT
            sign $/get.lua --key $/author.key --for k --owned s | name the object's key with --for KEY or with --owned
            sign --key $/author.key --for k | there is nothing to sign; name a script, or give a value
            sign $/none --key $/author.key --for k | there is no file $/none.
            sign $/get.lua --key $/author.key --for k --serial 0 | serial is 0; it must be 1 or more.
            sign $/get.lua --key $/author.key --for k --field x={ | --field x is wrong: at line 1
            sign $/get.lua --key $/issuer.key --for k --grant $/author.grant | the grant is for the author
            sign $/get.lua --key $/author.key --for k --grant $/author.key | is no file of kind comet-grant.
            key grant --issuer $/issuer.key --author ab --expires 2100-01-01 | --author: "ab" is no public key
            key grant --issuer $/issuer.key --author @ --expires soon --right keys | --expires: "soon" is no date
            sign $/get.lua --remove --key $/author.key --for k | a remove has neither a script nor fields
            sign --remove --field x=1 --key $/author.key --for k | a remove has neither a script nor fields
            sign --remove --key $/author.key --for k --after $/none | there is no file $/none.
            sign --remove --key $/author.key --for k --after $/author.key | is no file of kind comet-object or comet-
            sign --remove --key $/author.key --for k --serial 9007199254740993 | --serial is 9007199254740993; it
            key grant --issuer $/issuer.key --author @ --expires 2020-01-01 --right keys | which is past.
            key grant --issuer $/issuer.key --author @ --expires +1000000000-01-01T00:00:00Z --right keys | is no date
            key grant ISSUE | the grant gives no right
            key grant ISSUE --depth 6 | depth is 6; it must be 0 to 5.
            key grant ISSUE --right all | --right is 'all'; there is keys.
            key grant ISSUE --limit fuel | Value for option '--limit' (NAME=N) should be in
            key grant ISSUE --limit fuel=x | 'x' is no whole number, or over 2147483647
            sign $/get.lua --key $/author.key --for k --serial x | 'x' is no whole number, or over 9223372036854775807
            key grant ISSUE --limit x=1 | there is no limit 'x'
            key grant ISSUE --right keys --prefix g | --prefix: "g" is no key
            """)
    void aMistake_isOneSentence(String line, String sentence) {
        String[] args = line.replace("ISSUE", "--issuer $/issuer.key --author @ --expires 2100-01-01")
                .replace("$", directory.toString())
                .replace("@", author)
                .split(" ");

        Execution mistake = Execution.of(args);

        assertThat(mistake.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(mistake.out()).isEmpty();
        assertThat(mistake.err().lines().findFirst().orElseThrow())
                .startsWith("comet: ")
                .contains(sentence.replace("$", directory.toString()));
        assertThat(mistake.err()).doesNotContain("\tat ");
    }

    @Test
    void aNameThatIsEmpty_isAMistake() {
        assertThat(Execution.of("key", "new", "").err()).isEqualTo("comet: the name of a file is empty.\n");
    }

    @Test
    void bytesThatAreNoText_areNoKey() throws IOException {
        Files.write(directory.resolve("bytes.key"), new byte[] {(byte) 0xff});

        Execution mistake = Execution.of("key", "show", at("bytes.key"));

        assertThat(mistake.exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(mistake.err()).isEqualTo("comet: " + at("bytes.key") + " is no text in UTF-8.\n");
    }

    @Test
    void byteCode_isNotSigned() {
        write("code.lua", "\u001bLua");

        Execution refused = Execution.of("sign", at("code.lua"), "--key", at("author.key"), "--for", "k");

        assertThat(refused.exit()).isEqualTo(ExitCode.REFUSED.code());
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).isEqualTo("comet: " + at("code.lua") + " is byte code, which no node takes.\n");
    }

    private String[] grant() {
        List<String> line = new ArrayList<>(List.of("key", "grant", "--issuer", at("issuer.key"), "--author", author));
        line.addAll(List.of("--right", "keys", "--depth", "2", "--limit", "fuel=500000", "--expires", "2100-01-01"));
        return line.toArray(String[]::new);
    }

    private static String run(String... args) {
        Execution run = Execution.of(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.WELL.code());
        return run.out();
    }

    private static String text(String field, String json) {
        return ((Value.Bytes) ((Value.Table) ValueJson.parse(json)).get(field)).utf8();
    }

    private void write(String name, String text) {
        try {
            Files.writeString(directory.resolve(name), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private String at(String name) {
        return directory.resolve(name).toString();
    }
}
