package org.cometkv.aso.lua;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.LuaStrings;
import org.cometkv.routing.Key;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/** The part of {@code comet} that only tells or computes. */
final class CometFunctions {

    private static final int LOGGED_BYTES_MAX = 200;

    private CometFunctions() {}

    /** What differs between nodes, or concerns others, has to wait until the object exists. */
    static void requireEvent(BuiltinCall call) {
        if (call.run.loading) {
            throw LuaFault.of("the script's body may not call " + call.function.name);
        }
    }

    static LuaValue nodeId(BuiltinCall call) {
        call.meter.charge(Prices.HANDLE_TEXT);
        return call.text(call.run.host.self().id().toString());
    }

    static LuaValue key(BuiltinCall call) {
        Key key = call.run.instance.key;
        call.meter.charge(Prices.HANDLE_TEXT);
        if (call.isNoneOrNil(1)) {
            return call.text(key.toString());
        }
        int n = (int) call.checkNumber(1);
        if (n < 1 || n > Key.CHILD_MAX) {
            throw call.badArgument(1, "a child key is numbered 1 to " + Key.CHILD_MAX);
        }
        call.meter.charge((long) Prices.DIGEST * n);
        return call.text(key.child(n).toString());
    }

    static LuaValue sha256(BuiltinCall call) {
        return result(call, Key.digest(bytes(call, 1)).bytes());
    }

    static LuaValue hmac(BuiltinCall call) {
        byte[] secret = bytes(call, 1);
        byte[] text = bytes(call, 2);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            // An empty key is a key of zeros; the platform's key class does not take it.
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, "HmacSHA256"));
            return result(call, mac.doFinal(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] bytes(BuiltinCall call, int number) {
        LuaString text = call.checkString(number);
        call.meter.charge(Prices.DIGEST + (text.m_length >> Prices.COPIED_SHIFT));
        return Arrays.copyOfRange(text.m_bytes, text.m_offset, text.m_offset + text.m_length);
    }

    private static LuaValue result(BuiltinCall call, byte[] digest) {
        call.meter.allocate(Prices.STRING + (long) digest.length);
        return LuaString.valueUsing(digest);
    }

    static LuaValue log(BuiltinCall call) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= call.count && line.length() < LOGGED_BYTES_MAX; i++) {
            line.append(i > 1 ? "\t" : "")
                    .append(LuaStrings.decode(BaseFunctions.text(call.arg(i), call), LOGGED_BYTES_MAX));
        }
        call.meter.charge(Prices.LOGGED + (line.length() >> Prices.LOGGED_SHIFT));
        call.run.instance.logged(cut(line.toString()));
        return BuiltinCall.NONE;
    }

    /** As many whole characters as fit, by the bytes that they have where the log goes. */
    private static String cut(String line) {
        CharBuffer rest = CharBuffer.wrap(line);
        StandardCharsets.UTF_8.newEncoder().encode(rest, ByteBuffer.allocate(LOGGED_BYTES_MAX), true);
        return line.substring(0, rest.position());
    }
}
