package org.cometkv.aso;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void text_comparesAsTheVersionDoes() {
        NodeId first = NodeId.of("one").compareTo(NodeId.of("two")) < 0 ? NodeId.of("one") : NodeId.of("two");
        NodeId second = first.equals(NodeId.of("one")) ? NodeId.of("two") : NodeId.of("one");
        List<Version> rising = List.of(
                new Version(0, first),
                new Version(9, second),
                new Version(16, first),
                new Version(16, second),
                new Version(1_700_000_000_000L << Version.COUNTER_BITS, first),
                new Version(-1, first));

        assertThat(rising).isSorted();
        assertThat(rising.stream().map(Version::text)).isSorted();
        assertThat(new Version(255, first).text()).isEqualTo("00000000000000ff-" + first);
    }
}
