package io.convoy.lab;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The first class of a lab's Kafka process: formats the node's storage, unless that was done before, then becomes the
 * server. It runs without Convoy's class path, so it uses the JDK only and is one class without inner ones.
 */
public final class KafkaStarter {

    private KafkaStarter() {}

    /** Takes the file that formatted storage has, the server's properties, and what else the storage tool is to be told. */
    public static void main(String[] arguments) throws Exception {
        try {
            // The storage tool writes that file last, so half of a format is done again.
            if (Files.notExists(Path.of(arguments[0]))) {
                format(arguments[1], Arrays.asList(arguments).subList(2, arguments.length));
            }
            Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {arguments[1]});
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void format(String properties, List<String> rest) throws ReflectiveOperationException {
        List<String> words = new ArrayList<>(List.of("format", "--ignore-formatted", "--config", properties));
        words.addAll(rest);
        Object status = Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, words.toArray(new String[0]), System.out);
        if (!Integer.valueOf(0).equals(status)) {
            System.exit(1);
        }
    }
}
