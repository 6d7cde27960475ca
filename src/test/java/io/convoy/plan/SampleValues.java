package io.convoy.plan;

import io.convoy.base.SecretReference;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a record of any step's type, with a value in every component. */
final class SampleValues {

    private static final Map<Type, Object> PLAIN = Map.of(
            String.class,
            "yes: it's \"quoted\", 5.0 # and no comment\nsecond line",
            int.class,
            3,
            long.class,
            4_000_000_000L,
            boolean.class,
            true,
            Integer.class,
            7,
            Long.class,
            5_000_000_000L,
            Duration.class,
            Duration.ofSeconds(3725),
            SecretReference.class,
            new SecretReference("env:ORDERS_CQL"));

    private SampleValues() {}

    static <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private static Object value(Type type) {
        if (PLAIN.containsKey(type)) {
            return PLAIN.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            return container(generic);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return instance(record);
        }
        throw new IllegalArgumentException("Say here what a sample of " + type + " is, so that its form is tested");
    }

    private static Object container(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        Object last = value(arguments[arguments.length - 1]);
        if (type.getRawType() == List.class) {
            return List.of(last, last);
        }
        if (type.getRawType() == Optional.class) {
            return Optional.of(last);
        }
        if (type.getRawType() == Map.class) {
            return Map.of("dc_old", last, "dc_new", last);
        }
        throw new IllegalArgumentException("Say here what a sample of " + type + " is, so that its form is tested");
    }

    private static Object instance(Class<?> record) {
        RecordComponent[] components = record.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(component -> value(component.getGenericType()))
                .toArray();
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException("Every record has its canonical constructor", e);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException("No sample of " + record + " can be made", e);
        }
    }
}
