package org.cometkv.aso.lua;

import java.util.Arrays;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.luaj.vm2.LuaInteger;
import org.luaj.vm2.LuaValue;

/**
 * {@code table.sort}: a bottom-up merge sort of the list, cut at each comparison.
 *
 * <p>It compares n log n times whatever the comparator answers, and writes to the table once, at its end.
 */
final class SortRun {

    private static final int UNCHECKED_MAX = 3;

    private final Table table;
    private final LuaValue comparator;
    private LuaValue[] from;
    private LuaValue[] to;
    private int width = 1;
    private int left;
    private int leftEnd;
    private int right;
    private int rightEnd;
    private int out;

    /** Made once, because it goes on after each comparison. */
    private final Builtin.Body answered = this::answered;

    /** Whether it sorts all of the list; {@code __len} may say that it is shorter, or that it goes on behind a hole. */
    private final boolean isList;

    SortRun(Meter meter, Table table, int length, LuaValue comparator) {
        this.table = table;
        this.comparator = comparator;
        this.from = Arrays.copyOf(table.list, length);
        this.to = new LuaValue[length];
        isList = length == table.count;
        for (int i = table.count; i < length; i++) {
            meter.charge(1);
            from[i] = table.get(meter, LuaInteger.valueOf(i + 1));
        }
    }

    LuaValue begin(BuiltinCall call) {
        begin(0);
        return merge(call);
    }

    private LuaValue answered(BuiltinCall call) {
        take(call.arg(1).toboolean());
        return merge(call);
    }

    private LuaValue merge(BuiltinCall call) {
        while (true) {
            while (left == leftEnd || right == rightEnd) {
                if (finishRun(call.meter)) {
                    return check(call);
                }
            }
            call.meter.charge(Prices.SORTED);
            LuaValue x = from[right];
            LuaValue y = from[left];
            int order = comparator == null ? ComparisonOps.raw(call.meter, false, x, y) : ComparisonOps.UNDECIDED;
            if (order == ComparisonOps.UNDECIDED) {
                return call.invoke(answered, comparator == null ? metamethod(call.meter, x, y) : comparator, x, y);
            }
            take(order == ComparisonOps.TRUE);
        }
    }

    private static LuaValue metamethod(Meter meter, LuaValue x, LuaValue y) {
        LuaValue handler = Metatables.ofEither(meter, x, y, InternedNames.LT);
        if (handler == LuaValue.NIL) {
            throw Faults.compare(x, y);
        }
        return handler;
    }

    private void take(boolean fromRight) {
        to[out++] = fromRight ? from[right++] : from[left++];
    }

    /** Sets the two runs to merge that begin here. */
    private void begin(int start) {
        left = out = start;
        leftEnd = right = Math.min(start + width, from.length);
        rightEnd = Math.min(leftEnd + width, from.length);
    }

    /** Copies what is left of two runs and goes to the next; whether the whole list is sorted. */
    private boolean finishRun(Meter meter) {
        int rest = leftEnd - left + rightEnd - right;
        meter.charge(1 + (rest >> Prices.MOVED_SHIFT));
        System.arraycopy(from, left, to, out, leftEnd - left);
        System.arraycopy(from, right, to, out + leftEnd - left, rightEnd - right);
        if (rightEnd < from.length) {
            begin(rightEnd);
            return false;
        }
        LuaValue[] merged = to;
        to = from;
        from = merged;
        width *= 2;
        begin(0);
        return width >= from.length;
    }

    /*
     * A merge sort ends whatever the comparator says, where the original's quicksort runs out of the list. One more
     * question finds the commonest mistake, a comparator that says yes to everything or to equals: in a sorted list the
     * last is not before the first. Short lists are left alone, as the original leaves them.
     */
    private LuaValue check(BuiltinCall call) {
        if (comparator == null || from.length <= UNCHECKED_MAX) {
            return done(call);
        }
        call.meter.charge(Prices.SORTED);
        return call.invoke(this::checked, comparator, from[from.length - 1], from[0]);
    }

    private LuaValue checked(BuiltinCall call) {
        if (call.arg(1).toboolean()) {
            throw LuaFault.of("invalid order function for sorting");
        }
        return done(call);
    }

    private LuaValue done(BuiltinCall call) {
        if (!isList) {
            for (int i = 0; i < from.length; i++) {
                call.meter.charge(1);
                table.set(call.meter, LuaInteger.valueOf(i + 1), from[i]);
            }
            return BuiltinCall.NONE;
        }
        if (table.count != from.length) {
            throw LuaFault.of("the table was changed while it was sorted");
        }
        table.replaceList(call.meter, from);
        return BuiltinCall.NONE;
    }
}
