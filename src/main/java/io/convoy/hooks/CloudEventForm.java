package io.convoy.hooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;

/**
 * Writes events as CloudEvents 1.0 in structured mode: there the signature, which is over the body, covers the type and the
 * subject too, which in binary mode are headers that anybody on the way could change.
 */
final class CloudEventForm {

    static final String MEDIA_TYPE = "application/cloudevents+json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CloudEventForm() {}

    static byte[] write(HookEvent event, URI source) {
        CloudEventBuilder form = CloudEventBuilder.v1()
                .withId(event.id())
                .withSource(source)
                .withType(event.type())
                .withSubject(event.subject())
                .withData("application/json", JsonCloudEventData.wrap(JSON.valueToTree(event.data())));
        event.time().ifPresent(time -> form.withTime(time.atOffset(ZoneOffset.UTC)));
        return new JsonFormat().serialize(form.build());
    }
}
