package io.convoy.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where a process listens, by the word of the operating system. */
final class ListeningSockets {

    private ListeningSockets() {}

    /** As {@code address:port}; an IPv6 address stays in hexadecimal digits. */
    static List<String> of(long pid) throws IOException {
        Set<String> own;
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            own = descriptors.map(ListeningSockets::target).collect(Collectors.toSet());
        }
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .flatMap(ListeningSockets::table)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(columns -> columns[3].equals("0A") && own.contains("socket:[" + columns[9] + "]"))
                .map(columns -> readable(columns[1]))
                .toList();
    }

    private static Stream<String> table(String file) {
        try {
            return Files.readAllLines(Path.of(file)).stream().skip(1);
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return "closed meanwhile";
        }
    }

    private static String readable(String local) {
        String[] parts = local.split(":", -1);
        int port = Integer.parseInt(parts[1], 16);
        if (parts[0].length() != 8) {
            return parts[0] + ":" + port;
        }
        long word = Long.parseLong(parts[0], 16);
        return "%d.%d.%d.%d:%d".formatted(word & 255, word >> 8 & 255, word >> 16 & 255, word >> 24, port);
    }
}
