package org.cometkv.actors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cometkv.actors.membership.Membership;
import org.cometkv.actors.membership.RoutingTableManager;
import org.cometkv.actors.objects.AsoActor;
import org.cometkv.actors.objects.ReplicaRequest;
import org.cometkv.actors.objects.SupervisorMessage;
import org.cometkv.actors.peers.Gateway;
import org.cometkv.actors.replicas.ReplicaManager;
import org.cometkv.actors.requests.NextStep;
import org.cometkv.actors.wire.ReplicaReply;
import org.cometkv.actors.wire.Wire;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Java 17 does not check a choice over sealed types: every message there is has someone who knows it. */
class ProtocolsTest {

    private static final Path SOURCES = Path.of("src/main/java/org/cometkv/actors");

    /** Each protocol, and the files of which one at least must name each of its messages. */
    private static final Map<Class<?>, List<String>> PROTOCOLS = Map.of(
            AsoActor.Command.class, List.of("AsoActor"),
            Gateway.Command.class, List.of("Gateway"),
            Membership.Command.class, List.of("Membership"),
            RoutingTableManager.Command.class, List.of("RoutingTableManager"),
            NodeGuardian.Command.class, List.of("NodeGuardian"),
            Comet.Command.class, List.of("StoreActor"),
            Wire.Item.class, List.of("Ingress"),
            Wire.Request.class, List.of("RequestRouter", "Ingress"),
            ReplicaReply.class, List.of("GetOperation", "ReplicaResult", "RequestTable", "MessageCodecs"),
            NextStep.class, List.of("RequestTable"));

    /** The requests to what is under a key, and those that change it. */
    private static final Map<Class<?>, List<String>> REQUESTS = Map.of(
            Wire.ObjectRequest.class, List.of("ReplicaManager"),
            Wire.Change.class, List.of("ReplicaManager", "ChangeRule"));

    @TestFactory
    List<DynamicTest> everyMessageIsHandled() {
        List<DynamicTest> tests = new ArrayList<>();
        Map<Class<?>, List<String>> protocols = new HashMap<>(PROTOCOLS);
        protocols.putAll(REQUESTS);
        protocols.forEach((protocol, files) -> {
            for (Class<?> message : protocol.getPermittedSubclasses()) {
                String name = message.getSimpleName();
                tests.add(DynamicTest.dynamicTest(
                        protocol.getName() + " " + name,
                        () -> assertThat(isHandled(name, files)).isTrue()));
            }
        });
        assertThat(tests).hasSizeGreaterThan(40);
        return tests;
    }

    @TestFactory
    List<DynamicTest> everyMessageToTheSupervisorIsHandled() {
        // Open, because it is sent and handled in two packages; its messages are nested in it, but for the request.
        List<Class<?>> messages = Stream.of(SupervisorMessage.class.getDeclaredClasses())
                .filter(SupervisorMessage.class::isAssignableFrom)
                .collect(Collectors.toCollection(ArrayList::new));
        messages.addAll(List.of(ReplicaManager.Command.class.getPermittedSubclasses()));
        messages.add(ReplicaRequest.class);
        List<DynamicTest> tests = new ArrayList<>();
        for (Class<?> nested : messages) {
            tests.add(DynamicTest.dynamicTest(
                    nested.getSimpleName(),
                    () -> assertThat(isHandled(nested.getSimpleName(), List.of("ReplicaManager")))
                            .isTrue()));
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests;
    }

    /** A message is handled by {@code onMessage(X.class, …)} or {@code instanceof X} or compared to its one value. */
    private static boolean isHandled(String message, List<String> files) throws IOException {
        Pattern handled = Pattern.compile("onMessage\\(\\s*([A-Za-z]+\\.)?" + message + "\\.class"
                + "|instanceof ([A-Za-z]+\\.)*" + message + "\\b"
                + "|codec\\(\\s*\\d+,\\s*ReplicaReply\\." + message + "\\.class"
                + "|== " + message + "\\.[A-Z_]+");
        for (String file : files) {
            if (handled.matcher(Files.readString(source(file))).find()) {
                return true;
            }
        }
        // A kind of its own protocol stands for its messages, and waiting needs nothing done.
        return Set.of("Request", "ObjectRequest", "Change", "Wait").contains(message);
    }

    /** The one source of a class, in whatever package it is. */
    private static Path source(String type) throws IOException {
        try (Stream<Path> all = Files.walk(SOURCES)) {
            List<Path> named = all.filter(file -> file.endsWith(type + ".java")).toList();
            assertThat(named).as(type).hasSize(1);
            return named.get(0);
        }
    }
}
