package org.cometkv.actors.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementTest {

    private record Owner(Said said, boolean isSuspect) implements Acknowledgement.Owner {}

    /**
     * Owners closest first: T taken, S superseded, A absent, R refused, B behind, L later, N not owner, G gone, -
     * nothing; small or _ if suspect.
     */
    @ParameterizedTest
    @CsvSource({
        "---, OPEN",
        "T--, OPEN",
        "TT-, ACKNOWLEDGED",
        "T-T, ACKNOWLEDGED",
        "-TT, OPEN",
        "_TT, ACKNOWLEDGED",
        "tT-, ACKNOWLEDGED",
        "_T-, OPEN",
        "TS-, OPEN",
        "TST, ACKNOWLEDGED",
        "TSS, BEHIND",
        "TS_, BEHIND",
        "S--, BEHIND",
        "sTT, ACKNOWLEDGED",
        "_S-, BEHIND",
        "TR-, OPEN",
        "TRT, ACKNOWLEDGED",
        "TRR, REFUSED",
        "R--, REFUSED",
        "RTT, REFUSED",
        "rTT, ACKNOWLEDGED",
        "-RR, REFUSED",
        "TL-, OPEN",
        "LTT, OPEN",
        "NTT, OPEN",
        "TGT, ACKNOWLEDGED",
        "TG-, OPEN",
        "AAA, ABSENT",
        "AA_, ABSENT",
        "A__, OPEN",
        "AA-, OPEN",
        "TAA, ACKNOWLEDGED",
        "TA-, OPEN",
        "TAT, ACKNOWLEDGED",
        "ATT, ACKNOWLEDGED",
        "ART, REFUSED",
        "ATR, REFUSED",
        "AAt, ACKNOWLEDGED",
        "T, ACKNOWLEDGED",
        "T-, OPEN",
        "__T, ACKNOWLEDGED",
    })
    void majority_withTheFirstThatIsNotSuspect(String said, Acknowledgement.Verdict verdict) {
        Acknowledgement rule = new Acknowledgement(owners -> said.equals("__T") ? 1 : owners / 2 + 1, false);

        assertThat(rule.verdict(owners(said), false, false)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "LTT, REFUSED",
        "NTT, REFUSED",
        "TLL, REFUSED",
        "TL-, OPEN",
        "TLT, ACKNOWLEDGED",
        "-TT, OPEN",
    })
    void atTheDeadline_whatWasRefusedForNowIsRefused(String said, Acknowledgement.Verdict verdict) {
        assertThat(majority(false).verdict(owners(said), false, true)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "T--, OPEN",
        "TT-, ACKNOWLEDGED",
        "TS-, OPEN",
        "TSR, REFUSED",
        "TRT, ACKNOWLEDGED",
        "B--, BEHIND",
        "S--, BEHIND",
        "TB-, OPEN",
        "TST, ACKNOWLEDGED",
        "TTS, ACKNOWLEDGED",
        "R--, REFUSED",
    })
    void ofAnEmptyKey_supersededIsNotTaken(String said, Acknowledgement.Verdict verdict) {
        assertThat(majority(true).verdict(owners(said), false, false)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({
        "false, ST-, ACKNOWLEDGED",
        "false, S--, OPEN",
        "true,  STT, REFUSED",
        "true,  B--, REFUSED",
    })
    void repeated_isNotRepeatedAgain(boolean isForEmptyKey, String said, Acknowledgement.Verdict verdict) {
        assertThat(majority(isForEmptyKey).verdict(owners(said), true, false)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"T--, OPEN", "TT-, ACKNOWLEDGED"})
    void ofAnEmptyKey_oneAckIsAMajorityAllTheSame(String said, Acknowledgement.Verdict verdict) {
        Acknowledgement rule = new Acknowledgement(owners -> 1, true);

        assertThat(rule.verdict(owners(said), false, false)).isEqualTo(verdict);
    }

    private static Acknowledgement majority(boolean isForEmptyKey) {
        return new Acknowledgement(owners -> owners / 2 + 1, isForEmptyKey);
    }

    private static List<Owner> owners(String said) {
        return Arrays.stream(said.split("")).map(AcknowledgementTest::owner).toList();
    }

    private static Owner owner(String letter) {
        Said said = switch (letter.toUpperCase(java.util.Locale.ROOT)) {
            case "T" -> Said.TAKEN;
            case "S" -> Said.SUPERSEDED;
            case "A" -> Said.ABSENT;
            case "R" -> Said.REFUSED;
            case "B" -> Said.BEHIND;
            case "L" -> Said.LATER;
            case "N" -> Said.NOT_OWNER;
            case "G" -> Said.GONE;
            default -> Said.NOTHING;
        };
        return new Owner(said, letter.matches("[a-z_]"));
    }
}
