package org.cometkv.actors.pekko;

import java.security.SecureRandom;
import org.cometkv.actors.seam.Chance;

/** Chance in production: the system's own source of secrets. */
public final class SecureChance implements Chance {

    private final SecureRandom random = new SecureRandom();

    @Override
    public long next() {
        return random.nextLong();
    }
}
