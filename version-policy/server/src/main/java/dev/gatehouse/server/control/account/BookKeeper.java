package dev.gatehouse.server.control.account;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.gatehouse.server.control.vault.JsonDocument;
import dev.gatehouse.server.control.vault.Vault;
import java.util.function.UnaryOperator;

/** Reads and changes the book in its vault. */
public final class BookKeeper {
    private final JsonDocument<Book> book;

    public BookKeeper(Vault vault) {
        this.book = new JsonDocument<>(vault, "accounts", new TypeReference<Book>() {}, Book.EMPTY);
    }

    public Book read() {
        return book.read();
    }

    /** Whatever {@code change} throws leaves the book as it is. */
    void change(UnaryOperator<Book> change) {
        book.change(change);
    }
}
