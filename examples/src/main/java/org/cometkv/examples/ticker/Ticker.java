package org.cometkv.examples.ticker;

import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cometkv.actors.Aso;
import org.cometkv.actors.Delivery;
import org.cometkv.actors.SlowPolicy;
import org.cometkv.actors.SubscribeOptions;
import org.cometkv.actors.Subscriber;
import org.cometkv.actors.Subscription;
import org.cometkv.aso.Value;
import org.cometkv.examples.story.Application;
import org.cometkv.examples.story.Story;

/** A market ticker: a screen that shows the latest price of each symbol, and no more than it can. */
public class Ticker implements Application {

    private static final int QUOTES = 200;
    private static final String[] SYMBOLS = {"AAA", "BBB", "CCC", "DDD"};

    @Override
    public String name() {
        return "ticker";
    }

    @Override
    public String summary() {
        return "the latest price of each symbol, as often as a screen can show it";
    }

    @Override
    public OptionalInt talkLines() {
        return OptionalInt.empty();
    }

    @Override
    public void tell(Story story) {
        String market = story.key("market");
        story.put(0, market, Aso.script(script()));
        Screen all = new Screen();
        Screen one = new Screen();
        story.say("A screen takes 20 prices a second, another one every price of AAA alone:");
        SubscribeOptions slow = SubscribeOptions.DEFAULT.maxRate(20).whenSlow(SlowPolicy.CONFLATE);
        Subscription first = story.await(story.node(1).subscribe(market, Value.NIL, slow, all));
        Value symbols = Value.list(Value.of("AAA"));
        Subscription second = story.await(story.node(1).subscribe(market, symbols, SubscribeOptions.DEFAULT, one));

        story.say("%d quotes of %d symbols, as fast as they go:", QUOTES, SYMBOLS.length);
        for (int i = 1; i <= QUOTES; i++) {
            String symbol = SYMBOLS[i % SYMBOLS.length];
            story.await(story.node(0).update(market, Value.list(Value.of(symbol), Value.of(i))));
        }
        story.eventually(
                "the last price of each symbol",
                () -> all.latest.size() == SYMBOLS.length
                        && all.latest.values().stream().allMatch(price -> price > QUOTES - SYMBOLS.length));
        story.eventually("every price of AAA", () -> one.shown.get() == QUOTES / SYMBOLS.length);
        story.line("the screen showed %d prices and skipped %d", all.shown.get(), all.skipped.get());
        Story.expect(one.latest.keySet().equals(Set.of("AAA")), "the other one saw AAA only");
        first.close();
        second.close();
    }

    /** Shows prices. */
    private static final class Screen implements Subscriber {
        private final Map<String, Double> latest = new ConcurrentHashMap<>();
        private final AtomicInteger shown = new AtomicInteger();
        private final AtomicInteger skipped = new AtomicInteger();

        @Override
        public CompletionStage<?> onMessage(Delivery.Message message) {
            Value.Table quote = (Value.Table) message.value();
            latest.put(quote.listed(0).asText(), quote.listed(1).asDouble());
            skipped.addAndGet(message.skipped());
            shown.incrementAndGet();
            return CompletableFuture.completedFuture(null);
        }
    }
}
