package io.convoy.lab;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class of a lab's MirrorMaker process, which becomes the server. It runs without Convoy's class path, so it uses the
 * JDK only.
 */
public final class MirrorMakerStarter {

    private MirrorMakerStarter() {}

    /** Takes the server's properties. */
    public static void main(String[] arguments) throws Exception {
        try {
            Class.forName("org.apache.kafka.connect.mirror.MirrorMaker")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
