package org.cometkv.examples.ticker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.cometkv.actors.Aso;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Value;
import org.cometkv.examples.ThreeNodes;
import org.cometkv.testkit.script.ScriptOutcome;
import org.cometkv.testkit.script.ScriptTester;
import org.junit.jupiter.api.Test;

class TickerTest {

    @Test
    void aQuoteIsPublishedUnderItsSymbol() {
        ScriptTester market = market();

        ScriptOutcome outcome = market.update(List.of("AAA", 5));

        assertThat(outcome.effects(Effect.Publish.class))
                .containsExactly(new Effect.Publish(
                        Value.list(Value.of("AAA"), Value.of(5)), Optional.of("AAA"), List.of("AAA")));
    }

    @Test
    void whatIsNoQuote_isRefused() {
        assertThat(market().update("AAA").isCompleted()).isFalse();
        assertThat(market().update(List.of(1, 2)).message()).isEqualTo("a quote is {symbol, price}");
    }

    @Test
    void onThreeNodesTheStoryIsAsPromised() {
        assertThat(ThreeNodes.tell(new Ticker())).contains("the screen showed");
    }

    private static ScriptTester market() {
        ScriptTester market = ScriptTester.of(Aso.script(new Ticker().script()));
        market.put();
        return market;
    }
}
