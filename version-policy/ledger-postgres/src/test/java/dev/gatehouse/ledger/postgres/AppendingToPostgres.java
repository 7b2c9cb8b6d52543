package dev.gatehouse.ledger.postgres;

import dev.gatehouse.policy.ledger.AppendingProcess;

/** Appends to a database until it is killed. */
final class AppendingToPostgres {
    private AppendingToPostgres() {}

    public static void main(String[] args) {
        var address = PostgresAddress.parse(args[0]);
        AppendingProcess.append(
                new PostgresLedger(address.dataSource(null), address.toString()), Integer.parseInt(args[1]));
    }
}
