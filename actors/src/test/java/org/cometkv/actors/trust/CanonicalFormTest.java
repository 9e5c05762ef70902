package org.cometkv.actors.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import org.cometkv.actors.Aso;
import org.junit.jupiter.api.Test;

/** An object signed by its author. */
class CanonicalFormTest {

    @Test
    void aSignedObjectIsChangedNoMore() throws NoSuchAlgorithmException {
        Signer author =
                Signer.of(SigningKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair()));
        Aso signed = Aso.script("return 1").with("x", 1).signed(author, "key");

        assertThat(signed.signature().orElseThrow().forgery()).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> signed.with("y", 2))
                .withMessage("field 'y' is set after the object was signed; sign it last");
    }
}
