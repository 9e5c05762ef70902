package org.cometkv.node;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.cometkv.node.console.ExitCode;
import org.cometkv.node.console.OutputFormat;
import org.cometkv.routing.Contact;
import org.cometkv.routing.MembershipChange;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The words of {@code comet node} when it cannot start: one sentence, and an exit code that tells whose turn it is. */
class NodeCommandTest {

    private static final String REPLICAS = "comet.replication.replicas";
    private static final String JOIN_TIMEOUT = "comet.members.join-timeout";

    @AfterEach
    void forgetSettings() {
        System.clearProperty(REPLICAS);
        System.clearProperty(JOIN_TIMEOUT);
        ConfigFactory.invalidateCaches();
    }

    @Test
    void badPort_isNamed() {
        assertUsage(Execution.of("node", "--port", "70000"), "--port is 70000; a port is 0 to 65535.");
        assertUsage(Execution.of("node", "--port", "-1"), "--port is -1; a port is 0 to 65535.");
        assertUsage(Execution.of("node", "--port", "many"), "'many'");
    }

    @Test
    void badSeed_isNamed() {
        assertUsage(Execution.of("node", "--seed", "nowhere"), "--seed is \"nowhere\"; it must be HOST:PORT.");
        assertUsage(Execution.of("node", "--seed", "127.0.0.1:0"), "--seed is \"127.0.0.1:0\"; a seed's port is 1 to");
        assertUsage(Execution.of("node", "--seed", "127.0.0.1:99999"), "a seed's port is 1 to 65535.");
    }

    @Test
    void portInUse_isNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = String.valueOf(taken.getLocalPort());

            assertUsage(Execution.of("node", "--port", port), "port " + port + " on 127.0.0.1 cannot be used");
        }
    }

    @Test
    void unknownHost_isNamed() {
        assertUsage(
                Execution.of("node", "--host", "no-such-host.invalid"),
                "the host \"no-such-host.invalid\" is unknown.");
    }

    @Test
    void noHost_isNamed() {
        assertUsage(Execution.of("node", "--host", ""), "--host is \"\"; it must be a host name or an address.");
    }

    @Test
    void badConfigurationValue_isNamedWithItsBound() {
        configure(Map.of(REPLICAS, "21"));

        assertUsage(Execution.of("node"), REPLICAS + " is 21; it must be 1 to 20.");
    }

    @Test
    void seedOutOfReach_isNamed_andIsNoMatterOfUsage() throws IOException {
        assertUnreachable(
                Execution.of("node", "--seed", "no-such-host.invalid:7"),
                "the host \"no-such-host.invalid\" is unknown.");
        configure(Map.of(JOIN_TIMEOUT, "1s"));
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String seed = "127.0.0.1:" + deaf.getLocalPort();

            assertUnreachable(
                    Execution.of("node", "--seed", seed),
                    "within 1000 ms: it is no member of its cluster yet; its seed nodes are [pekko://comet@");
        }
    }

    @Test
    void aChangeIsALine_forMachinesAnObject() {
        Contact contact = new Contact(NodeId.of("a"), "10.0.0.7", 99);
        MembershipChange change = new MembershipChange(MembershipChange.Kind.JOINED, contact);

        assertThat(NodeCommand.line(change, OutputFormat.TEXT)).isEqualTo(contact + " joined");
        assertThat(NodeCommand.line(change, OutputFormat.JSON))
                .isEqualTo("{\"node\":\"" + contact.id() + "\",\"address\":\"10.0.0.7:99\",\"change\":\"joined\"}");
    }

    private static void configure(Map<String, String> settings) {
        settings.forEach(System::setProperty);
        ConfigFactory.invalidateCaches();
    }

    private static void assertUsage(Execution execution, String sentence) {
        assertOneSentence(execution, ExitCode.USAGE, sentence);
    }

    private static void assertUnreachable(Execution execution, String sentence) {
        assertOneSentence(execution, ExitCode.UNREACHABLE, sentence);
    }

    private static void assertOneSentence(Execution execution, ExitCode exit, String sentence) {
        assertThat(execution.exit()).as(execution.err()).isEqualTo(exit.code());
        assertThat(execution.err().lines().findFirst().orElse(""))
                .startsWith("comet: ")
                .contains(sentence);
        assertThat(execution.err()).doesNotContain("\tat ", "Exception");
        assertThat(execution.out()).isEmpty();
    }
}
