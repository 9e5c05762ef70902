package org.cometkv.aso.lua;

import java.util.ArrayList;
import java.util.List;
import org.cometkv.aso.Effect;
import org.cometkv.aso.Event;
import org.cometkv.aso.Host;
import org.cometkv.aso.Limits;
import org.cometkv.aso.Question;
import org.cometkv.aso.Reply;
import org.cometkv.aso.Value;
import org.cometkv.aso.lua.metering.LuaFault;
import org.cometkv.aso.lua.metering.Prices;
import org.cometkv.aso.lua.text.RandomState;
import org.luaj.vm2.LuaString;
import org.luaj.vm2.LuaValue;

/**
 * One event in progress: its frames, what it may still spend, what it changed and what it asks of the host.
 *
 * <p>Used again for the next event, unless it waits: then it stays with its event, and {@link Scratch} makes another.
 * Not thread-safe; owned by a {@link Scratch} or by the event.
 */
final class EventRun extends Meter {

    private static final int FRAMES_KEPT = 64;

    final ValueBridge values = new ValueBridge(this);
    final BuiltinCall call;

    /** The lowest frame: the event itself, where the results of its function arrive. */
    final Frame entry = new Frame(null);

    Frame frame = entry;
    int deepest;

    Instance instance;
    private long now;
    private boolean knowsNow;
    Host host;
    Limits limits;

    /** The object's random numbers as they were before the event took one; null while it has taken none. */
    private RandomState randomBefore;

    private RandomState chunkRandom;
    Event event;

    /** What is to overlay {@code aso} after the chunk; null unless an object is created. */
    Value.Table fields;

    /** The stored state that is to replace {@code aso} after the chunk; null unless an object is restored. */
    byte[] state;

    /** The bounds on the size of that state, as they stand in it. */
    long heapBound;

    long heapAtWalk;
    long encodedAtWalk;

    /** Whether this is the chunk itself, as an object is made. */
    boolean loading;

    /** Whether the event wrote what the host goes by, or deleted an entry; as of the commit. */
    boolean wroteReserved;

    boolean deleted;

    /** Whether it attached a table that was part of the state before; as of the commit. */
    boolean reattached;

    /** The functions that the chunk made so far, in order; null unless it is running. */
    List<Closure> chunkClosures;

    /** The function made last: an equal one is the same, as in 5.2. */
    Closure lastMade;

    /** What the event did so far to be performed at its end. */
    final List<Effect> effects = new ArrayList<>(0);

    int recorded;
    int answers;
    Question question;

    /** What {@code comet.redirect} gave last; null if it was not called. */
    LuaString redirect;

    Reply reply;

    /** Whether it has waited, and whether the state was walked at one of its waits. */
    boolean hasWaited;

    boolean measured;

    /** The value of an error that nothing caught. */
    LuaValue error;

    /** The object's globals as they were before the event changed them, or as it left them while it waits; or null. */
    private Table globalsAside;

    /** Variables of the chunk that the event changed, and the values that these had, or are to have while it waits. */
    private final List<UpValue> variables = new ArrayList<>(0);

    private final List<LuaValue> valuesAside = new ArrayList<>(0);

    /** Whether globals and variables are as they were before the event, and what it made of them is aside. */
    private boolean isAside;

    EventRun(long hashSeed) {
        this.hashSeed = hashSeed;
        journal = new Journal();
        call = new BuiltinCall(this);
    }

    /** Begins an event with its whole budget. */
    void begin(Instance owner, Host at, Limits bounds) {
        instance = owner;
        host = at;
        limits = bounds;
        fuel = bounds.fuel();
        reserve = 0;
        refill();
        allocation = bounds.allocation();
        randomBefore = null;
        deepest = 0;
        knowsNow = false;
        entry.paid = 0;
    }

    /** The node's time, one for the whole event; the clock is read when a script asks first, which most never do. */
    long now() {
        if (!knowsNow) {
            now = host.systemTimeMillis();
            knowsNow = true;
        }
        return now;
    }

    /** The object's random numbers, as they are to be again should the event fail. */
    RandomState random() {
        if (loading) {
            // The body's are those of the key alone, so that it does the same on every node.
            if (chunkRandom == null) {
                chunkRandom = new RandomState(instance.key.a());
            }
            return chunkRandom;
        }
        if (randomBefore == null) {
            randomBefore = instance.random;
            instance.random = new RandomState(randomBefore.word());
        }
        return instance.random;
    }

    /** Begins the next slice. */
    void refill() {
        int rest = fuel + reserve;
        fuel = Math.min(limits.slice(), rest);
        reserve = rest - fuel;
    }

    int fuelUsed() {
        return limits.fuel() - Math.max(0, fuel + reserve);
    }

    int allocated() {
        return limits.allocation() - allocation;
    }

    /**
     * The frame above the current one, charged where the event is deeper, or a frame larger, than it ever was: by what
     * this event did, never by what a pooled frame already has.
     */
    Frame above(int size) {
        Frame next = frame.above;
        if (next == null) {
            next = new Frame(frame);
            frame.above = next;
        }
        if (next.depth > deepest) {
            if (next.depth > limits.depth()) {
                throw LuaFault.of("stack overflow");
            }
            allocate(Prices.FRAME + (long) Prices.REGISTER * size);
            next.paid = size;
            deepest = next.depth;
        } else if (size > next.paid) {
            pay(next, size);
        }
        return next;
    }

    /** Charges for registers that a frame did not have in this event so far. */
    void pay(Frame f, int size) {
        if (size > f.paid) {
            allocate((long) Prices.REGISTER * (size - f.paid));
            f.paid = size;
        }
    }

    /** Room for so many registers in a frame, charged beyond the few that every frame has above its own. */
    LuaValue[] room(Frame f, int size) {
        if (size > f.paid + Frame.SCRATCH) {
            pay(f, size);
        }
        return f.room(size);
    }

    /** Pushes the frame of a library function with its arguments; the caller says where the results go. */
    void push(BuiltinCall from, Builtin.Body step, Builtin.Body catcher) {
        Frame next = above(from.count);
        LuaValue[] to = next.room(Math.max(from.count, 1));
        System.arraycopy(from.registers, from.first, to, 0, from.count);
        next.closure = null;
        next.step = step;
        next.catcher = catcher;
        next.top = from.count;
        next.open = null;
        frame = next;
    }

    /** Keeps the value of a chunk's variable that the event is about to overwrite for the first time. */
    void keep(UpValue variable) {
        allocate(Prices.KEPT_VARIABLE);
        variable.kept = true;
        variables.add(variable);
        valuesAside.add(variable.get());
    }

    @Override
    void keepGlobals() {
        if (globalsAside == null && !loading) {
            globalsAside = instance.globals.copied(this);
        }
    }

    /** Charges what the exchange of globals and chunk variables takes at a wait and after it. */
    void chargeExchange() {
        charge(variables.size() >> Prices.WALKED_SHIFT);
    }

    /** Exchanges what the event made of globals and chunk variables with what they were: at a wait, and after it. */
    void exchange() {
        isAside = !isAside;
        if (globalsAside != null) {
            instance.globals.exchange(globalsAside);
        }
        for (int i = 0; i < variables.size(); i++) {
            UpValue variable = variables.get(i);
            variable.set(valuesAside.set(i, variable.get()));
            variable.kept = !variable.kept;
        }
    }

    /** Puts globals and chunk variables back as they were. */
    void putBack() {
        if (globalsAside != null || !variables.isEmpty()) {
            if (!isAside) {
                exchange();
            }
            globalsAside = null;
            variables.clear();
            valuesAside.clear();
        }
        isAside = false;
    }

    /** Takes back all that the event has done since it last waited. */
    void undo() {
        journal.rollBack();
        putBack();
        if (randomBefore != null) {
            instance.random = randomBefore;
        }
        effects.clear();
    }

    /** Bytes that the event holds while it waits: what it was charged for, and its registers beyond that. */
    int held() {
        long bytes = allocated();
        for (Frame f = frame; f != null; f = f.below) {
            bytes += Frame.BYTES + 4L * f.registers.length;
        }
        return (int) bytes;
    }

    /** Keeps what the event did so far, and lets go of the memory that earlier events left here, before a wait. */
    void release() {
        hasWaited = true;
        randomBefore = null;
        frame.above = null;
        journal.release();
        call.clear();
    }

    List<Effect> takeEffects() {
        if (effects.isEmpty()) {
            return List.of();
        }
        List<Effect> taken = List.copyOf(effects);
        effects.clear();
        return taken;
    }

    /**
     * Lets go of all that the event used, so that the next one can neither see nor hold it.
     *
     * @return whether the next one may have this run: not after what is rare and leaves more behind
     */
    boolean end() {
        if (loading || hasWaited || question != null || error != null) {
            return false;
        }
        entry.clearRegisters();
        for (Frame f = entry.above; f != null && f.depth <= deepest; f = f.above) {
            f.clear();
            if (f.depth >= FRAMES_KEPT) {
                f.above = null;
            }
        }
        frame = entry;
        entry.top = 0;
        if (call.registers != null) {
            call.clear();
        }
        if (journal.size > 0) {
            journal.clear();
        }
        instance = null;
        host = null;
        event = null;
        lastMade = null;
        recorded = 0;
        answers = 0;
        redirect = null;
        return true;
    }
}
