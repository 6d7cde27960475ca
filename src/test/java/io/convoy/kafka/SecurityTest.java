package io.convoy.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.convoy.base.SecretReference;
import io.convoy.inventory.KafkaSecurity;
import io.convoy.inventory.KafkaSecurity.Mechanism;
import io.convoy.inventory.KafkaSecurity.Protocol;
import io.convoy.inventory.KafkaSecurity.Store;
import io.convoy.plan.KafkaStep.JoinBrokers;
import io.convoy.plan.PlannedBroker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.junit.jupiter.api.Test;

/** How Convoy, MirrorMaker and new brokers are let in, and what is said of it. */
class SecurityTest {

    private static final SecretReference LOGIN = new SecretReference("env:CLICKS");
    private static final KafkaSecurity SCRAM = new KafkaSecurity(
            Protocol.SASL_SSL,
            Optional.of(Mechanism.SCRAM_SHA_512),
            Optional.of(new Store(
                    new SecretReference("file:/etc/trust.p12"), Optional.of(new SecretReference("file:/etc/trust")))),
            Optional.empty());

    @Test
    void anyPasswordReachesKafkaAsItIs() {
        String password = "a\"b\\c:d;e'f ${x}";
        KafkaSecurity plain = new KafkaSecurity(
                Protocol.SASL_PLAINTEXT, Optional.of(Mechanism.PLAIN), Optional.empty(), Optional.empty());

        Map<String, Object> settings = new ClientSettings(Map.of("CLICKS", "us\\er:" + password + "\n")).of(way(plain));

        Password login = new Password((String) settings.get("sasl.jaas.config"));
        assertThat(JaasContext.loadClientContext(Map.of("sasl.jaas.config", login))
                        .configurationEntries()
                        .get(0)
                        .getOptions())
                .isEqualTo(Map.of("username", "us\\er", "password", password));
    }

    @Test
    void whatIsNotALoginIsRefusedWithoutBeingRepeated() {
        assertThatThrownBy(() -> new ClientSettings(Map.of("CLICKS", "hunter2")).of(way(SCRAM)))
                .isInstanceOf(NotLetInException.class)
                .hasMessage("access.credentials (env:CLICKS) does not read user:password");
    }

    @Test
    void aMirrorMakerIsGivenVariablesOnly() {
        Map<String, String> properties = new MirrorLogin(way(SCRAM)).properties("old");

        assertThat(properties)
                .containsEntry("old.security.protocol", "SASL_SSL")
                .containsEntry("old.ssl.truststore.location", "/etc/trust.p12")
                .containsEntry("old.ssl.truststore.password", "${directory:/etc:trust}");
        assertThat(properties.get("old.sasl.jaas.config"))
                .endsWith(
                        "ScramLoginModule required username=\"${env:CLICKS_USER}\" password=\"${env:CLICKS_PASSWORD}\";");
        assertThat(MirrorLogin.providers(properties)).containsEntry("config.providers", "directory,env");
        assertThat(new MirrorLogin(way(SCRAM)).needed())
                .containsExactly(
                        "the environment variable CLICKS_PASSWORD",
                        "the environment variable CLICKS_USER",
                        "the file /etc/trust",
                        "the file /etc/trust.p12");
    }

    @Test
    void aClusterThatLetsEverybodyInAddsNothing() {
        assertThat(new MirrorLogin(way(KafkaSecurity.NONE)).properties("old")).isEmpty();
    }

    @Test
    void newBrokersInheritListenersAndHowOneGetsInThereAndNobodysKeys() {
        BrokerFile file = new BrokerFile(
                Map.of(
                        "listeners", "OUT://10.0.0.1:9094,IN://10.0.0.1:9095,CONTROLLER://10.0.0.1:9093",
                        "controller.listener.names", "CONTROLLER",
                        "listener.security.protocol.map", "OUT:SASL_SSL,IN:SSL,CONTROLLER:SSL",
                        "inter.broker.listener.name", "IN",
                        "listener.name.out.sasl.enabled.mechanisms", "SCRAM-SHA-512",
                        "ssl.client.auth", "required",
                        "ssl.keystore.location", "/etc/kafka/broker-1.p12",
                        "listener.name.out.ssl.truststore.type", "PEM"),
                Set.of("ssl.keystore.password"));

        assertThat(file.common())
                .isEqualTo(Map.of(
                        "listener.security.protocol.map", "OUT:SASL_SSL,IN:SSL,CONTROLLER:SSL",
                        "inter.broker.listener.name", "IN",
                        "listener.name.out.sasl.enabled.mechanisms", "SCRAM-SHA-512",
                        "ssl.client.auth", "required"));
        assertThat(file.listeners()).isEqualTo(Map.of("OUT", "SASL_SSL", "IN", "SSL"));
        assertThat(file.own()).containsExactly("ssl.keystore.location", "ssl.keystore.password");
        assertThat(file.interBroker()).isEqualTo("IN");
    }

    @Test
    void theListenerBetweenBrokersIsSaidEvenWhereItWasKafkasDefaultAndNotTwice() {
        assertThat(new BrokerFile(Map.of("listeners", "PLAINTEXT://:9092"), Set.of()).common())
                .isEqualTo(Map.of("inter.broker.listener.name", "PLAINTEXT"));
        assertThat(new BrokerFile(Map.of("security.inter.broker.protocol", "SSL"), Set.of()).common())
                .isEqualTo(Map.of("security.inter.broker.protocol", "SSL"));
    }

    @Test
    void aNewBrokerWithoutAListenerOfTheOldOnesIsToldApart() {
        JoinBrokers step = new JoinBrokers(
                "dc_new",
                List.of(new PlannedBroker(4, "n4", Optional.empty()), new PlannedBroker(5, "n5", Optional.empty())));
        Set<String> both = Set.of("IN", "OUT");

        assertThat(JoinBrokersHandler.lacking(step, Map.of(id(1), both, id(4), both, id(5), both)))
                .isEmpty();
        assertThat(JoinBrokersHandler.lacking(step, Map.of(id(1), both, id(4), both, id(5), Set.of("IN"))))
                .hasValueSatisfying(reason ->
                        assertThat(reason).startsWith("Broker 5 (n5) lacks").contains(": OUT."));
    }

    private static BrokerId id(int number) {
        return new BrokerId(number);
    }

    private static KafkaWay way(KafkaSecurity security) {
        return new KafkaWay("access", "10.0.0.1:9094", Optional.of(LOGIN), security);
    }
}
