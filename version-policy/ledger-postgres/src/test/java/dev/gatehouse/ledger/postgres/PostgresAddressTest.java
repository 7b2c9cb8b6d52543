package dev.gatehouse.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.findings.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresAddressTest {

    @Test
    void anAddressIsShownWithoutItsSettings() {
        assertThat(PostgresAddress.parse("jdbc:postgresql://db.example:5433/gates?user=anna"))
                .hasToString("PostgreSQL db.example:5433/gates");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db/gates?user=anna&password=hunter2",
                "jdbc:postgresql://db/gates?PassWord=hunter2",
                "jdbc:postgresql://db/gates?sslpassword=hunter2",
                "jdbc:postgresql://anna:hunter2@db/gates",
                "jdbc:postgresql://db:hunter2/gates"
            })
    void anAddressWithAPasswordIsRefusedAndNotQuoted(String address) {
        assertThatThrownBy(() -> PostgresAddress.parse(address))
                .isInstanceOf(BadInput.class)
                .message()
                .doesNotContain("hunter2");
    }
}
