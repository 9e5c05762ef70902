package org.cometkv.aso.lua;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Limit;
import org.cometkv.aso.Outcome;
import org.cometkv.aso.Result;
import org.cometkv.aso.Value;
import org.junit.jupiter.api.Test;

/** What scripts hand to the functions of {@code comet}, and what comes to handlers, at its bounds. */
class CometFunctionsTest {

    @Test
    void aLineOfTheLog_hasTwoHundredBytes_andEndsWithAWholeCharacter() {
        for (String character : new String[] {"x", "\u00e9", "\u20ac", "\ud83d\ude00", "\\255"}) {
            LuaObject object = LuaObject.of("function onGet() comet.log(('" + character + "'):rep(199), 'end') end");

            object.get();

            String line = object.instance.log().get(0);
            assertThat(line.getBytes(StandardCharsets.UTF_8)).as(character).hasSizeBetween(197, 200);
            assertThat(new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(line);
        }
    }

    @Test
    void aTimersName_isTextInUtf8_soThatItComesBackAsItWas() {
        LuaObject object = LuaObject.of("function onGet(caller, name) return comet.after(name, 5) end");

        Outcome text = object.get(Value.of("\u20ac\0"));
        Outcome bytes = object.get(Value.of(new byte[] {(byte) 0xff}));

        assertThat(text.effects()).containsExactly(new Effect.After("\u20ac\0", 5_000));
        assertThat(((Result.Faulted) bytes.result()).message()).contains("a timer's name is text in UTF-8");
    }

    @Test
    void aLimitIsTheHandlers_unlessTheRequestOrTheValueBrokeIt() {
        LuaObject object = LuaObject.of("""
                function onGet(caller, request) local t = {} while true do t[#t + 1] = {} end end
                """);
        Value heavy = Value.list(Collections.nCopies(60_000, Value.of(true)).toArray(Value[]::new));

        Result.Exceeded ofRequest = (Result.Exceeded)
                object.handle(new Event.Get(LuaObject.CALLER, heavy)).result();
        LuaObject large = LuaObject.of("aso.value = ('x'):rep(70000)");
        Result.Exceeded ofValue = (Result.Exceeded) large.get().result();
        Result.Exceeded ofHandler = (Result.Exceeded) object.get().result();

        assertThat(ofRequest.limit()).isEqualTo(Limit.ALLOCATION);
        assertThat(ofRequest.isWithoutHandler()).isTrue();
        assertThat(ofValue.limit()).isEqualTo(Limit.ANSWER);
        assertThat(ofValue.isWithoutHandler()).isTrue();
        assertThat(ofHandler.isWithoutHandler()).isFalse();
    }
}
