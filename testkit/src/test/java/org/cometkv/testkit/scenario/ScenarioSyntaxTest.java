package org.cometkv.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text that is no scenario is refused with its line, what is there and what may be. */
class ScenarioSyntaxTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "nodes 101                          ! line 1: the number of nodes is a number from 1 to 100, not \"101\"",
                "nodes 0                            ! line 1: the number of nodes is a number from 1 to 100, not \"0\"",
                "seed x                             ! line 1: a seed is a whole number of 64 bits, not \"x\"",
                "set a                              ! line 1: a setting is as in: set comet.requests.timeout = 5s",
                "node 100 get k                     ! line 1: a node is a number from 0 to 99, not \"100\"",
                "node 0 jump k                      ! line 1: \"jump\" is nothing that is done at a node",
                "node 0 get                         ! line 1: a key is missing",
                "node 0 get k nil more              ! line 1: nothing follows here, but \"more\" does",
                "node 0 put k                       ! line 1: a value is missing",
                "node 0 put k word                  ! line 1: \"word\" is no value",
                "node 0 put k {1, nil}              ! line 1: a table holds no nil",
                "node 0 put k \"a\\q\"              ! line 1: an escape is",
                "node 0 put k \"open                ! line 1: a \" is missing before \"\"",
                "node 0 put k object none           ! line 1: no object none is described above; there are []",
                "node 0 flood k 0                   ! line 1: a flood is a number from 1 to 1000000, not \"0\"",
                "drop 0 1 101%                      ! line 1: a share is from 1% to 100%, not \"101%\"",
                "drop 0 1 5% Put                    ! line 1: the kind of what is lost is a word such as put or hello, not \"Put\"",
                "drop 0 1 0%                        ! line 1: a share is from 1% to 100%, not \"0%\"",
                "cut 1 1                            ! line 1: a connection is of two nodes, not of 1 with itself",
                "partition 0 | 0                    ! line 1: node 0 is in two groups",
                "partition 0 |                      ! line 1: a group of a partition is of one node or more",
                "advance -1s                        ! line 1: time goes forward: -1s is below 0ms",
                "advance 1                          ! line 1: a time is as 250ms, 3s, 2m or 1h, at most 8760h, not \"1\"",
                "advance 8761h                      ! line 1: a time is as 250ms, 3s, 2m or 1h, at most 8760h",
                "heal all for 1s                    ! line 1: only cut, partition, slow, drop, duplicate, pause, crash and leave",
                "pause 1 for                        ! line 1: a time is as 250ms",
                "await more                         ! line 1: what is awaited is replies or quiet, not \"more\"",
                "read it                            ! line 1: what is read is all, not \"it\"",
                "dance                              ! line 1: \"dance\" is no command",
                "calm                               ! line 1: a scenario says how many nodes there are, as in: nodes 3"
            })
    void aLineThatIsNone_isNamed(String line, String message) {
        assertThatThrownBy(() -> ScenarioFile.parse(line))
                .isInstanceOf(ScenarioSyntaxException.class)
                .hasMessageStartingWith(message);
    }
}
