package io.convoy.hooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys with which messages to one receiver are signed, by the Standard Webhooks convention: {@code HMAC-SHA256(key,
 * id.timestamp.body)}. Every key signs, so that a receiver may change from one to the next while both are there.
 */
final class SigningKeys {

    static final SigningKeys NONE = new SigningKeys(List.of());

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> keys;

    private SigningKeys(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * Reads {@code whsec_} and the Base64 of 24 to 64 bytes, once or several times with white space between.
     *
     * @throws IllegalArgumentException where it is anything else; the message does not repeat it
     */
    static SigningKeys parse(String secret) {
        return new SigningKeys(Arrays.stream(secret.strip().split("\\s+"))
                .map(SigningKeys::key)
                .toList());
    }

    private static SecretKeySpec key(String text) {
        byte[] key = text.startsWith(PREFIX) ? decoded(text.substring(PREFIX.length())) : new byte[0];
        if (key.length < SHORTEST || key.length > LONGEST) {
            throw new IllegalArgumentException("a signing key is " + PREFIX + " and the Base64 of " + SHORTEST + " to "
                    + LONGEST + " random bytes; several are separated by white space");
        }
        return new SecretKeySpec(key, ALGORITHM);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            // Its message would show a character of the key.
            return new byte[0];
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The value of {@code webhook-signature}: {@code v1,} and the Base64 of the signature for each key. */
    String sign(String id, Instant at, byte[] body) {
        byte[] prefix = (id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + signature(key, prefix, body)).collect(Collectors.joining(" "));
    }

    private static String signature(SecretKeySpec key, byte[] prefix, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(prefix);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java knows " + ALGORITHM, e);
        }
    }
}
