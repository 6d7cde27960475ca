package io.convoy.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.convoy.base.ClusterName;
import io.convoy.base.SecretReference;
import io.convoy.base.StepId;
import java.io.IOException;
import java.util.function.Function;
import org.yaml.snakeyaml.LoaderOptions;

/** How Jackson writes and reads plans; nobody but {@link PlanForm} uses it. */
final class PlanMapper {

    /** A plan for a thousand nodes is some megabytes; the reader's own limit is three. */
    private static final int LARGEST_DOCUMENT = 64 * 1024 * 1024;

    static final ObjectMapper JSON = configured(JsonMapper.builder())
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();
    static final ObjectMapper YAML =
            configured(YAMLMapper.builder(yamlFactory())).build();

    private PlanMapper() {}

    /** A step is a mapping whose first key, {@code step}, is its tag. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
    private interface TaggedStep {}

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        StepFamily.variants().forEach(variant -> builder.registerSubtypes(new NamedType(variant, Step.tagOf(variant))));
        return builder.addModules(new Jdk8Module(), new JavaTimeModule(), words())
                .addMixIn(Step.class, TaggedStep.class)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                // Questions such as isBlocked() are answered by the plan; they are no part of the document.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static YAMLFactory yamlFactory() {
        LoaderOptions limits = new LoaderOptions();
        limits.setCodePointLimit(LARGEST_DOCUMENT);
        return YAMLFactory.builder()
                .loaderOptions(limits)
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
                .build();
    }

    private static SimpleModule words() {
        SimpleModule module = new SimpleModule("words");
        word(module, ClusterName.class, ClusterName::new);
        word(module, StepId.class, StepId::new);
        word(module, SecretReference.class, SecretReference::new);
        return module;
    }

    private static <T> void word(SimpleModule module, Class<T> type, Function<String, T> reader) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new WordReader<>(type, reader));
    }

    /** Reads a value that is written as one word. */
    private static final class WordReader<T> extends StdDeserializer<T> {

        private final transient Function<String, T> reader;

        WordReader(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return reader.apply(parser.getValueAsString());
        }
    }
}
