package org.cometkv.examples.pubsub;

import static org.assertj.core.api.Assertions.assertThat;

import org.cometkv.actors.Aso;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class PubsubTest {

    @Test
    void aPutIsPublished_andANewcomerGetsTheLast() {
        ScriptTester topic = ScriptTester.of(Aso.script(new Pubsub().script()).with("value", "first"));
        topic.put();

        assertThat(topic.subscribe(ScriptTester.caller("ada"), null).value()).isEqualTo(Value.of("first"));
        assertThat(topic.update("news").published()).containsExactly(Value.of("news"));
        assertThat(topic.subscribe(ScriptTester.caller("ada"), null).value()).isEqualTo(Value.of("news"));
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Pubsub())).contains("one heard [nothing yet");
    }
}
