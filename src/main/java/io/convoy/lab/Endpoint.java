package io.convoy.lab;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port on a node's own address. */
record Endpoint(String address, int port) {

    private static final int CONNECT_LIMIT_MILLIS = 1_000;

    boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_LIMIT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return address + ":" + port;
    }
}
