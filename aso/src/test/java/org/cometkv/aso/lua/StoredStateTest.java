package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import org.cometkv.aso.Caller;
import org.cometkv.aso.Event;
import org.cometkv.aso.Inbox;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Value;
import org.cometkv.routing.Coordinates;
import org.cometkv.routing.Key;
import org.cometkv.routing.NodeId;
import org.junit.jupiter.api.Test;

/** A state as an earlier build wrote it: images on disk and of nodes not yet upgraded must stay readable. */
class StoredStateTest {

    private static final String SCRIPT = """
            local frozen, other = { x = 1 }, {}
            aso.list, aso.other, aso.same, aso.upper = { 1, -5, 111, 2^31, 1.5, 'x', true, false }, other, other, frozen
            aso.map = setmetatable({ [2.5] = 'y', [true] = string.rep }, frozen)
            function aso:onGet(caller)
              self.caller, self.inbox, self.node = caller, caller.inbox, comet.lookup()[1]
              self.fresh = { 'no constant ' .. caller.ip }
              for i = 1, 20 do self.map['k' .. i] = i end
              for i = 5, 15 do self.map['k' .. i] = nil end
              return self.node.id
            end
            """;

    /** Changes with the prices of memory as well: the state tells how large it was. */
    private static final String STORED =
            "02000000000000002ac915ee099f02000a009308019008028e09028808038a08048d0b018c0dca978112ca1bbdcafac2"
                    + "31b39a23dc4da786eff8147c4e72b9807785afee48bb09612e6578616d706c65e83900850f545ea538461003efdc8c81"
                    + "c244531b003f6f26cfccf6c0073b3239fdedf49446ffffffffffffffff0000000000000007810e05696420c3a9083130"
                    + "2e302e302e31ffff0301800000000000000040000000000000003e112e0be826d69506777269746572018254c329a928"
                    + "50f6d539dd376f4816ee2764517da5e0235514af433164480d7a01545ea538461003efdc8c81c244531b003f6f26cfcc"
                    + "f6c0073b3239fdedf49446ffffffffffffffff0000000000000007545ea538461003efdc8c81c244531b003f6f26cfcc"
                    + "f6c0073b3239fdedf49446008307000100941200000008000012030903de010441e0000000000000043ff8000000000000"
                    + "9402010016090104400400000000000095020c0a737472696e672e72657005026b311205026b321305026b331405026b"
                    + "3415100b05036b31362105036b31372205036b31382305036b31392405036b32302501000005146e6f20636f6e737461"
                    + "6e742031302e302e302e3100";

    private static final NodeId NODE = NodeId.of("node");
    private static final Caller CALLER = new Caller(
            "id é",
            "10.0.0.1",
            65_535,
            Optional.of(new Coordinates(-0.0, 2, 1e-9)),
            "writer",
            Optional.of(Key.of("k")),
            Optional.of(new Inbox(NODE, -1, 7)),
            NODE,
            Optional.empty());

    @Test
    void state_isWrittenAsEver() {
        LuaObject object = LuaObject.of(SCRIPT);
        assertThat(object.handle(new Event.Get(CALLER, Value.NIL)).isCommitted())
                .isTrue();

        assertThat(HexFormat.of().formatHex(object.instance.encode())).isEqualTo(STORED);
    }

    @Test
    void storedState_isReadAsItWasWritten() {
        LuaObject copy = LuaObject.fresh(SCRIPT, Limits.DEFAULTS);
        byte[] stored = HexFormat.of().parseHex(STORED);

        assertThat(copy.end(copy.instance.restore(copy.scratch, copy.host, stored))
                        .isCommitted())
                .isTrue();
        assertThat(copy.instance.encode()).isEqualTo(stored);
    }
}
