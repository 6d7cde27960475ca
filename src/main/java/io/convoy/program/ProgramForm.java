package io.convoy.program;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.convoy.base.ByteSize;
import io.convoy.base.JsonProblem;
import io.convoy.base.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The written form of a program: YAML, or JSON of the same tree, which is YAML too. */
public final class ProgramForm {

    private static final JsonSetter.Value ABSENT_IS_EMPTY = JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY);
    private static final Map<Class<?>, String> FORMS = Map.of(
            Duration.class, "a length of time such as PT30M or P2D",
            Instant.class, "an instant such as 2026-12-01T00:00:00Z",
            ZoneId.class, "a time zone such as Europe/Berlin",
            LocalTime.class, "a time of day such as 22:00",
            Integer.class, "a whole number",
            Long.class, "a whole number",
            Double.class, "a number");

    private static final ObjectMapper JSON = configured(JsonMapper.builder()).build();
    private static final ObjectMapper YAML = configured(
                    YAMLMapper.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER))
            .build();

    private ProgramForm() {}

    /** Throws a refusal that names the place of what is wrong; what is well formed is checked by {@link ProgramRules}. */
    public static Program read(String text) {
        try {
            Program program = YAML.readValue(text, Document.class).program();
            ProgramRules.check(program);
            return program;
        } catch (JsonProcessingException e) {
            throw Refusal.invalid("This is not a program; nothing was changed", List.of(JsonProblem.of(e, message(e))));
        }
    }

    public static String json(Program program) {
        return written(JSON, program);
    }

    public static String yaml(Program program) {
        return written(YAML, program);
    }

    /** The program with the head that files have; without a head it is read as well. */
    private record Document(
            Optional<String> apiVersion,
            Optional<String> kind,
            Optional<Limits> limits,
            List<Window> windows,
            List<Freeze> freezes,
            List<Wave> waves,
            List<Dependency> dependencies,
            Optional<Failures> failures,
            Optional<Pace> pace,
            List<Hook> hooks) {

        Program program() {
            return new Program(
                    limits.orElse(Limits.ONE_AT_A_TIME), windows, freezes, waves, dependencies, failures, pace, hooks);
        }
    }

    private static String written(ObjectMapper mapper, Program program) {
        try {
            return mapper.writeValueAsString(program);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A program is made of plain values only", e);
        }
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> B configured(B builder) {
        SimpleModule sizes = new SimpleModule("sizes")
                .addSerializer(ByteSize.class, new SizeWriter())
                .addDeserializer(ByteSize.class, new SizeReader());
        return builder.addModules(new Jdk8Module(), new JavaTimeModule(), sizes)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
                .withConfigOverride(List.class, lists -> lists.setSetterInfo(ABSENT_IS_EMPTY))
                .withConfigOverride(Set.class, sets -> sets.setSetterInfo(ABSENT_IS_EMPTY))
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
    }

    private static String message(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "There is no '" + unknown.getPropertyName() + "' here: write one of "
                    + unknown.getKnownPropertyIds().stream()
                            .map(Object::toString)
                            .sorted()
                            .collect(Collectors.joining(", "));
        }
        if (e instanceof InvalidFormatException unfit) {
            return "'" + unfit.getValue() + "' does not fit here: write " + form(unfit.getTargetType());
        }
        Throwable cause = e.getCause() instanceof IllegalArgumentException told ? told : e;
        String said = cause == e ? e.getOriginalMessage() : String.valueOf(cause.getMessage());
        return JsonProblem.words(said);
    }

    private static String form(Class<?> type) {
        if (type.isEnum()) {
            return "one of " + List.of(type.getEnumConstants());
        }
        return FORMS.getOrDefault(type, "something of another form");
    }

    /** Writes {@code 400MiB}, and what would be rounded by that in bytes: what is read again is the same. */
    private static final class SizeWriter extends ToStringSerializerBase {
        SizeWriter() {
            super(ByteSize.class);
        }

        @Override
        public String valueToString(Object value) {
            ByteSize size = (ByteSize) value;
            return ByteSize.parse(size.toString()).equals(size) ? size.toString() : size.bytes() + "B";
        }
    }

    /** Reads {@code 400MiB}. */
    private static final class SizeReader extends FromStringDeserializer<ByteSize> {
        SizeReader() {
            super(ByteSize.class);
        }

        @Override
        protected ByteSize _deserialize(String text, com.fasterxml.jackson.databind.DeserializationContext context) {
            return ByteSize.parse(text);
        }
    }
}
