package io.convoy.cassandra;

/**
 * One client connection of one node ({@code system_views.clients}).
 *
 * @param node the node that it is connected to
 * @param requests requests it has made on this connection
 * @param superuser whether its role is a superuser, whom guardrails do not bind
 */
record ClientConnection(
        String node, String client, int port, String username, String driver, long requests, boolean superuser) {}
