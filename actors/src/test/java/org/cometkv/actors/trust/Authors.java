package org.cometkv.actors.trust;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.cometkv.routing.Key;

/** Key pairs of RFC 8032, and what they sign. */
public final class Authors {

    public static final SigningKey AUTHOR = key(
            "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
            "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    public static final SigningKey STRANGER = key(
            "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
            "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    public static final SigningKey ISSUER = key(
            "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
            "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");

    /** The setting of a node that trusts the issuer. */
    public static final String TRUST = "comet.trust.issuers = [\"" + ISSUER.identity() + "\"]";

    static final byte[] SALT = "salt".getBytes(StandardCharsets.UTF_8);
    public static final Key OWNED = AUTHOR.identity().key(SALT);
    public static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    public static final Grant GRANT = grant(new Rights(true, 2, 100, Map.of()));

    private Authors() {}

    /** The issuer's grant to the author, for all keys and long. */
    public static Grant grant(Rights rights) {
        return Grant.issue(ISSUER, AUTHOR.identity(), KeyPrefix.ALL, rights, FAR);
    }

    /** The author, owning {@link #OWNED}. */
    public static Signer signer() {
        return Signer.of(AUTHOR).salt(SALT);
    }

    public static Signer signer(Grant grant) {
        return Signer.of(AUTHOR).grant(grant);
    }

    private static SigningKey key(String seed, String identity) {
        return SigningKey.of(HexFormat.of().parseHex(seed), Identity.parse(identity));
    }
}
