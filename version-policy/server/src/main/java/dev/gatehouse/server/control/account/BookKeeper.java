package dev.gatehouse.server.control.account;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gatehouse.server.control.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.UnaryOperator;

/** Reads and changes the book in its vault; a change is made anew when somebody else was faster. */
public final class BookKeeper {
    private static final String DOCUMENT = "accounts";
    private static final int MOST_ATTEMPTS = 100;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Vault vault;

    public BookKeeper(Vault vault) {
        this.vault = vault;
    }

    public Book read() {
        return vault.read(DOCUMENT).map(BookKeeper::parse).orElse(Book.EMPTY);
    }

    /** Whatever {@code change} throws leaves the book as it is. */
    void change(UnaryOperator<Book> change) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var stored = vault.read(DOCUMENT);
            var before = stored.map(BookKeeper::parse).orElse(Book.EMPTY);
            var after = change.apply(before);
            if (after.equals(before)
                    || vault.write(DOCUMENT, stored.map(Vault.Stored::version).orElse(0L), bytes(after))) {
                return;
            }
        }
        throw new UncheckedIOException(
                new IOException(vault.place() + ": others kept changing the accounts; try again"));
    }

    private static Book parse(Vault.Stored stored) {
        try {
            return MAPPER.readValue(stored.content(), Book.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts cannot be read", e);
        }
    }

    private static byte[] bytes(Book book) {
        try {
            return MAPPER.writeValueAsBytes(book);
        } catch (IOException e) {
            throw new UncheckedIOException("the accounts cannot be written", e);
        }
    }
}
