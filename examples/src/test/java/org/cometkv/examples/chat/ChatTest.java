package org.cometkv.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.Aso;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class ChatTest {

    @Test
    void aLineOf500BytesIsSaid_andALongerOneRefused() {
        ScriptTester room = ScriptTester.of(Aso.script(new Chat().script()));
        room.put();

        assertThat(room.update("x".repeat(500)).published()).hasSize(1);
        assertThat(room.update("x".repeat(501)).isRefused()).isTrue();
        assertThat(room.update("").isRefused()).isTrue();
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Chat())).contains("are you there?");
    }
}
