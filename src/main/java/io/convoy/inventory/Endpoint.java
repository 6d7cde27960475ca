package io.convoy.inventory;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a TCP port, written {@code 10.2.0.1:9042}, {@code db.example.com:9042} or {@code [2001:db8::1]:9042}. */
public record Endpoint(String host, int port) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9._-]{0,252}[A-Za-z0-9])?");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*(%[A-Za-z0-9._-]+)?");
    private static final Pattern FORM = Pattern.compile("(?:\\[([^\\[\\]]+)]|([^:\\[\\]]+)):(\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    public Endpoint {
        host(host);
        port(port);
    }

    public static Endpoint parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(
                    shown(text) + " is not a host and a port: write 10.2.0.1:9042, name:9042 or [2001:db8::1]:9042");
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new Endpoint(host, Integer.parseInt(matcher.group(3)));
    }

    static String host(String text) {
        if (!HOST.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            throw new IllegalArgumentException(shown(text) + " is neither an IP address nor a host name");
        }
        return text;
    }

    static int port(int number) {
        if (number < 1 || number > HIGHEST_PORT) {
            throw new IllegalArgumentException(number + " is not a port: write a number from 1 to " + HIGHEST_PORT);
        }
        return number;
    }

    @Override
    public String toString() {
        return host.indexOf(':') < 0 ? host + ":" + port : "[" + host + "]:" + port;
    }

    /** Whoever writes {@code user:password@host} shall not find the password in a log. */
    private static String shown(String text) {
        return text.indexOf('@') < 0 ? Quoted.of(text) : "A text with '@'";
    }
}
