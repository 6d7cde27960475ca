package io.convoy.kafka;

import io.convoy.base.SecretReference;
import io.convoy.inventory.Endpoint;
import io.convoy.kafka.PromotionCourse.Next.Change;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.admin.ZooKeeperAdmin;
import org.apache.zookeeper.data.Stat;

/** What a ZooKeeper ensemble does for its super user only. Who that is is read each time anew and kept by nobody. */
final class EnsembleAdmin implements AutoCloseable {

    /** There never is one: what names it is refused, if not for a reason that comes first. */
    private static final long NO_VERSION = Long.MAX_VALUE;

    /** The number of a server that there never is either. */
    private static final String NOBODY = "1000";

    private static final int NO_ZNODE_VERSION = Integer.MAX_VALUE;

    private final ZooKeeperAdmin client;
    private final String login;

    private EnsembleAdmin(ZooKeeperAdmin client, String login) {
        this.client = client;
        this.login = login;
    }

    /** @throws NotLetInException where the secret is not to be had; its message names the reference only */
    static EnsembleAdmin of(List<Endpoint> servers, SecretReference credentials) {
        String login = "metadata.credentials (" + credentials + ")";
        byte[] secret = secret(credentials, login).getBytes(StandardCharsets.UTF_8);
        ZooKeeperAdmin client = ZooKeeperSession.open(servers, ZooKeeperAdmin::new);
        client.addAuthInfo("digest", secret);
        return new EnsembleAdmin(client, login);
    }

    private static String secret(SecretReference credentials, String login) {
        try {
            String secret = credentials.read(System.getenv());
            if (secret.indexOf(':') < 1) {
                throw new NotLetInException(login + " does not read user:password");
            }
            return secret;
        } catch (IllegalStateException e) {
            throw new NotLetInException(login + " cannot be used: " + e.getMessage());
        }
    }

    /**
     * Carries out one change.
     *
     * @throws UnreachableKafkaException also where it may have been carried out all the same: look
     */
    void carryOut(Change change) {
        try {
            client.reconfigure(
                    change.joining().orElse(null),
                    change.leaving().map(String::valueOf).orElse(null),
                    null,
                    change.version(),
                    new Stat());
        } catch (KeeperException e) {
            refusal(e.code()).ifPresent(objection -> {
                throw new NotLetInException(objection.toString());
            });
            throw new UnreachableKafkaException(
                    "ZooKeeper was asked for a reconfiguration, and whether it was done shows"
                            + " when it is looked at again",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while ZooKeeper reconfigures");
        }
    }

    /** Why it would not reconfigure for us; asked for in ways that change nothing, as they name versions that there never are. */
    Optional<Objection> objection() {
        return answered(() -> client.reconfigure((String) null, NOBODY, null, NO_VERSION, new Stat()))
                .or(() -> answered(() -> client.setData(ZooDefs.CONFIG_NODE, new byte[0], NO_ZNODE_VERSION)));
    }

    /** Asks something that is answered by an exception. */
    private interface Asking {
        Object ask() throws KeeperException, InterruptedException;
    }

    private Optional<Objection> answered(Asking asking) {
        try {
            throw new IllegalStateException("ZooKeeper has a version that there never is: " + asking.ask());
        } catch (KeeperException.BadVersionException | KeeperException.ReconfigInProgress e) {
            return Optional.empty();
        } catch (KeeperException e) {
            return Optional.of(refusal(e.code())
                    .orElseThrow(() -> new UnreachableKafkaException("Whether ZooKeeper may be reconfigured", e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableKafkaException("Interrupted while asking ZooKeeper");
        }
    }

    private Optional<Objection> refusal(KeeperException.Code code) {
        if (code == KeeperException.Code.RECONFIGDISABLED) {
            return Optional.of(
                    new Objection(
                            "ZooKeeper's leader does not reconfigure",
                            "Give every server of metadata.servers reconfigEnabled=true and restart them one by one, the leader last."));
        }
        return code == KeeperException.Code.NOAUTH
                ? Optional.of(new Objection(
                        login + " is not the super user of ZooKeeper",
                        "Give every server of metadata.servers"
                                + " -Dzookeeper.DigestAuthenticationProvider.superDigest with its digest and restart them one by"
                                + " one, or correct the credentials."))
                : Optional.empty();
    }

    @Override
    public void close() {
        ZooKeeperSession.close(client);
    }
}
