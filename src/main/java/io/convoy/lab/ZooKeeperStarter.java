package io.convoy.lab;

import java.lang.reflect.InvocationTargetException;

/**
 * The first class of a lab's ZooKeeper process, which becomes the server. It runs without Convoy's class path, so it uses the
 * JDK only.
 */
public final class ZooKeeperStarter {

    private ZooKeeperStarter() {}

    /** Takes the server's configuration file. */
    public static void main(String[] arguments) throws Exception {
        try {
            Class.forName("org.apache.zookeeper.server.quorum.QuorumPeerMain")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) arguments);
        } catch (InvocationTargetException e) {
            e.printStackTrace();
            System.exit(1);
        }
    }
}
