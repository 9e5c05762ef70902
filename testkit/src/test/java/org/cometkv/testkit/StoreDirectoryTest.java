package org.cometkv.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cometkv.testkit.Await.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.cometkv.actors.Aso;
import org.cometkv.actors.CometException;
import org.cometkv.actors.CometNode;
import org.cometkv.actors.Durability;
import org.cometkv.actors.GetReply;
import org.cometkv.actors.PutOptions;
import org.cometkv.aso.Value;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real node with a data directory comes back with its id and its objects, and says why it cannot use another one. */
@Tag("remoting")
class StoreDirectoryTest {

    private static final String COUNTER =
            "aso.count = 0\nfunction aso:onGet() self.count = self.count + 1 return self.count end";

    @TempDir
    private Path folder;

    @Test
    void nodeThatStartsAgain_hasItsIdAndWhatItHeld() {
        NodeId id;
        try (CometNode node = start(Map.of())) {
            id = node.comet().self().id();
            PutOptions sync = PutOptions.DEFAULT.durability(Durability.SYNC);
            await(node.comet().put("value", Aso.value("v"), sync));
            await(node.comet().put("counter", Aso.script(COUNTER)));
            await(node.comet().put("gone", "x"));
            await(node.comet().remove("gone"));
            assertThat(value(node, "counter")).isEqualTo(Value.of(1));
        }
        try (CometNode node = start(Map.of())) {
            assertThat(node.comet().self().id()).isEqualTo(id);
            assertThat(value(node, "value")).isEqualTo(Value.of("v"));
            assertThat(value(node, "counter")).isEqualTo(Value.of(2));
            assertThat(await(node.comet().get("gone"))).isInstanceOf(GetReply.NotFound.class);
            assertThat(node.comet().stat().diskBytes()).isPositive();
        }
    }

    @Test
    void directoryInUse_isRefusedInOneSentence() {
        try (CometNode node = start(Map.of())) {
            assertThat(node.comet().self()).isNotNull();
            assertThatThrownBy(() -> start(Map.of()))
                    .isInstanceOf(CometException.class)
                    .hasMessageContaining("used by another node");
        }
    }

    @Test
    void directoryOfAnotherId_isRefusedInOneSentence() {
        start(Map.of()).close();

        assertThatThrownBy(() -> start(Map.of("comet.node.id", "another")))
                .isInstanceOf(CometException.class)
                .hasMessageContaining("is that of node")
                .hasMessageContaining("comet.node.id");
        start(Map.of()).close();
    }

    @Test
    void directoryWithOtherFiles_isRefusedInOneSentence() throws Exception {
        Files.createDirectories(folder.resolve("data"));
        Files.writeString(folder.resolve("data").resolve("letter"), "dear");

        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(CometException.class)
                .hasMessageContaining("not Comet's");
    }

    @Test
    void pathThatIsAFile_orBelowOne_isRefusedInPlainWords() throws Exception {
        Files.writeString(folder.resolve("data"), "a file");
        assertThatThrownBy(() -> start(Map.of()))
                .isInstanceOf(CometException.class)
                .hasMessageContaining("is no directory")
                .hasMessageNotContaining("Exception");

        assertThatThrownBy(() -> start(Map.of(
                        "comet.storage.directory",
                        folder.resolve("data").resolve("below").toString())))
                .isInstanceOf(CometException.class)
                .hasMessageContaining("cannot be used: ")
                .hasMessageNotContaining("Exception");
    }

    private CometNode start(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.putIfAbsent("comet.storage.directory", folder.resolve("data").toString());
        settings.put("comet.storage.free-min", "1MiB");
        return RealNode.startWith(settings);
    }

    private static Value value(CometNode node, String key) {
        return ((GetReply.Found) await(node.comet().get(key))).value();
    }
}
