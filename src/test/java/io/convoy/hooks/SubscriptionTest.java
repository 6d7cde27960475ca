package io.convoy.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.convoy.base.Problem;
import io.convoy.base.SecretReference;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionTest {

    @Test
    void theConfigurationNamesSubscribers() {
        List<HookSubscription> configured = configured(Map.of(
                "convoy.hooks.subscribers[0].url", "env:CHAT_HOOK",
                "convoy.hooks.subscribers[0].events", "run.*,wave.paused",
                "convoy.hooks.subscribers[0].secret", "file:/etc/convoy/chat.key",
                "convoy.hooks.subscribers[1].url", "env:OTHER"));

        assertThat(configured)
                .containsExactly(
                        new HookSubscription(
                                new SecretReference("env:CHAT_HOOK"),
                                List.of("run.*", "wave.paused"),
                                Optional.of(new SecretReference("file:/etc/convoy/chat.key"))),
                        new HookSubscription(new SecretReference("env:OTHER"), List.of("*"), Optional.empty()));
    }

    @Test
    void aMistakeInTheConfigurationNamesItsPlace() {
        assertThatThrownBy(() -> configured(Map.of(
                        "convoy.hooks.subscribers[0].url", "env:CHAT_HOOK",
                        "convoy.hooks.subscribers[0].events", "run.*,run.suceeded")))
                .hasMessageContaining("convoy.hooks.subscribers[0]/events/1: There is no event 'run.suceeded'")
                .hasMessageContaining("run.succeeded");
        assertThatThrownBy(() -> configured(Map.of("convoy.hooks.subscribers[0].url", "https://chat/?token=hunter2")))
                .hasMessageContaining("convoy.hooks.subscribers[0].url is not a reference to a secret")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aSubscriptionIsPlainJson() throws Exception {
        ObjectMapper json = new ObjectMapper().registerModule(new Jdk8Module());
        String text = "{\"url\":\"env:CHAT_HOOK\",\"events\":[\"run.*\",\"nothing\"],\"secret\":null}";

        HookSubscription read = json.readValue(text, HookSubscription.class);

        assertThat(json.writeValueAsString(read)).isEqualTo(text);
        assertThat(read.problems("/hooks/0")).extracting(Problem::pointer).containsExactly("/hooks/0/events/1");
    }

    @Test
    void everyEventHasAWordAndAnActThatBringsItAbout() {
        assertThat(EventType.words()).contains("run.needs-attention", "run.rolled-back", "wave.paused");
        assertThat(EventType.of("step.done.last")).containsExactly(EventType.STEP_DONE, EventType.RUN_SUCCEEDED);
        assertThat(EventType.of("schema-freeze.requested")).isEmpty();
    }

    private static List<HookSubscription> configured(Map<String, String> settings) {
        HooksConfig config = new SmallRyeConfigBuilder()
                .withMapping(HooksConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(HooksConfig.class);
        return new ConfiguredSubscriptions(config).standing();
    }
}
