package io.convoy.cassandra;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.convoy.base.ByteSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Topologies as YAML, so that a test can plan for a ring without one. */
final class WrittenTopology {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModules(new Jdk8Module(), sizes())
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
            .build();

    private WrittenTopology() {}

    static Topology read(String resource) {
        try (InputStream text = Objects.requireNonNull(WrittenTopology.class.getResourceAsStream(resource), resource)) {
            return YAML.readValue(text, Topology.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(Topology topology) {
        try {
            return YAML.writeValueAsString(topology);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SimpleModule sizes() {
        SimpleModule module = new SimpleModule("sizes");
        module.addSerializer(ByteSize.class, ToStringSerializer.instance);
        module.addDeserializer(ByteSize.class, new StdDeserializer<>(ByteSize.class) {
            @Override
            public ByteSize deserialize(JsonParser parser, DeserializationContext context) throws IOException {
                return ByteSize.parse(parser.getValueAsString());
            }
        });
        return module;
    }
}
