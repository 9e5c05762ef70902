package org.cometkv.testkit.network;

import java.util.List;
import org.cometkv.actors.wire.Wire;

/** The rule of what arrives in place of a frame, for tests that weaken what nodes do with frames. */
public interface FrameRule {

    /** The rule that frames arrive as they are. */
    FrameRule AS_IT_IS = (from, to, isPaused, frame) -> List.of(frame);

    /**
     * The frames that arrive in place of this one, in order; none if it is to be lost.
     *
     * @param isPaused whether the node that it arrives at is paused
     */
    List<Wire.Frame> arriving(int from, int to, boolean isPaused, Wire.Frame frame);
}
