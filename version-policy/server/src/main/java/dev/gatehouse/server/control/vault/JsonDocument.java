package dev.gatehouse.server.control.vault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/**
 * One document of a vault as a value; a change is made anew when somebody else was faster.
 *
 * @param <T> an immutable value that Jackson reads and writes
 */
public final class JsonDocument<T> {
    private static final int MOST_ATTEMPTS = 100;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Vault vault;
    private final String name;
    private final TypeReference<T> type;
    private final T empty;

    /** @param empty the value of a document that is not there */
    public JsonDocument(Vault vault, String name, TypeReference<T> type, T empty) {
        this.vault = vault;
        this.name = name;
        this.type = type;
        this.empty = empty;
    }

    public T read() {
        return vault.read(name).map(this::parse).orElse(empty);
    }

    /** Whatever {@code change} throws leaves the document as it is. */
    public void change(UnaryOperator<T> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var stored = vault.read(name);
            var before = stored.map(this::parse).orElse(empty);
            var after = change.apply(before);
            if (after.equals(before)
                    || vault.write(name, stored.map(Vault.Stored::version).orElse(0L), bytes(after))) {
                return;
            }
        }
        throw new UncheckedIOException(new IOException(
                "%s: others kept changing the document '%s'; try again".formatted(vault.place(), name)));
    }

    private T parse(Vault.Stored stored) {
        try {
            return MAPPER.readValue(stored.content(), type);
        } catch (IOException e) {
            throw new UncheckedIOException("%s: the document '%s' cannot be read".formatted(vault.place(), name), e);
        }
    }

    private byte[] bytes(T value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException("%s: the document '%s' cannot be written".formatted(vault.place(), name), e);
        }
    }
}
