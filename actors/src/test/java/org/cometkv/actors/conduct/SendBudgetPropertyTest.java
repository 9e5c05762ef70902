package org.cometkv.actors.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.cometkv.actors.settings.CometSettings;

class SendBudgetPropertyTest {

    private static final CometSettings.Outgoing SETTINGS = new CometSettings.Outgoing(50, 100, 2_048, 65_536);

    /** Time passes, then a client's request of some size comes in, then the object tries to send. */
    record Move(long nanos, int earned, int requests, int bytes) {}

    private record Sent(long at, int requests, long bytes, int earned) {}

    @Property(tries = 500)
    void overAnyIntervalTheBoundsHold(@ForAll("moves") List<Move> moves, @ForAll boolean isLarge) {
        SendBudget credit = new SendBudget(SETTINGS, 0);
        int image = isLarge ? 100_000 : 1_000;
        credit.imageIs(image);
        List<Sent> log = new ArrayList<>();
        long now = 0;
        for (Move move : moves) {
            now += move.nanos();
            credit.earn(move.earned(), now);
            boolean isPaid = credit.pay(move.requests(), move.bytes(), now);
            log.add(new Sent(now, isPaid ? move.requests() : 0, isPaid ? move.bytes() : 0, move.earned()));
        }

        long burst = Math.max(65_536, 2L * image);
        for (int from = 0; from < log.size(); from++) {
            long requests = 0;
            long bytes = 0;
            long earned = 0;
            for (int to = from; to < log.size(); to++) {
                Sent sent = log.get(to);
                requests += sent.requests();
                bytes += sent.bytes();
                earned += sent.earned();
                double seconds = (sent.at() - log.get(from).at()) / 1e9;
                assertThat((double) requests).isLessThanOrEqualTo(100 + 50 * seconds + 1e-6);
                assertThat((double) bytes).isLessThanOrEqualTo(burst + earned + 2_048 * seconds + 1e-6);
            }
        }
    }

    @Property(tries = 100)
    void whatIsAllowedIsPaid(@ForAll("moves") List<Move> moves) {
        // Never refuses what a rate of half the allowed would send.
        SendBudget credit = new SendBudget(SETTINGS, 0);
        long now = 0;
        for (int i = 0; i < moves.size(); i++) {
            now += 1_000_000_000L;
            assertThat(credit.pay(25, 1_024, now)).isTrue();
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Long> nanos = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000), Arbitraries.longs().between(0, 5_000_000_000L));
        return Combinators.combine(
                        nanos,
                        Arbitraries.integers().between(0, 70_000),
                        Arbitraries.integers().between(0, 110),
                        Arbitraries.integers().between(0, 140_000))
                .as(Move::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60);
    }
}
