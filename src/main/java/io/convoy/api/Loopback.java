package io.convoy.api;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What counts as this machine: as a request's authority, in an Origin header, as an address to listen on. */
final class Loopback {

    private static final Pattern NAME =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private Loopback() {}

    /** A page that had its own host name point here would name that host. */
    static boolean isNamed(@Nullable String authority) {
        return authority != null && NAME.matcher(authority).matches();
    }

    /** Browsers send it with everything that may change something; other clients do not send it. */
    static boolean isOrigin(@Nullable String originHeader) {
        if (originHeader == null) {
            return true;
        }
        try {
            return isNamed(URI.create(originHeader).getRawAuthority());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isAddress(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
