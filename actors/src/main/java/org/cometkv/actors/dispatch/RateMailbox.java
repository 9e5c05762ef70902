package org.cometkv.actors.dispatch;

import com.typesafe.config.Config;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pekko.actor.ActorRef;
import org.apache.pekko.actor.ActorSystem;
import org.apache.pekko.dispatch.AbstractNodeQueue;
import org.apache.pekko.dispatch.Envelope;
import org.apache.pekko.dispatch.MailboxType;
import org.apache.pekko.dispatch.MessageQueue;
import org.apache.pekko.dispatch.ProducesMessageQueue;
import org.cometkv.aso.Refusal;
import org.cometkv.timers.TokenBucket;
import scala.Option;

/**
 * The mailbox of an object: a token bucket and a bounded queue for {@link RatedRequest}s, and a lane for everything
 * else that is emptied first. Where others have used up rate or queue, changes have a share of a tenth more.
 *
 * <p>Its section of the configuration names another, {@code rate}, which holds {@code per-second, burst, queue}.
 * Lock-free; a refusal costs its sender, not the actor.
 */
public final class RateMailbox implements MailboxType, ProducesMessageQueue<RateMailbox.RequestQueue> {

    /** A first message of an actor that is given the actor's mailbox. */
    public interface MailboxAware {

        /** Gives the mailbox, on the sender's thread, before the actor sees the message. */
        void attach(RequestQueue queue);
    }

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** A second has no more nanoseconds to put requests at. */
    private static final int PER_SECOND_MAX = 1_000_000_000;

    /** One over the share of rate, burst and queue that changes have beside what they share with other requests. */
    private static final int CHANGES_DIVISOR = 10;

    private final int queueMax;
    private final int changesMax;
    private final long shareIntervalNanos;
    private final long shareToleranceNanos;
    private final long intervalNanos;
    private final long toleranceNanos;
    private final long drainMillis;
    private final String overRate;
    private final String overQueue;

    /**
     * The form of constructor that Pekko looks for; it need not be public.
     *
     * @throws IllegalArgumentException if a rate is out of its range
     */
    RateMailbox(ActorSystem.Settings settings, Config config) {
        // By its path and not by substitution, so that whatever is laid over a loaded configuration counts.
        this(settings.config().getConfig(config.getString("rate")));
    }

    private RateMailbox(Config rate) {
        this(rate.getInt("per-second"), rate.getInt("burst"), rate.getInt("queue"));
    }

    RateMailbox(int perSecond, int burst, int queueMax) {
        requireWithin("per-second", perSecond, PER_SECOND_MAX);
        requireWithin("burst", burst, Integer.MAX_VALUE);
        requireWithin("queue", queueMax, RequestQueue.CLOSED - 1);
        this.queueMax = queueMax;
        // Rounded up: never more than the rate.
        intervalNanos = ceil(NANOS_PER_SECOND, perSecond);
        toleranceNanos = intervalNanos * burst;
        changesMax = (int) Math.min(RequestQueue.CLOSED - 1, queueMax + (long) share(queueMax));
        shareIntervalNanos = intervalNanos * CHANGES_DIVISOR;
        shareToleranceNanos = shareIntervalNanos * share(burst);
        drainMillis = millis(intervalNanos * queueMax);
        overRate = "the object takes " + perSecond + " requests/s and a burst of " + burst;
        overQueue = "the object's queue is full; it holds " + queueMax + " requests";
    }

    @Override
    public RequestQueue create(Option<ActorRef> owner, Option<ActorSystem> system) {
        return new RequestQueue(this);
    }

    private static int share(int all) {
        return Math.max(1, all / CHANGES_DIVISOR);
    }

    private Refusal overRate(long waitNanos) {
        return Refusal.retry(Refusal.Reason.RATE_LIMITED, overRate, millis(waitNanos));
    }

    /** Nobody knows when the actor goes on; a full queue takes this long at the object's own rate. */
    private Refusal overQueue() {
        return Refusal.retry(Refusal.Reason.RATE_LIMITED, overQueue, drainMillis);
    }

    private static long millis(long nanos) {
        return Math.max(1, ceil(nanos, NANOS_PER_MILLI));
    }

    private static long ceil(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    private static void requireWithin(String name, int value, int most) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("a mailbox's " + name + " is " + value + "; it is 1 to " + most);
        }
    }

    /*
     * A million of these exist. It is itself the queue of the requests: Pekko's own many-producer queue (after Vyukov),
     * one node per message and one spare, which is what Pekko's default mailbox is made of too. An intrusive queue
     * would save the node, but what is queued is Pekko's Envelope, and that is final. Beside it: the bucket, one long;
     * the size, one int, since counting the nodes would make the bound linear; and the second queue, which most objects
     * never need and which therefore comes with the first message for it.
     */
    public static final class RequestQueue extends AbstractNodeQueue<Envelope> implements MessageQueue {

        private static final long serialVersionUID = 1L;

        /** A bucket that nothing was taken from: it is full at whatever instant comes first. */
        static final long UNTOUCHED = Long.MIN_VALUE;

        /** The size after the end: larger than any bound. */
        private static final int CLOSED = Integer.MAX_VALUE;

        /** Urgent requests that wait for one object. */
        private static final int URGENT_MAX = 16;

        private static final VarHandle ARRIVAL = field("arrival", long.class);
        private static final VarHandle QUEUED = field("queued", int.class);
        private static final VarHandle REFUSED = field("refused", int.class);
        private static final VarHandle CONTROL = field("control", Control.class);
        private static final VarHandle SHARE = field("share", ChangeShare.class);

        private final transient RateMailbox type;
        private volatile long arrival = UNTOUCHED;
        private volatile int queued;
        private volatile int refused;
        private transient volatile Control control;
        /** The rate of changes beside what they share with others; null until a change needs it. */
        private transient volatile ChangeShare share;

        private volatile boolean yields;
        private volatile boolean hasYielded;
        private volatile boolean isSlow;

        private RequestQueue(RateMailbox type) {
            this.type = type;
        }

        @Override
        public void enqueue(ActorRef receiver, Envelope envelope) {
            if (envelope.message() instanceof RatedRequest request) {
                admit(envelope, request);
                return;
            }
            if (envelope.message() instanceof MailboxAware message) {
                message.attach(this);
                // Nothing came before it, so that it need not be in a lane of its own to be the first.
                add(envelope);
                return;
            }
            control().add(envelope);
            if (envelope.message() instanceof YieldMessage) {
                yields = true;
            }
        }

        /**
         * The next control message, or else the next request.
         *
         * <p>Null once after a {@link YieldMessage}, and after every message of an object that is slowed: Pekko's
         * Mailbox then ends its turn, sees that there are messages, and hands itself to the dispatcher anew.
         */
        @Override
        public Envelope dequeue() {
            if (yields) {
                yields = false;
                hasYielded = true;
                return null;
            }
            Envelope next = urgent();
            if (next == null) {
                next = poll();
                if (next != null && next.message() instanceof RatedRequest) {
                    QUEUED.getAndAdd(this, -1);
                }
            }
            if (isSlow && next != null) {
                yields = true;
            }
            return next;
        }

        private Envelope urgent() {
            Control lane = control;
            Envelope next = lane == null ? null : lane.poll();
            if (next != null && next.message() instanceof RatedRequest) {
                lane.countOut();
            }
            return next;
        }

        /** How the object is to be queued for a thread; asked when it is. */
        HandlerPool.Turn turn() {
            if (isSlow) {
                return HandlerPool.Turn.SLOWED;
            }
            if (hasYielded) {
                hasYielded = false;
                return HandlerPool.Turn.YIELDED;
            }
            return HandlerPool.Turn.ORDINARY;
        }

        /** Whether the object shares what the slowed have of the time, from its next turn on. On the actor's thread. */
        public void slow(boolean isSlowed) {
            isSlow = isSlowed;
        }

        @Override
        public int numberOfMessages() {
            Control lane = control;
            int requests = queued;
            return (requests == CLOSED ? 0 : requests) + (lane == null ? 0 : lane.count());
        }

        @Override
        public boolean hasMessages() {
            Control lane = control;
            return !isEmpty() || lane != null && !lane.isEmpty();
        }

        /** Tells the requests; what else there is becomes dead letters. Runs on the actor's thread, as its last act. */
        @Override
        public void cleanUp(ActorRef owner, MessageQueue deadLetters) {
            // Whoever has counted itself in adds its request within a moment; whoever has not finds the end.
            int counted = (int) QUEUED.getAndSet(this, CLOSED);
            Control lane = control();
            int left = (counted == CLOSED ? 0 : counted) + lane.close();
            while (true) {
                Envelope each = poll();
                if (each == null) {
                    each = lane.poll();
                }
                if (each == null && left == 0) {
                    return;
                }
                if (each == null) {
                    Thread.onSpinWait();
                } else if (each.message() instanceof RatedRequest request) {
                    left--;
                    request.abandoned();
                } else {
                    deadLetters.enqueue(owner, each);
                }
            }
        }

        /** Requests that were refused so far. */
        public int refusals() {
            return refused;
        }

        private void admit(Envelope envelope, RatedRequest request) {
            if (request.isUrgent()) {
                Control lane = control();
                end(envelope, request, lane, lane.countIn(), URGENT_MAX);
                return;
            }
            int before = queued;
            // Only beyond what all requests share it matters which they are.
            int max = before < type.queueMax || !request.isChange() ? type.queueMax : type.changesMax;
            // A request that the queue has no room for should not spend the object's rate.
            if (before < max) {
                long waitNanos = take(request.arrivedNanos());
                if (waitNanos > 0 && request.isChange()) {
                    waitNanos = Math.min(waitNanos, share().take(request.arrivedNanos()));
                }
                if (waitNanos > 0) {
                    refuse(request, type.overRate(waitNanos));
                    return;
                }
                before = countIn(max);
            }
            end(envelope, request, this, before, max);
        }

        private void end(
                Envelope envelope, RatedRequest request, AbstractNodeQueue<Envelope> lane, int before, int max) {
            if (before < max) {
                lane.add(envelope);
            } else if (before == CLOSED) {
                request.abandoned();
            } else {
                refuse(request, type.overQueue());
            }
        }

        private void refuse(RatedRequest request, Refusal refusal) {
            REFUSED.getAndAdd(this, 1);
            request.refuse(refusal);
        }

        /** Takes one request from the bucket: 0, or the nanoseconds after which there is one again. */
        private long take(long now) {
            while (true) {
                long held = arrival;
                long from = held == UNTOUCHED ? now : held;
                long waitNanos = TokenBucket.waitNanos(from, now, type.intervalNanos, type.toleranceNanos);
                if (waitNanos > 0) {
                    return waitNanos;
                }
                long next = TokenBucket.admit(from, now, type.intervalNanos, type.toleranceNanos);
                if (ARRIVAL.compareAndSet(this, held, next)) {
                    return 0;
                }
            }
        }

        /** Makes room for one more and returns how many there were; at the bound or after the end it only looks. */
        private int countIn(int max) {
            while (true) {
                int before = queued;
                if (before >= max || QUEUED.compareAndSet(this, before, before + 1)) {
                    return before;
                }
            }
        }

        private ChangeShare share() {
            ChangeShare taken = share;
            if (taken == null) {
                ChangeShare created = new ChangeShare(type.shareIntervalNanos, type.shareToleranceNanos);
                ChangeShare existing = (ChangeShare) SHARE.compareAndExchange(this, null, created);
                taken = existing == null ? created : existing;
            }
            return taken;
        }

        private Control control() {
            Control lane = control;
            if (lane == null) {
                Control created = new Control();
                Control existing = (Control) CONTROL.compareAndExchange(this, null, created);
                lane = existing == null ? created : existing;
            }
            return lane;
        }

        private static VarHandle field(String name, Class<?> type) {
            try {
                return MethodHandles.lookup().findVarHandle(RequestQueue.class, name, type);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }

    /** The lane that is emptied first. Its urgent requests are counted, so that none is added after the end. */
    private static final class Control extends AbstractNodeQueue<Envelope> {

        private static final long serialVersionUID = 1L;

        private final AtomicInteger urgent = new AtomicInteger();

        /** Makes room for one more and returns how many there were; at the bound or after the end it only looks. */
        int countIn() {
            return urgent.getAndUpdate(before -> before < RequestQueue.URGENT_MAX ? before + 1 : before);
        }

        void countOut() {
            urgent.decrementAndGet();
        }

        /** Nothing is counted in any more; returns how many were, and are to be told. */
        int close() {
            int counted = urgent.getAndSet(RequestQueue.CLOSED);
            return counted == RequestQueue.CLOSED ? 0 : counted;
        }
    }
}
